package com.clario.playbook.optimize;

import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.optimize.action.FollowUp;
import com.clario.playbook.optimize.renewal.Renewals;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a review leads to: its verdict with the actions, and whether the terms and the model changed by it. */
@Component
@Transactional
class ReviewMeeting {

    private final MonthlyReview review;
    private final FollowUp followUp;
    private final Reviews reviews;
    private final Renewals renewals;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final Timeline timeline;

    ReviewMeeting(
            MonthlyReview review,
            FollowUp followUp,
            Reviews reviews,
            Renewals renewals,
            TermsVersions terms,
            Partnerships partnerships,
            Timeline timeline) {
        this.review = review;
        this.followUp = followUp;
        this.reviews = reviews;
        this.renewals = renewals;
        this.terms = terms;
        this.partnerships = partnerships;
        this.timeline = timeline;
    }

    /** All of a review or nothing: the verdict, what became of open actions, and what was promised. */
    String conclude(String code, String verdict, String reason, String actionResults, String newActions) {
        var held = review.conclude(code, verdict, reason);
        var actions = followUp.settle(held, actionResults, newActions);
        timeline.add(
                code,
                MonthlyReview.STAGE,
                line(held) + "; " + actions,
                held.conclusion().reason());
        return verdict;
    }

    private static String line(Review held) {
        var overrides = held.overridden() && !held.judgement().undecided();
        return "Review " + held.number() + ": " + held.conclusion().label()
                + (overrides ? " (the rules said " + held.judgement().label() + ")" : "");
    }

    /** Tells the case that nothing changed, and why. */
    void keepOldTerms(String code) {
        var why = terms.latest(code)
                .filter(version -> !version.signed())
                .map(version -> version.label() + ": " + version.status().label())
                .orElse("No new version was signed");
        var old = terms.signed(code).map(TermsVersion::label).orElse("nothing signed");
        timeline.add(code, MonthlyReview.STAGE, "The old terms stay: " + old, why);
    }

    /** Whether new terms brought another model than the one at the review or the renewal that led to them. */
    boolean isModelNew(String code) {
        var now = partnerships.get(code).model();
        return modelBefore(code)
                .filter(before -> before != now)
                .map(before -> told(code, before, now))
                .orElse(false);
    }

    private Optional<Model> modelBefore(String code) {
        record Then(Instant at, Model model) {}
        var reviewed = reviews.newest(code)
                .map(last -> new Then(last.enteredAt(), last.figures().model()));
        var asked = renewals.of(code).stream().findFirst().map(last -> new Then(last.askedAt(), last.model()));
        return Stream.of(reviewed, asked)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Then::at))
                .map(Then::model);
    }

    private boolean told(String code, Model before, Model now) {
        timeline.add(
                code,
                MonthlyReview.STAGE,
                "A new model to launch: " + now.label() + " instead of " + before.label(),
                now.meaning());
        return true;
    }
}
