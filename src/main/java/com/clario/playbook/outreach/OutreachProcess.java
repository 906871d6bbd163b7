package com.clario.playbook.outreach;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.Partnerships;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the drawing that a partner has replied, whatever it waits for just now. */
@Component
class OutreachProcess {

    private static final String REPLIED = "outreach.partnerReplied";

    private final RuntimeService runtime;
    private final Correspondence correspondence;
    private final Partnerships partnerships;
    private final People people;

    OutreachProcess(RuntimeService runtime, Correspondence correspondence, Partnerships partnerships, People people) {
        this.runtime = runtime;
        this.correspondence = correspondence;
        this.partnerships = partnerships;
        this.people = people;
    }

    /** Whether a reply would be news to the drawing. */
    boolean waits(String partnership) {
        return people.unchecked(() -> runtime.createExecutionQuery()
                        .processInstanceBusinessKey(partnership)
                        .messageEventSubscriptionName(REPLIED)
                        .count()
                > 0);
    }

    boolean mayTell() {
        return people.currentIsIn(Groups.PARTNERSHIPS) || people.currentIsIn(Groups.MANAGERS);
    }

    /** Keeps the reply and ends whatever waited for it, in one transaction. */
    @Transactional
    void partnerReplied(String partnership, String reply, String meetingOn, String note) {
        var partner = partnerships.get(partnership).partnerName();
        if (!mayTell()) {
            throw new Refusal("Only partnerships or a manager can say that a partner has replied.");
        }
        var answer = correspondence.replied(partnership, reply, meetingOn, note);
        try {
            people.unchecked(() -> runtime.createMessageCorrelation(REPLIED)
                    .processInstanceBusinessKey(partnership)
                    .setVariable("outreachOutcome", answer)
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw new Refusal(
                    "We do not wait for a reply of " + partner
                            + " now: look at the case, somebody may have entered it.",
                    notWaiting);
        }
    }
}
