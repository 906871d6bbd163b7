package com.clario.playbook.outreach;

import com.clario.playbook.mail.Outbox;
import com.clario.playbook.outreach.letter.Letters;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often we write again, how long we wait in silence, and the end of it: by the rules. */
@Service
class FollowUps {

    private static final int FAR_AWAY = 10;

    private final Outreaches outreaches;
    private final Partnerships partnerships;
    private final Rules rules;
    private final RuleSet<FollowUpFacts> followUp;
    private final Outbox outbox;
    private final BusinessDays days;

    FollowUps(
            Outreaches outreaches,
            Partnerships partnerships,
            Rules rules,
            RuleSet<FollowUpFacts> followUp,
            Outbox outbox,
            BusinessDays days) {
        this.outreaches = outreaches;
        this.partnerships = partnerships;
        this.rules = rules;
        this.followUp = followUp;
        this.outbox = outbox;
        this.days = days;
    }

    /** Begins to wait for an answer; where no row says how, nothing goes out and only a person ends the wait. */
    @Transactional
    void plan(String code) {
        outreaches.change(code, outreach -> {
            var introduced = Boolean.TRUE.equals(outreach.introduced);
            var facts = new FollowUpFacts(
                    introduced ? ApproachFacts.WARM : ApproachFacts.COLD,
                    partnerships.partner(code).type().name());
            var decision = rules.decide(followUp, facts, code);
            outreach.await(
                    decision.sum(FollowUpFacts.FOLLOW_UPS),
                    Math.max(1, decision.sum(FollowUpFacts.DAYS_BETWEEN)),
                    decision.undecided() ? null : silence(decision));
            outreaches.touch(code, inWords(outreach), String.join("; ", decision.reasons()));
            return null;
        });
    }

    private LocalDate silence(Decision decision) {
        var followUps = decision.sum(FollowUpFacts.FOLLOW_UPS) * decision.sum(FollowUpFacts.DAYS_BETWEEN);
        return days.today().plusDays(followUps + decision.sum(FollowUpFacts.DAYS_OF_SILENCE));
    }

    private static String inWords(Outreach outreach) {
        var most = outreach.mostFollowUps;
        var between = outreach.daysBetween;
        var again =
                switch (most) {
                    case 0 -> "no follow-up";
                    case 1 -> "one follow-up after " + between + " days";
                    default -> most + " follow-ups, one every " + between + " days";
                };
        return "Waiting for an answer: " + again
                + (outreach.silenceEndsOn == null
                        ? ""
                        : "; without one it ends on " + Shown.day(outreach.silenceEndsOn));
    }

    /** When the engine is to ask for the follow-ups; whether one goes out is decided then. */
    String cycle(String code) {
        var outreach = outreaches.get(code);
        return "R" + Math.max(1, outreach.mostFollowUps) + "/P" + outreach.daysBetween + "D";
    }

    LocalDate silenceEnds(String code) {
        var ends = outreaches.get(code).silenceEndsOn;
        return ends == null ? days.today().plusYears(FAR_AWAY) : ends;
    }

    @Transactional
    String endInSilence(String code) {
        return outreaches.change(code, outreach -> {
            var neverWritten = outreach.sent && !outbox.hasLetOut(code, Letters.COLD_MAIL);
            if (outreach.endInSilence()) {
                outreaches.touch(
                        code,
                        neverWritten
                                ? "Our mail never went out, so nobody could answer: the outreach ends"
                                : "No answer in the time the rules give: the outreach ends",
                        null);
            }
            return outreach.outcome;
        });
    }
}
