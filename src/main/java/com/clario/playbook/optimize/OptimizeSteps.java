package com.clario.playbook.optimize;

import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.Rules;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the last stage's drawing asks for: when the next review is, its figures, judgement and conclusion. */
@Component
public class OptimizeSteps {

    private final ReviewService service;
    private final Reviews reviews;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final Rules rules;
    private final BusinessDays days;

    OptimizeSteps(
            ReviewService service,
            Reviews reviews,
            TermsVersions terms,
            Partnerships partnerships,
            Rules rules,
            BusinessDays days) {
        this.service = service;
        this.reviews = reviews;
        this.terms = terms;
        this.partnerships = partnerships;
        this.rules = rules;
        this.days = days;
    }

    /** A month after the go-live or the last review, on the first working day from then on. */
    public Date nextReviewDate(String partnershipId) {
        var last = reviews.lastHeld(partnershipId)
                .map(review -> LocalDate.ofInstant(review.conclusion().heldAt(), days.zone()))
                .orElseGet(() -> service.liveOn(partnershipId));
        var day = last.plusMonths(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return days.start(day);
    }

    public String showEnterFigures(String partnershipId) {
        var shown = Shown.of(
                partnerships.get(partnershipId),
                "Enter the month's figures beside their targets. The rules judge them, and the review talks about"
                        + " them.");
        reviews.newest(partnershipId)
                .map(Review::figures)
                .ifPresentOrElse(figures -> figures.lines().forEach(shown::fact), () -> shown.fact(
                                "Live since", service.liveOn(partnershipId))
                        .fact("Earlier figures", "None: this is the first review"));
        return shown.json();
    }

    public void recordFigures(
            String partnershipId,
            Integer referrals,
            Integer targetReferrals,
            Long partnerRevenue,
            Long targetRevenue,
            Long totalRevenue,
            Integer retentionPartner,
            Integer retentionDirect,
            Integer openComplaints,
            String figuresNote) {
        service.enter(
                partnershipId,
                Figures.entered(
                        referrals,
                        targetReferrals,
                        partnerRevenue,
                        targetRevenue,
                        totalRevenue,
                        retentionPartner,
                        retentionDirect,
                        openComplaints,
                        figuresNote));
    }

    public String judgePartnership(String partnershipId) {
        return service.judge(partnershipId);
    }

    public String showHoldReview(String partnershipId) {
        var review = service.current(partnershipId);
        var judgement = review.judgement();
        var shown = Shown.of(
                        partnerships.get(partnershipId),
                        judgement.undecided()
                                ? "The rules could not decide: no row fits these figures. You decide, with a reason."
                                : "Go through what is still open, then through the figures. The rules say: "
                                        + judgement.label() + ".")
                .with(
                        "openActions",
                        reviews.openActions(partnershipId).stream()
                                .map(one -> Map.of(
                                        "action", one.action(), "owner", one.owner(), "due", Shown.day(one.due())))
                                .toList())
                .fact("Rules' verdict", judgement.label())
                .fact("Live for", judgement.monthsLive() + " full months");
        review.figures().lines().forEach(shown::fact);
        terms.signed(partnershipId).ifPresent(version -> shown.fact("Signed terms", version.label()));
        return shown.reasons(rules.decision(judgement.decision())).json();
    }

    /** The actions of earlier reviews that can be ticked as done. */
    public String openActions(String partnershipId) {
        return Shown.json(reviews.openActions(partnershipId).stream()
                .map(action -> Map.of("label", action.line(), "value", Long.toString(action.id())))
                .toList());
    }

    public String recordReviewVerdict(
            String partnershipId, String verdict, String verdictReason, String doneActions, String newActions) {
        return service.conclude(
                partnershipId, verdict, verdictReason, Promises.ids(doneActions), Promises.read(newActions));
    }

    /** What a field of the forms starts with; nothing where nobody knows yet. */
    public Object prefill(String partnershipId, String key) {
        var newest = reviews.newest(partnershipId);
        return switch (key) {
            case "verdict" ->
                newest.map(Review::judgement)
                        .filter(judgement -> !judgement.undecided())
                        .map(Review.Judgement::verdict)
                        .orElse(null);
            case "targetReferrals" ->
                newest.map(review -> review.figures().targetReferrals()).orElse(null);
            case "targetRevenue" ->
                newest.map(review ->
                                Amounts.number(review.figures().targetRevenue()).longValueExact())
                        .orElse(null);
            default -> throw new IllegalArgumentException("No form of this stage has a field " + key);
        };
    }
}
