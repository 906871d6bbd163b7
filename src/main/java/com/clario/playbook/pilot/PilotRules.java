package com.clario.playbook.pilot;

import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.rowsBelow;
import static com.clario.playbook.rules.table.Column.rowsFrom;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a pilot decides by rules: whether its plan will prove anything, and what its results proved. */
@Configuration(proxyBeanMethods = false)
class PilotRules {

    @Bean
    RuleSet<PilotPlanFacts> pilotPlanRuleSet() {
        return RuleSet.of(
                "negotiation/pilot-plan",
                "rules/3-negotiation/pilot-plan",
                "Whether a pilot is planned so that it can prove something",
                "When a pilot is planned, before its letter goes to legal.",
                PilotPlanFacts.class,
                List.of(PilotPlanFacts.ACCEPTED, PilotPlanFacts.REFUSED),
                Table.allOf(
                                "limits",
                                below("customers", "Customers below", 0, 1000).said("the number of customers is {}"),
                                from("customers", "Customers from", 0, 1000),
                                below("days", "Days below", 0, 1000).said("the number of days is {}"),
                                from("days", "Days from", 0, 1000),
                                note())
                        .saying("a broken limit"),
                Table.firstOf(
                        "verdict",
                        rowsFrom("limits", "Limits broken from").said("broken limit", "broken limits"),
                        rowsBelow("limits", "Limits broken below"),
                        verdict(PilotPlanFacts.ACCEPTED, PilotPlanFacts.REFUSED),
                        note()));
    }

    @Bean
    RuleSet<PilotFacts> pilotRuleSet() {
        return RuleSet.of(
                "negotiation/pilot",
                "rules/3-negotiation/pilot",
                "Whether a pilot passed, needs more time or failed",
                "When a pilot has run its time or is ended, on the results that are in.",
                PilotFacts.class,
                List.of(PilotFacts.PASSED, PilotFacts.EXTEND, PilotFacts.FAILED),
                Table.firstOf(
                        "judgement",
                        from("activeMargin", "Active, % points over target from", -100, 100)
                                .said("active use, compared with its target, is {} percentage points"),
                        below("activeMargin", "Active, % points over target below", -100, 100),
                        from("satisfactionMargin", "Satisfaction over target from", "-5", "5", 2)
                                .said("satisfaction, compared with its target, is {} points"),
                        below("satisfactionMargin", "Satisfaction over target below", "-5", "5", 2),
                        from("seriousIncidents", "Serious incidents from", 0, 1000),
                        below("seriousIncidents", "Serious incidents below", 0, 1000),
                        yes("alreadyExtended", "Extended before")
                                .said("the pilot was extended before", "the pilot was not extended before"),
                        verdict(PilotFacts.PASSED, PilotFacts.EXTEND, PilotFacts.FAILED),
                        note()));
    }
}
