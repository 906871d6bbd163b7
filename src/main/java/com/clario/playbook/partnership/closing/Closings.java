package com.clario.playbook.partnership.closing;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Retries;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.partnership.pause.Pauses;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Closes cases for a reason, at whichever stage they are. */
@Component
public class Closings {

    private static final int LONGEST_REASON = 1000;

    private final Partnerships partnerships;
    private final Pauses pauses;
    private final ClosingProcess process;
    private final List<Commitments> commitments;
    private final Outbox outbox;
    private final Timeline timeline;
    private final People people;
    private final BusinessDays days;
    private final Retries retries;

    Closings(
            Partnerships partnerships,
            Pauses pauses,
            ClosingProcess process,
            List<Commitments> commitments,
            Outbox outbox,
            Timeline timeline,
            People people,
            BusinessDays days,
            Retries retries) {
        this.partnerships = partnerships;
        this.pauses = pauses;
        this.process = process;
        this.commitments = commitments;
        this.outbox = outbox;
        this.timeline = timeline;
        this.people = people;
        this.days = days;
        this.retries = retries;
    }

    /** What we stay bound to when a case is closed now. */
    public Optional<String> binding(String code) {
        return commitments.stream()
                .flatMap(one -> one.binding(code, days.today()).stream())
                .findFirst();
    }

    /**
     * Ends a case with all that runs for it.
     *
     * @param accepted whether the person has ticked that signed terms go on binding us
     * @throws Refusal when it has ended already, the reason is missing, or terms bind us and that is not accepted
     */
    public void close(String code, String reason, boolean accepted) {
        people.requireOneOf(Groups.MANAGERS);
        var why = reason(reason);
        retries.run(() -> close(partnerships.hold(code), why, accepted));
    }

    private void close(Partnership partnership, String why, boolean accepted) {
        if (!partnership.open()) {
            throw new Refusal("The partnership with " + partnership.partnerName() + " has ended already: "
                    + partnership.outcomeLabel() + ".");
        }
        if (!accepted && binding(partnership.code()).isPresent()) {
            throw new Refusal("Signed terms: tick that you know they bind us beyond this day.");
        }
        var code = partnership.code();
        timeline.add(
                code,
                "partnership",
                "Closed in " + partnership.stage().label() + (partnership.paused() ? ", while paused" : ""),
                why);
        outbox.withdraw(code, "The partnership was closed before it went out.");
        pauses.drop(code);
        process.close(code);
        partnerships.close(code, Partnership.CLOSED);
    }

    private static String reason(String reason) {
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Refusal("Why: say why; it is what remains when somebody begins again.");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refusal("Why: at most 1,000 characters, it has " + why.length() + ".");
        }
        return why;
    }
}
