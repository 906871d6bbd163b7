package com.clario.playbook.optimize.renewal;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.optimize.renewal.Renewal.Choice;
import com.clario.playbook.optimize.review.Figures;
import com.clario.playbook.optimize.review.Measured;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.ReviewFacts;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.optimize.review.Said;
import com.clario.playbook.optimize.review.Trend;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks in time whether signed terms go on, has the rules advise, and keeps a manager's answer. */
@Component
@Transactional
public class RenewalDecision {

    /** A question that led to nothing comes again, but not at once. */
    private static final int DAYS_TO_ASK_AGAIN = 14;

    private final Renewals renewals;
    private final TermsVersions terms;
    private final Reviews reviews;
    private final Partnerships partnerships;
    private final Rules rules;
    private final RuleSet<RenewalFacts> policy;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;

    RenewalDecision(
            Renewals renewals,
            TermsVersions terms,
            Reviews reviews,
            Partnerships partnerships,
            Rules rules,
            RuleSet<RenewalFacts> policy,
            People people,
            Timeline timeline,
            BusinessDays days) {
        this.renewals = renewals;
        this.terms = terms;
        this.reviews = reviews;
        this.partnerships = partnerships;
        this.rules = rules;
        this.policy = policy;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
    }

    /** When the present terms have to be decided on; none where none are signed. */
    public Optional<RenewalDates> dates(String code) {
        return terms.signed(code).map(RenewalDates::of);
    }

    /** When the question comes next: in time, and later again where an answer left the terms as they are. */
    public Optional<LocalDate> nextQuestion(String code) {
        return terms.signed(code).map(signed -> {
            var inTime = RenewalDates.of(signed).askOn();
            return renewals.lastAnswered(code)
                    .filter(renewal -> renewal.version() == signed.number())
                    .map(this::again)
                    .filter(again -> again.isAfter(inTime))
                    .orElse(inTime);
        });
    }

    private LocalDate again(Renewal renewal) {
        return renewal.answer().askAgainOn() != null
                ? renewal.answer().askAgainOn()
                : LocalDate.ofInstant(renewal.answer().at(), days.zone()).plusDays(DAYS_TO_ASK_AGAIN);
    }

    /** Has the rules say what they advise; asked twice, they have said it. */
    public void advise(String code) {
        if (renewals.open(code).isEmpty()) {
            var signed = signed(code);
            var decision = rules.decide(policy, facts(code, signed), code);
            renewals.ask(code, signed.number(), partnerships.get(code).model(), decision.id());
            timeline.add(
                    code,
                    MonthlyReview.STAGE,
                    "The terms end on " + Shown.day(signed.validTo()) + ". Rules on their renewal: " + label(decision),
                    decision.undecided() ? "No row fits; a manager decides" : String.join("; ", decision.reasons()));
        }
    }

    private RenewalFacts facts(String code, TermsVersion signed) {
        var held = heldUnder(code, signed);
        var model = partnerships.get(code).model();
        var trend = new Trend(reviews.of(code));
        var integrated = model == Model.INTEGRATION;
        var retention =
                held.stream().map(review -> review.figures().retention()).findFirst();
        return new RenewalFacts(
                model.name(),
                held.size(),
                Math.toIntExact(held.stream()
                        .filter(review -> review.conclusion().verdict().equals(ReviewFacts.ADJUST))
                        .count()),
                integrated ? trend.connected() : trend.revenue(),
                integrated ? trend.connectedTarget() : trend.revenueTarget(),
                Measured.of(retention.map(Figures.Retention::partner).orElse(null)),
                Measured.of(retention.map(Figures.Retention::direct).orElse(null)));
    }

    /** The reviews held since these terms are in force, newest first. */
    private List<Review> heldUnder(String code, TermsVersion signed) {
        return reviews.of(code).stream()
                .filter(Review::held)
                .filter(review -> !LocalDate.ofInstant(review.conclusion().heldAt(), days.zone())
                        .isBefore(signed.validFrom()))
                .toList();
    }

