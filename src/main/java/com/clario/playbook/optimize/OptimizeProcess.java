package com.clario.playbook.optimize;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Said;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls a review before the month is over when a person says so. */
@Component
class OptimizeProcess {

    private final RuntimeService runtime;
    private final MonthlyReview review;
    private final Partnerships partnerships;
    private final People people;
    private final Timeline timeline;

    OptimizeProcess(
            RuntimeService runtime, MonthlyReview review, Partnerships partnerships, People people, Timeline timeline) {
        this.runtime = runtime;
        this.review = review;
        this.partnerships = partnerships;
        this.people = people;
        this.timeline = timeline;
    }

    /** Begins the review now; its figures are entered next. */
    @Transactional
    void callReview(String partnership, String why) {
        var partner = partnerships.get(partnership).requireGoing().partnerName();
        if (!people.currentIsIn(Groups.PARTNERSHIPS) && !people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only partnerships or a manager can call a review.");
        }
        review.requireLive(partnership);
        timeline.add(partnership, "optimize", "Review called", Said.text("Why", why, 1000));
        correlate(partnership, partner);
    }

    /** Who may do this is decided above; in the engine nobody has the right to send messages. */
    private void correlate(String partnership, String partner) {
        try {
            people.unchecked(() -> runtime.createMessageCorrelation("optimize.reviewCalled")
                    .processInstanceBusinessKey(partnership)
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw new Refusal(
                    "No review of " + partner + " can be called now: it is not live, or a review is under way.",
                    notWaiting);
        }
    }
}
