package com.clario.playbook.pilot;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.pilot.letter.Agreed;
import com.clario.playbook.pilot.letter.Letter;
import com.clario.playbook.pilot.letter.PilotLetters;
import com.clario.playbook.rules.Decision;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the pilot's drawing asks for: the plan, its letter, the end, the results and the judgement. */
@Component
public class PilotSteps {

    static final String STAGE = "pilot";

    private final Pilots pilots;
    private final PilotPolicy policy;
    private final LetterService letters;
    private final PilotLetters drafted;
    private final Agreed agreed;
    private final PilotShown shown;
    private final BusinessDays days;
    private final Timeline timeline;

    PilotSteps(
            Pilots pilots,
            PilotPolicy policy,
            LetterService letters,
            PilotLetters drafted,
            Agreed agreed,
            PilotShown shown,
            BusinessDays days,
            Timeline timeline) {
        this.pilots = pilots;
        this.policy = policy;
        this.letters = letters;
        this.drafted = drafted;
        this.agreed = agreed;
        this.shown = shown;
        this.days = days;
        this.timeline = timeline;
    }

    public String showPlanPilot(String partnershipId) {
        return shown.planPilot(partnershipId);
    }

    /** What a field of the plan starts with: the plan that legal sent back, or what the terms say. */
    public Object prefill(String partnershipId, String key) {
        return shown.prefill(partnershipId, key);
    }

    public void recordPilotPlan(
            String partnershipId,
            String customers,
            String startsOn,
            Integer days,
            Integer targetActivePercent,
            String targetSatisfaction,
            String failureCriteria,
            String scope,
            String whoPays) {
        var plan = new PilotPlan(
                PilotPlan.names(customers),
                PilotPlan.startFrom(startsOn, this.days.today()),
                PilotPlan.within("Length", days, 1, 365, "days"),
                PilotPlan.within("Customers active at the end", targetActivePercent, 1, 100, "%"),
                PilotPlan.satisfaction("Satisfaction", targetSatisfaction),
                failureCriteria,
                scope,
                whoPays);
        if (plan.whoPays().equals(PilotPlan.PRICE)
                && agreed.of(partnershipId).price().isEmpty()) {
            throw new Refusal("Who pays: no price is agreed, so the customers can only pay nothing.");
        }
        policy.admit(partnershipId, plan);
        if (drafted.latest(partnershipId).filter(Letter::wantsChanges).isPresent()) {
            pilots.replace(partnershipId, plan);
        } else {
            pilots.add(partnershipId, plan);
        }
        timeline.add(
                partnershipId,
                STAGE,
                "Pilot planned: " + plan.customers().size() + " customers for " + plan.days() + " days from "
                        + Shown.day(plan.startsOn()),
                "Failure means: " + plan.failureCriteria());
    }

    public void draftPilotLetter(String partnershipId) {
        letters.draft(pilots.get(partnershipId));
    }

    public String showReviewPilotLetter(String partnershipId) {
        return shown.reviewPilotLetter(partnershipId);
    }

    public String recordPilotLetterReview(String partnershipId, String letterDecision, String letterComment) {
        return switch (letters.review(partnershipId, letterDecision, letterComment)) {
            case APPROVE -> "APPROVED";
            case CHANGES -> "CHANGES";
            case REJECT -> "REJECTED";
        };
    }

    public String showSignPilotLetter(String partnershipId) {
        return shown.signPilotLetter(partnershipId);
    }

    public String recordPilotLetterSignature(
            String partnershipId,
            String letterSignature,
            String letterPartnerSignatory,
            String letterOurSignatory,
            String letterSignedOn,
            String letterNote) {
        if ("SIGNED".equals(letterSignature)) {
            letters.sign(partnershipId, letterPartnerSignatory, letterOurSignatory, letterSignedOn, letterNote);
            return "SIGNED";
        }
        letters.giveUp(partnershipId, letterNote);
        return "NOT_SIGNED";
    }

    /** Fixes the plan: not before another person approved its letter and both sides signed it. */
    public void startPilot(String partnershipId) {
        letters.requireSigned(partnershipId);
        var pilot = pilots.get(partnershipId);
        var today = days.today();
        pilots.start(partnershipId, pilot.startsOn().isBefore(today) ? today : pilot.startsOn());
        var started = pilots.get(partnershipId);
        timeline.add(
                partnershipId,
                STAGE,
                "Pilot runs from " + Shown.day(started.firstDay()) + " to " + Shown.day(started.lastDay()),
                null);
    }

    /** When the pilot is over: the first moment after its last day. */
    public Date endDate(String partnershipId) {
        return days.start(pilots.get(partnershipId).lastDay().plusDays(1));
    }

    public String showEnterPilotResults(String partnershipId) {
        return shown.enterPilotResults(partnershipId);
    }

    public void recordPilotResults(
            String partnershipId,
            Integer activeCustomers,
            String satisfaction,
            Integer seriousIncidents,
            String resultsNote) {
        var pilot = pilots.get(partnershipId);
        requireStarted(pilot);
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

    private static void requireStarted(Pilot pilot) {
        if (!pilot.started()) {
            throw new Refusal("The pilot has not started: its letter has to be approved by legal and signed first.");
        }
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
