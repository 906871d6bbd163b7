package com.clario.playbook.optimize;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launches;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a month's figures, has the rules judge them and keeps what the review concluded. */
@Service
@Transactional
class ReviewService {

    private static final String STAGE = "optimize";

    private final Reviews reviews;
    private final Launches launches;
    private final Promises promises;
    private final Rules rules;
    private final RuleSet<ReviewFacts> policy;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;

    ReviewService(
            Reviews reviews,
            Launches launches,
            Promises promises,
            Rules rules,
            RuleSet<ReviewFacts> policy,
            People people,
            Timeline timeline,
            BusinessDays days) {
        this.reviews = reviews;
        this.launches = launches;
        this.promises = promises;
        this.rules = rules;
        this.policy = policy;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
    }

    void enter(String code, Figures figures) {
        liveOn(code);
        var review = reviews.add(code, figures);
        timeline.add(
                code,
                STAGE,
                "Figures for review " + review.number() + ": " + figures.referrals() + " referrals, "
                        + Amounts.shown(figures.partnerRevenue()) + " from the partner ("
                        + figures.revenueReached().toPlainString() + " % of the target)",
                figures.note());
    }

    String judge(String code) {
        var review = current(code);
        if (review.judgement() != null) {
            return review.judgement().verdict();
        }
        var monthsLive = Math.max(0, Math.toIntExact(ChronoUnit.MONTHS.between(liveOn(code), days.today())));
        var decision = rules.decide(policy, review.figures().facts(monthsLive), code);
        reviews.judge(review, decision, monthsLive);
        timeline.add(
                code,
                STAGE,
                "Rules on review " + review.number() + ": " + Review.label(decision.verdict()),
                why(decision));
        return decision.verdict();
    }

    private static String why(Decision decision) {
        return decision.undecided()
                ? "No row fits these figures; people decide"
                : String.join("; ", decision.reasons());
    }

    /** Keeps what a manager concluded; another verdict than the rules' needs a reason. */
    String conclude(String code, String verdict, String reason, List<Long> done, List<Promises.Promise> promised) {
        requireManager();
        var review = current(code);
        requireVerdict(review, verdict, reason);
        var why = reason == null || reason.isBlank() ? null : needs("Reason", reason, 1000);
        reviews.conclude(review, verdict, why);
        done.forEach(id -> reviews.done(review, open(code, id)));
        var agreed = promises.resolve(code, promised);
        agreed.forEach(action -> reviews.add(review, action));
        timeline.add(code, STAGE, line(review, verdict, done.size(), agreed.size()), why);
        return verdict;
    }

    private static void requireVerdict(Review review, String verdict, String reason) {
        if (!Review.knows(verdict)) {
            throw new Refusal("Verdict of the review: choose to expand, keep, adjust or terminate.");
        }
        if (review.judgement() == null) {
            throw new Refusal("The rules have not judged this month's figures yet; wait a moment and try again.");
        }
        if (!verdict.equals(review.judgement().verdict())) {
            needs(
                    review.judgement().undecided()
                            ? "Reason: the rules could not decide, so say why you do"
                            : "Reason: the rules say “" + review.judgement().label()
                                    + "”, so say why you decide otherwise",
                    reason);
        }
    }

    private static String line(Review review, String verdict, int done, int agreed) {
        var overrides = !verdict.equals(review.judgement().verdict())
                && !review.judgement().undecided();
        return "Review " + review.number() + ": " + Review.label(verdict)
                + (overrides ? " (the rules said " + review.judgement().label() + ")" : "") + "; " + done
                + " actions done, " + agreed + " new";
    }

    private Action open(String code, long id) {
        return reviews.openActions(code).stream()
                .filter(action -> action.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal("Done since then: one of these actions is not open any more. Reload."));
    }

    /** The review under way. */
    Review current(String code) {
        return reviews.newest(code)
                .filter(review -> !review.held())
                .orElseThrow(() -> new Refusal("No review is under way: enter this month's figures first."));
    }

    LocalDate liveOn(String code) {
        return launches.liveSince(code)
                .orElseThrow(() -> new Refusal("This partnership is not live, so there is nothing to review."));
    }

    private void requireManager() {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager can conclude a review.");
        }
    }

    static String needs(String field, String text, int longest) {
        needs(field + ": fill it in", text);
        if (text.strip().length() > longest) {
            throw new Refusal(field + ": at most " + longest + " characters, it has "
                    + text.strip().length() + ".");
        }
        return text.strip();
    }

    private static void needs(String demand, String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal(demand + ".");
        }
    }
}
