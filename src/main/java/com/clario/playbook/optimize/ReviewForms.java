package com.clario.playbook.optimize;

import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.action.Action;
import com.clario.playbook.optimize.action.ActionOwners;
import com.clario.playbook.optimize.action.Actions;
import com.clario.playbook.optimize.renewal.RenewalDates;
import com.clario.playbook.optimize.renewal.RenewalDecision;
import com.clario.playbook.optimize.review.Figures;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Period;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.optimize.review.Trend;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the forms of a review show and begin with. */
@Component
class ReviewForms {

    private static final int LONGEST_CHOICE = 70;

    private final MonthlyReview review;
    private final Reviews reviews;
    private final Actions actions;
    private final ActionOwners owners;
    private final RenewalDecision renewal;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final Rules rules;
    private final BusinessDays days;

    ReviewForms(
            MonthlyReview review,
            Reviews reviews,
            Actions actions,
            ActionOwners owners,
            RenewalDecision renewal,
            TermsVersions terms,
            Partnerships partnerships,
            Rules rules,
            BusinessDays days) {
        this.review = review;
        this.reviews = reviews;
        this.actions = actions;
        this.owners = owners;
        this.renewal = renewal;
        this.terms = terms;
        this.partnerships = partnerships;
        this.rules = rules;
        this.days = days;
    }

    String figures(String code) {
        var partnership = partnerships.get(code);
        var first = review.choices(code).get(0);
        var shown = Shown.of(partnership, intro(first))
                .with("model", partnership.model().name())
                .fact("Model", partnership.model().label())
                .fact("Live since", review.liveOn(code));
        reviews.newest(code)
                .map(Review::figures)
                .ifPresentOrElse(
                        last -> last.lines().forEach(shown::fact),
                        () -> shown.fact("Earlier figures", "None: this is the first review"));
        return shown.json();
    }

    private static String intro(Period first) {
        return "Enter a month's figures beside their targets: the rules judge them, and the review talks about them."
                + (first.months() > 1
                        ? " " + first.months() + " months passed since the last review, from "
                                + Period.label(first.from()) + " on; this one covers them all."
                        : "")
                + (first.soFar() ? " No month is over since the last review, so these are the figures so far." : "");
    }

    List<Map<String, String>> months(String code) {
        return review.choices(code).stream()
                .map(one -> Map.of("label", one.label(), "value", one.month().toString()))
                .toList();
    }

    String review(String code) {
        var current = review.current(code);
        var judgement = current.judgement();
        var open = actions.open(code);
        var overdue =
                open.stream().filter(action -> action.overdue(days.today())).count();
        var shown = Shown.of(
                        partnerships.get(code),
                        (judgement.undecided()
                                        ? "The rules could not decide: no row fits these figures. You decide, with a"
                                                + " reason."
                                        : "Go through what is still open, then through the figures. The rules say: "
                                                + judgement.label() + ".")
                                + (overdue == 0 ? "" : " Overdue actions: " + overdue + "; each needs an answer."))
                .with("openActions", open.stream().map(this::row).toList())
                .with("trend", new Trend(reviews.of(code)).lines())
                .fact("Rules' verdict", judgement.label())
                .fact("Live for", judgement.monthsLive() + " full months");
        current.figures().lines().forEach(shown::fact);
        terms.signed(code).map(TermsVersion::label).ifPresent(version -> shown.fact("Signed terms", version));
        renewal.dates(code).map(RenewalDates::line).ifPresent(line -> shown.fact("Renewal", line));
        return shown.reasons(rules.decision(judgement.decision())).json();
    }

    private Map<String, String> row(Action action) {
        return Map.of(
                "action", action.action(),
                "owner", action.owner(),
                "due", Shown.day(action.due()) + (action.overdue(days.today()) ? " – overdue" : ""));
    }

    /** The open actions as choices of the form. */
    List<Map<String, String>> openActions(String code) {
        return actions.open(code).stream()
                .map(action -> Map.of("label", brief(action), "value", Long.toString(action.id())))
                .toList();
    }

    /** Short enough for one line of a choice; the table above it says who and when. */
    private String brief(Action action) {
        var text = (action.overdue(days.today()) ? "Overdue: " : "") + action.action();
        return text.length() <= LONGEST_CHOICE
                ? text
                : text.substring(0, LONGEST_CHOICE - 1).strip() + "…";
    }

    /** One row for each open action, for whoever holds the review to fill. */
    List<Map<String, String>> actionResults(String code) {
        return actions.open(code).stream()
                .map(action -> Map.of("which", Long.toString(action.id())))
                .toList();
    }

    List<Map<String, String>> owners(String code) {
        return owners.of(code).stream()
                .map(one -> Map.of("label", one.label(), "value", one.value()))
                .toList();
    }

    /** What a field of the forms starts with; nothing where nobody knows yet. */
    Object prefill(String code, String key) {
        return switch (key) {
            case "figuresMonth" -> review.choices(code).get(0).month().toString();
            case "targetReferrals" -> last(code, figures -> target(figures.referrals()));
            case "targetConnected" -> last(code, figures -> target(figures.connected()));
            case "targetLeads" -> last(code, figures -> target(figures.leads()));
            case "targetRevenue" -> last(code, ReviewForms::targetRevenue);
            case "verdict" ->
                reviews.newest(code)
                        .map(Review::judgement)
                        .filter(judgement -> !judgement.undecided())
                        .map(Review.Judgement::verdict)
                        .orElse(null);
            case "renewalDecision" -> renewal.proposed(code);
            default -> throw new IllegalArgumentException("No form of this stage has a field " + key);
        };
    }

    private Object last(String code, Function<Figures, Object> value) {
        return reviews.newest(code).map(Review::figures).map(value).orElse(null);
    }

    private static Object target(Figures.Counted counted) {
        return counted == null ? null : counted.target();
    }

    private static Object targetRevenue(Figures figures) {
        return Optional.ofNullable(figures.revenue())
                .map(Figures.Revenue::target)
                .map(target -> (Object) Amounts.number(target).longValueExact())
                .orElse(null);
    }
}
