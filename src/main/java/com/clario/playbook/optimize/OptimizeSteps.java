package com.clario.playbook.optimize;

import com.clario.playbook.optimize.action.ActionReminders;
import com.clario.playbook.optimize.renewal.RenewalDecision;
import com.clario.playbook.optimize.review.FiguresForm;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the last stage's drawing asks for: reviews, reminders, the renewal, and what new terms changed. */
@Component
public class OptimizeSteps {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final int YEARS_AWAY = 50;

    private final MonthlyReview review;
    private final ReviewMeeting meeting;
    private final ReviewForms forms;
    private final Reviews reviews;
    private final RenewalDecision renewal;
    private final ActionReminders reminders;
    private final BusinessDays days;

    OptimizeSteps(
            MonthlyReview review,
            ReviewMeeting meeting,
            ReviewForms forms,
            Reviews reviews,
            RenewalDecision renewal,
            ActionReminders reminders,
            BusinessDays days) {
        this.review = review;
        this.meeting = meeting;
        this.forms = forms;
        this.reviews = reviews;
        this.renewal = renewal;
        this.reminders = reminders;
        this.days = days;
    }

    /** A month after the go-live or the last review, on the first working day from then on. */
    public Date nextReviewDate(String partnershipId) {
        var last = reviews.lastHeld(partnershipId)
                .map(held -> LocalDate.ofInstant(held.conclusion().heldAt(), days.zone()))
                .orElseGet(() -> review.liveOn(partnershipId));
        var day = last.plusMonths(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return days.start(day);
    }

    /** When the question of renewal comes next; far away where nothing is signed that could end. */
    public Date renewalDate(String partnershipId) {
        return days.start(
                renewal.nextQuestion(partnershipId).orElseGet(() -> days.today().plusYears(YEARS_AWAY)));
    }

    /** Every morning from tomorrow on, as timers spell it. */
    public String everyMorning() {
        var tomorrow = days.today().plusDays(1).atTime(MORNING).atZone(days.zone());
        return "R/" + tomorrow.toInstant() + "/P1D";
    }

    public void remindOwners(String partnershipId) {
        reminders.send(partnershipId);
    }

    public String showEnterFigures(String partnershipId) {
        return forms.figures(partnershipId);
    }

    public String months(String partnershipId) {
        return Shown.json(forms.months(partnershipId));
    }

    public void recordFigures(
            String partnershipId,
            String figuresMonth,
            Integer referrals,
            Integer targetReferrals,
            Integer connected,
            Integer targetConnected,
            Integer leads,
            Integer targetLeads,
            Long partnerRevenue,
            Long targetRevenue,
            Long totalRevenue,
            Integer retentionPartner,
            Integer retentionDirect,
            Integer openComplaints,
            String figuresNote) {
        review.enter(
                partnershipId,
                new FiguresForm(
                        figuresMonth,
                        referrals,
                        targetReferrals,
                        connected,
                        targetConnected,
                        leads,
                        targetLeads,
                        partnerRevenue,
                        targetRevenue,
                        totalRevenue,
                        retentionPartner,
                        retentionDirect,
                        openComplaints,
                        figuresNote));
    }

    public String judgePartnership(String partnershipId) {
        return review.judge(partnershipId);
    }

    public String showHoldReview(String partnershipId) {
        return forms.review(partnershipId);
    }

    public String openActions(String partnershipId) {
        return Shown.json(forms.openActions(partnershipId));
    }

    public String actionResults(String partnershipId) {
        return Shown.json(forms.actionResults(partnershipId));
    }

    public String owners(String partnershipId) {
        return Shown.json(forms.owners(partnershipId));
    }

    public String recordReviewVerdict(
            String partnershipId, String verdict, String verdictReason, String actionResults, String newActions) {
        return meeting.conclude(partnershipId, verdict, verdictReason, actionResults, newActions);
    }

    public void adviseRenewal(String partnershipId) {
        renewal.advise(partnershipId);
    }

    public String showDecideRenewal(String partnershipId) {
        return renewal.show(partnershipId);
    }

    public String recordRenewal(String partnershipId, String renewalDecision, String renewalReason, String askAgainOn) {
        return renewal.answer(partnershipId, renewalDecision, renewalReason, askAgainOn);
    }

    public void keepOldTerms(String partnershipId) {
        meeting.keepOldTerms(partnershipId);
    }

    public String compareModel(String partnershipId) {
        return meeting.isModelNew(partnershipId) ? "NEW" : "SAME";
    }

    /** What a field of the forms starts with; nothing where nobody knows yet. */
    public Object prefill(String partnershipId, String key) {
        return forms.prefill(partnershipId, key);
    }
}
