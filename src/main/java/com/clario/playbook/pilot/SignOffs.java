package com.clario.playbook.pilot;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes a manager's word on a pilot the rules have judged. */
@Service
public class SignOffs {

    private final Pilots pilots;
    private final PilotPolicy policy;
    private final Partnerships partnerships;
    private final People people;
    private final Timeline timeline;

    SignOffs(Pilots pilots, PilotPolicy policy, Partnerships partnerships, People people, Timeline timeline) {
        this.pilots = pilots;
        this.policy = policy;
        this.partnerships = partnerships;
        this.people = people;
        this.timeline = timeline;
    }

    /** The plan, the results and the rules that judged them, as the form shows them. */
    public String show(String partnershipId) {
        var pilot = pilots.get(partnershipId);
        var shown = plan(
                Shown.of(
                        partnerships.get(partnershipId),
                        "The rules judged the pilot as "
                                + pilot.verdict().map(SignOffs::word).orElse("open")
                                + ". You decide whether the partnership goes on to the signature."),
                pilot);
        pilot.lastResult().ifPresent(result -> result(shown, pilot, result));
        return shown.json();
    }

    /** Records a manager's word; only a pilot that passed can be signed off. */
    public String record(String partnershipId, String answer, String why) {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager can sign off a pilot.");
        }
        var reason = PilotPlan.text("Reason", why);
        var signsOff = "SIGN_OFF".equals(answer);
        if (signsOff && !pilots.get(partnershipId).verdict().equals(Optional.of(PilotFacts.PASSED))) {
            throw new Refusal("Your decision: a pilot that has not passed cannot be signed off.");
        }
        var outcome = signsOff ? Pilot.SignOff.SIGNED_OFF : Pilot.SignOff.STOPPED;
        pilots.signOff(partnershipId, outcome, reason);
        timeline.add(
                partnershipId, PilotSteps.STAGE, signsOff ? "Pilot signed off" : "Stopped after the pilot", reason);
        return outcome;
    }

    private void result(Shown shown, Pilot pilot, Pilot.Result result) {
        shown.fact(
                        "Ended early",
                        pilot.daysRun()
                                .map(run ->
                                        run + (run == 1 ? " day" : " days") + " tried, " + pilot.days() + " planned")
                                .orElse(null))
                .fact(
                        "Active at the end",
                        result.activeCustomers() + " of " + pilot.customers().size() + " ("
                                + pilot.facts(result).activePercent() + " %)")
                .fact("Satisfaction", result.satisfaction() + " of 5")
                .fact("Serious incidents", result.seriousIncidents())
                .fact("What the customers said", result.note());
        if (result.decision() != null) {
            shown.reasons(policy.decision(result.decision()));
        }
    }

    /** The plan, as every form about the pilot shows it. */
    static Shown plan(Shown shown, Pilot pilot) {
        return shown.fact("Customers", pilot.customers().size() + ": " + String.join(", ", pilot.customers()))
                .fact("What they try", pilot.scope())
                .fact(
                        pilot.started() ? "Runs from" : "Planned from",
                        Shown.day(pilot.firstDay()) + " for " + pilot.days() + " days")
                .fact(
                        "Who pays",
                        pilot.whoPays().equals(PilotPlan.FREE)
                                ? "The customers pay nothing; each company bears its own costs"
                                : "The customers pay the agreed price")
                .ifKnown("Extended until", pilot.extendedUntil())
                .fact("Success: active at the end", "at least " + pilot.targetActivePercent() + " %")
                .fact("Success: satisfaction", "at least " + pilot.targetSatisfaction() + " of 5")
                .fact("Failure", pilot.failureCriteria());
    }

    static String word(String verdict) {
        return switch (verdict) {
            case PilotFacts.PASSED -> "passed";
            case PilotFacts.EXTEND -> "needs more time";
            default -> "failed";
        };
    }
}
