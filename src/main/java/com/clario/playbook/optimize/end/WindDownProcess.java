package com.clario.playbook.optimize.end;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Said;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a notice period earlier, or withdraws the notice, when both sides agree and a manager says so. */
@Component
class WindDownProcess {

    private final RuntimeService runtime;
    private final WindDowns windDowns;
    private final Partnerships partnerships;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;

    WindDownProcess(
            RuntimeService runtime,
            WindDowns windDowns,
            Partnerships partnerships,
            People people,
            Timeline timeline,
            BusinessDays days) {
        this.runtime = runtime;
        this.windDowns = windDowns;
        this.partnerships = partnerships;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
    }

    /** Makes today the last day. */
    @Transactional
    void endEarlier(String partnership, String why) {
        var one = running(partnership);
        var reason = Said.text("Why", why, 1000);
        windDowns.endEarly(one, days.today(), reason);
        timeline.add(partnership, MonthlyReview.STAGE, "Both sides agreed to end today", reason);
        correlate(partnership, "windDown.endedEarlier");
    }

    /** Lets the partnership go on as if no notice had been given. */
    @Transactional
    void withdraw(String partnership, String why) {
        var one = running(partnership);
        var reason = Said.text("Why", why, 1000);
        windDowns.withdraw(one, reason);
        timeline.add(partnership, MonthlyReview.STAGE, "Notice withdrawn: the partnership goes on", reason);
        correlate(partnership, "windDown.noticeWithdrawn");
    }

    private WindDown running(String partnership) {
        people.requireOneOf(Groups.MANAGERS);
        partnerships.hold(partnership).requireGoing();
        return windDowns.held(partnership).filter(WindDown::running).orElseThrow(WindDownProcess::notRunning);
    }

    /** Who may do this is decided above; in the engine nobody has the right to send messages. */
    private void correlate(String partnership, String message) {
        try {
            people.unchecked(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(partnership)
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw notRunning();
        }
    }

    private static Refusal notRunning() {
        return new Refusal("No notice runs for this partnership now.");
    }
}
