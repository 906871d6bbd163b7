package com.clario.playbook.optimize.review;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launches;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a month's figures, has the rules judge them and keeps what the review concluded. */
@Component
@Transactional
public class MonthlyReview {

    public static final String STAGE = "optimize";

    private final Reviews reviews;
    private final OpenMonths months;
    private final Launches launches;
    private final Partnerships partnerships;
    private final Rules rules;
    private final RuleSet<ReviewFacts> policy;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;

    MonthlyReview(
            Reviews reviews,
            OpenMonths months,
            Launches launches,
            Partnerships partnerships,
            Rules rules,
            RuleSet<ReviewFacts> policy,
            People people,
            Timeline timeline,
            BusinessDays days) {
        this.reviews = reviews;
        this.months = months;
        this.launches = launches;
        this.partnerships = partnerships;
        this.rules = rules;
        this.policy = policy;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
    }

    /** The months figures can be for, the one to begin with first. */
    public List<Period> choices(String code) {
        return months.choices(code, liveOn(code));
    }

    public void enter(String code, FiguresForm form) {
        requireLive(code);
        var period = months.chosen(code, liveOn(code), form.month());
        var figures = form.of(period, partnerships.get(code).model());
        var review = reviews.add(code, figures);
        timeline.add(
                code,
                STAGE,
                "Figures for review " + review.number() + ", " + period.label() + ": " + figures.volume()
                        + (figures.revenue() == null ? "" : ", " + figures.revenueLine() + " from the partner"),
                figures.note());
    }

    public String judge(String code) {
        var review = current(code);
        if (review.judgement() != null) {
            return review.judgement().verdict();
        }
        var monthsLive = Math.max(0, Math.toIntExact(ChronoUnit.MONTHS.between(liveOn(code), days.today())));
        var decision = rules.decide(policy, facts(review, monthsLive), code);
        reviews.judge(review, decision, monthsLive);
        timeline.add(
                code,
                STAGE,
                "Rules on review " + review.number() + ": " + Review.label(decision.verdict()),
                why(decision));
        return decision.verdict();
    }

    private ReviewFacts facts(Review review, int monthsLive) {
        var figures = review.figures();
        var trend = new Trend(reviews.of(review.partnership()));
        return new ReviewFacts(
                figures.model().name(),
                monthsLive,
                !figures.period().soFar(),
                number(figures.referrals()),
                target(figures.referrals()),
                money(figures.revenue() == null ? null : figures.revenue().partner()),
                money(figures.revenue() == null ? null : figures.revenue().target()),
                money(figures.revenue() == null ? null : figures.revenue().total()),
                trend.revenue(),
                trend.revenueTarget(),
                number(figures.connected()),
                target(figures.connected()),
                trend.connected(),
                trend.connectedTarget(),
                number(figures.leads()),
                target(figures.leads()),
                figures.retention() == null
                        ? Measured.NOTHING
                        : Measured.of(figures.retention().partner()),
                figures.retention() == null
                        ? Measured.NOTHING
                        : Measured.of(figures.retention().direct()),
                figures.openComplaints());
    }

    private static Measured number(Figures.Counted counted) {
        return counted == null ? Measured.NOTHING : Measured.of(counted.number());
    }

    private static Measured target(Figures.Counted counted) {
        return counted == null ? Measured.NOTHING : Measured.of(counted.target());
    }

    private static Measured money(javax.money.MonetaryAmount amount) {
        return amount == null ? Measured.NOTHING : Measured.of(Amounts.number(amount));
    }

    private static String why(Decision decision) {
        return decision.undecided()
                ? "No row fits these figures; people decide"
                : String.join("; ", decision.reasons());
    }

    /** Keeps what a manager concluded; another verdict than the rules' needs a reason. */
    public Review conclude(String code, String verdict, String reason) {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager can conclude a review.");
        }
        var review = current(code);
        requireVerdict(review, verdict, reason);
        reviews.conclude(
                review, verdict, reason == null || reason.isBlank() ? null : Said.text("Reason", reason, 1000));
        return reviews.lastHeld(code).orElseThrow();
    }

    private static void requireVerdict(Review review, String verdict, String reason) {
        if (!Review.knows(verdict)) {
            throw new Refusal("Verdict of the review: choose to expand, keep, adjust or terminate.");
        }
        if (review.judgement() == null) {
            throw new Refusal("The rules have not judged this month's figures yet; wait a moment and try again.");
        }
        if (!verdict.equals(review.judgement().verdict())) {
            Said.needed(
                    review.judgement().undecided()
                            ? "Reason: the rules could not decide, so say why you do"
                            : "Reason: the rules say “" + review.judgement().label()
                                    + "”, so say why you decide otherwise",
                    reason);
        }
    }

    /** The review under way. */
    public Review current(String code) {
        return reviews.newest(code)
                .filter(review -> !review.held())
                .orElseThrow(() -> new Refusal("No review is under way: enter this month's figures first."));
    }

    /** Refuses what needs a live partnership: the go-live may be decided for a day to come. */
    public void requireLive(String code) {
        var since = liveOn(code);
        if (since.isAfter(days.today())) {
            throw new Refusal(partnerships.get(code).partnerName() + " goes live on " + Shown.day(since)
                    + ", so there is nothing to review before that day.");
        }
    }

    /** The first day it is live, which may be still to come. */
    public LocalDate liveOn(String code) {
        return launches.liveSince(code)
                .orElseThrow(() -> new Refusal("This partnership is not live, so there is nothing to review."));
    }
}
