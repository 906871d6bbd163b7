package com.clario.playbook.pilot;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the pilot's drawing asks for: the plan, its end, the results and the judgement. */
@Component
public class PilotSteps {

    static final String STAGE = "pilot";

    private final Pilots pilots;
    private final PilotPolicy policy;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final Timeline timeline;

    PilotSteps(Pilots pilots, PilotPolicy policy, Partnerships partnerships, BusinessDays days, Timeline timeline) {
        this.pilots = pilots;
        this.policy = policy;
        this.partnerships = partnerships;
        this.days = days;
        this.timeline = timeline;
    }

    public String showPlanPilot(String partnershipId) {
        var partnership = partnerships.get(partnershipId);
        var partner = partnerships.partner(partnershipId);
        return Shown.of(
                        partnership,
                        "Choose the customers who try the product with " + partner.name()
                                + ". Once recorded, the plan is fixed.")
                .fact("Partner", partner.name() + ", " + partner.type().label())
                .fact(
                        "Model",
                        partnership.model().label() + ": " + partnership.model().meaning())
                .fact("Stage should end", partnership.plannedEnd().orElse(null))
                .json();
    }

    public void recordPilotPlan(
            String partnershipId,
            String customers,
            String startsOn,
            Integer days,
            Integer targetActivePercent,
            String targetSatisfaction,
            String failureCriteria) {
        var plan = new PilotPlan(
                PilotPlan.names(customers),
                PilotPlan.startFrom(startsOn, this.days.today()),
                PilotPlan.within("Length", days, 1, 365, "days"),
                PilotPlan.within("Customers active at the end", targetActivePercent, 1, 100, "%"),
                PilotPlan.satisfaction("Satisfaction", targetSatisfaction),
                failureCriteria);
        policy.admit(partnershipId, plan);
        pilots.add(partnershipId, plan);
        timeline.add(
                partnershipId,
                STAGE,
                "Pilot planned: " + plan.customers().size() + " customers for " + plan.days() + " days from "
                        + Shown.day(plan.startsOn()),
                "Failure means: " + plan.failureCriteria());
    }

    /** When the pilot is over: the first moment after its last day. */
    public Date endDate(String partnershipId) {
        return days.start(pilots.get(partnershipId).lastDay().plusDays(1));
    }

    public String showEnterPilotResults(String partnershipId) {
        var pilot = pilots.get(partnershipId);
        return SignOffs.plan(
                        Shown.of(
                                partnerships.get(partnershipId),
                                pilot.endedEarlyOn() == null
                                        ? "The pilot is over. Enter what it showed; the rules judge it against the plan."
                                        : "The pilot was ended early, on " + Shown.day(pilot.endedEarlyOn())
                                                + ". Enter what it showed; the rules judge it against the plan."),
                        pilot)
                .json();
    }

    public void recordPilotResults(
            String partnershipId,
            Integer activeCustomers,
            String satisfaction,
            Integer seriousIncidents,
            String resultsNote) {
        var pilot = pilots.get(partnershipId);
        var customers = pilot.customers().size();
        if (activeCustomers == null || activeCustomers < 0 || activeCustomers > customers) {
            throw new Refusal("Customers active at the end: the pilot had " + customers + " customers; enter 0 to "
                    + customers + ".");
        }
        var answer = PilotPlan.satisfaction("Average satisfaction", satisfaction);
        var incidents = PilotPlan.within("Serious incidents", seriousIncidents, 0, 1000, "");
        var note = PilotPlan.text("What the customers said", resultsNote);
        pilots.addResult(partnershipId, activeCustomers, answer, incidents, note);
        timeline.add(
                partnershipId,
                STAGE,
                "Pilot results: " + activeCustomers + " of " + customers + " customers active, satisfaction "
                        + answer.toPlainString() + " of 5, " + incidents + " serious incidents",
                note);
    }

    public String judgePilot(String partnershipId) {
        var pilot = pilots.get(partnershipId);
        var result = pilot.lastResult().orElseThrow(() -> new Refusal("The pilot's results are not entered yet."));
        var decision = policy.judge(pilot, result);
        var verdict = verdict(decision, pilot);
        pilots.judge(result, decision, verdict);
        timeline.add(partnershipId, STAGE, "Pilot judged: " + SignOffs.word(verdict), why(decision, verdict));
        return verdict;
    }

    public void extendPilot(String partnershipId) {
        var until = pilots.get(partnershipId).extendedFrom(days.today());
        pilots.extend(partnershipId, until);
        timeline.add(partnershipId, STAGE, "Pilot extended until " + Shown.day(until), null);
    }

    /** What no rule decides, and a second extension, count as failed: nobody slips through. */
    private static String verdict(Decision decision, Pilot pilot) {
        var again = decision.verdict().equals(PilotFacts.EXTEND) && pilot.extended();
        return decision.undecided() || again ? PilotFacts.FAILED : decision.verdict();
    }

    private static String why(Decision decision, String verdict) {
        var reasons = String.join("; ", decision.reasons());
        if (decision.undecided()) {
            return "No rule judges this result, so it does not count as passed";
        }
        return decision.verdict().equals(verdict) ? reasons : reasons + "; but it was extended once already";
    }
}