    /** What the form shows: terms, dates, months, verdicts so far and the advice with its reasons. */
    public String show(String code) {
        var renewal = current(code);
        var signed = signed(code);
        var dates = RenewalDates.of(signed);
        var advice = rules.decision(renewal.advice());
        var late = days.today().isAfter(dates.decideBy());
        var shown = Shown.of(
                        partnerships.get(code),
                        (late
                                        ? "Notice can no longer be given in time for the last day of these terms. "
                                        : "Decide by " + Shown.day(dates.decideBy())
                                                + ": that is the last day on which notice is in time. ")
                                + (advice.undecided()
                                        ? "The rules cannot say what is best."
                                        : "The rules advise: " + label(advice) + "."))
                .with("trend", new Trend(reviews.of(code)).lines())
                .fact("The terms end on", dates.lastDay())
                .fact("Decide by", dates.decideBy())
                .fact("Reviews under these terms", verdicts(code, signed));
        signed.terms().lines().forEach(shown::fact);
        return shown.reasons(advice).json();
    }

    private String verdicts(String code, TermsVersion signed) {
        var held = heldUnder(code, signed);
        return held.isEmpty()
                ? "none yet"
                : String.join(
                        ", ",
                        held.stream()
                                .map(review -> review.number() + ": "
                                        + review.conclusion().label())
                                .toList());
    }

    /** What the rules advise, as the form begins; nothing where they could not. */
    public String proposed(String code) {
        var advice = rules.decision(current(code).advice());
        if (advice.undecided()) {
            return null;
        }
        return advice.verdict().equals(RenewalFacts.END) ? Choice.END.name() : Choice.RENEW.name();
    }

    /** Keeps a manager's answer about the signed terms. */
    public String answer(String code, String decision, String reason, String askAgainOn) {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager can decide on a renewal.");
        }
        var renewal = current(code);
        var signed = signed(code);
        var choice = choice(decision);
        var why = Said.text("Reason", reason, 1000);
        var again = choice == Choice.LATER ? againOn(askAgainOn, signed) : null;
        renewals.answer(renewal, choice, why, again);
        timeline.add(
                code,
                MonthlyReview.STAGE,
                "Renewal of version " + signed.number() + ": " + choice.label()
                        + (again == null ? "" : ", asked again on " + Shown.day(again)),
                why);
        return choice.name();
    }

    private LocalDate againOn(String written, TermsVersion signed) {
        var again = BusinessDays.read("Ask again on", written);
        var dates = RenewalDates.of(signed);
        var latest = days.today().isBefore(dates.decideBy()) ? dates.decideBy() : dates.lastDay();
        if (!again.isAfter(days.today())) {
            throw new Refusal("Ask again on: choose a day after today.");
        }
        if (again.isAfter(latest) && latest.isAfter(days.today())) {
            throw new Refusal("Ask again on: choose a day up to " + Shown.day(latest)
                    + (latest.equals(dates.decideBy())
                            ? ", the last day on which notice is in time."
                            : ", the last day of the terms."));
        }
        return again;
    }

    private static Choice choice(String decision) {
        return Stream.of(Choice.values())
                .filter(one -> one.name().equals(decision))
                .findFirst()
                .orElseThrow(() -> new Refusal("Your decision: choose to renew, to end or to decide later."));
    }

    private Renewal current(String code) {
        return renewals.open(code)
                .orElseThrow(() -> new Refusal("The renewal is decided already; it is not asked for now."));
    }

    private TermsVersion signed(String code) {
        return terms.signed(code).orElseThrow(() -> new Refusal("There are no signed terms that could be renewed."));
    }

    private static String label(Decision advice) {
        return switch (advice.verdict()) {
            case RenewalFacts.RENEW -> "renew";
            case RenewalFacts.CHANGE -> "renew on other terms";
            case RenewalFacts.END -> "end";
            default -> "they cannot say";
        };
    }
}
