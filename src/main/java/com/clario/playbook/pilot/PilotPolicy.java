package com.clario.playbook.pilot;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts plans and results before the rules. */
@Component
class PilotPolicy {

    private final Rules rules;
    private final RuleSet<PilotPlanFacts> plans;
    private final RuleSet<PilotFacts> pilots;

    PilotPolicy(Rules rules, RuleSet<PilotPlanFacts> plans, RuleSet<PilotFacts> pilots) {
        this.rules = rules;
        this.plans = plans;
        this.pilots = pilots;
    }

    /** Refuses a plan that breaks a limit, with the limit's own reason. */
    void admit(String partnership, PilotPlan plan) {
        var decision = rules.decide(plans, plan.facts(), partnership);
        if (!decision.verdict().equals(PilotPlanFacts.ACCEPTED)) {
            var named = plan.customers().size();
            throw new Refusal("You named " + named + (named == 1 ? " customer for " : " customers for ") + plan.days()
                    + " days: " + why(decision) + ".");
        }
    }

    Decision judge(Pilot pilot, Pilot.Result result) {
        return rules.decide(pilots, pilot.facts(result), pilot.partnership());
    }

    Decision decision(long id) {
        return rules.decision(id);
    }

    private static String why(Decision decision) {
        var limits = decision.fired("limits");
        return limits.isEmpty()
                ? "no rule allows this plan; ask a manager to complete the rules"
                : limits.stream().map(PilotPolicy::reason).collect(Collectors.joining("; "));
    }

    private static String reason(Fired limit) {
        var reason = limit.reason();
        return Character.toLowerCase(reason.charAt(0)) + reason.substring(1) + " (" + limit.row() + ")";
    }
}
