package com.clario.playbook.optimize.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.LiveCase;
import com.clario.playbook.optimize.OptimizeSteps;
import com.clario.playbook.partnership.BusinessDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Terms from 2 Jan 2027 for two years with 60 days of notice: they end on 2 Jan 2029, notice is due on 3 Nov 2028. */
@PlaybookTest
class RenewalProcessTests {

    private static final LocalDate LIVE = LocalDate.of(2027, 2, 1);
    private static final LocalDate ASKED = LocalDate.of(2028, 10, 4);
    private static final LocalDate NOTICE = LocalDate.of(2028, 11, 3);

    @Autowired
    ApplicationContext house;

    @Autowired
    Renewals renewals;

    @Autowired
    RenewalDecision renewal;

    @Autowired
    OptimizeSteps steps;

    @Autowired
    BusinessDays days;

    private LiveCase moka;

    @BeforeEach
    void goLive() {
        LiveCase.today(house, LIVE);
        moka = LiveCase.since(house, LIVE);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void asksThirtyDaysBeforeNoticeWouldHaveToBeGiven() {
        assertThat(renewal.dates(moka.code()).orElseThrow())
                .isEqualTo(new RenewalDates(ASKED, NOTICE, LocalDate.of(2029, 1, 2)));
        assertThat(steps.renewalDate(moka.code())).isEqualTo(days.start(ASKED));
        LiveCase.today(house, ASKED.minusDays(20));
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L).hold("KEEP", null);

        moka.passTo(ASKED);

        assertThat(moka.run().openTasks()).containsExactly("decideRenewal");
        assertThat(moka.run().variable("decideRenewal", "renewalDecision")).isEqualTo("RENEW");
        assertThat(moka.run().variable("decideRenewal", "shown").toString())
                .contains("REN-05", "Decide by 3 Nov 2028", "\"trend\":[{\"month\":\"Aug 2028\"", "1: Keep", "70 %")
                .contains("The rules advise: renew.");
    }

    @Test
    void renewsThroughANewContractThatBeginsWithThePresentTerms() {
        askForRenewal();

        refused(() -> decide("maya", "RENEW", null, " "), "“Reason” is missing");
        decide("maya", "RENEW", null, "Both sides are content");

        assertThat(renewals.lastAnswered(moka.code()).orElseThrow().answer())
                .returns(Renewal.Choice.RENEW, Renewal.Answer::choice)
                .returns("maya", Renewal.Answer::by);
        assertThat(moka.run().openTasks()).containsExactly("proposeTerms");
        assertThat(moka.run().variable("proposeTerms", "partnerShare")).isEqualTo("70");
        assertThat(moka.run().timeline()).contains("Renewal of version 1: Renew: go on with a new contract");
    }

    @Test
    void windsDownAtTheEndOfTheTermsWhereTheyAreNotRenewed() {
        askForRenewal();

        decide("maya", "END", null, "Too little for both");

        assertThat(moka.run().openTasks()).containsExactly("giveNotice");
        assertThat(moka.run().variable("giveNotice", "shown").toString())
                .contains("its terms are not renewed", "2 Jan 2029: the last day of Version 1 of the terms");
    }

    @Test
    void asksAgainOnTheDayItWasPutOffTo() {
        askForRenewal();
        var again = LocalDate.of(2028, 10, 20);

        refused(() -> decide("maya", "LATER", null, "The budget first"), "Ask again on: choose a date.");
        refused(
                () -> decide("maya", "LATER", NOTICE.plusDays(1), "The budget first"),
                "Ask again on: choose a day up to 3 Nov 2028, the last day on which notice is in time.");
        refused(() -> decide("maya", "LATER", ASKED, "x"), "Ask again on: choose a day after today.");
        decide("maya", "LATER", again, "The budget first");

        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
        assertThat(steps.renewalDate(moka.code())).isEqualTo(days.start(again));
        moka.run().fire("renewalIsDue");
        assertThat(moka.run().openTasks()).containsExactly("decideRenewal");
        assertThat(renewals.of(moka.code())).hasSize(2);
    }

    /** A review that lasts past the date is followed by the question at once, and an answer by no second question. */
    @Test
    void comesAtOnceAfterALongReviewAndNeverLoops() {
        LiveCase.today(house, ASKED.minusDays(5));
        moka.run().fire("monthIsOver");
        LiveCase.today(house, NOTICE.plusDays(10));
        moka.figures(42, 20_000_000L).hold("KEEP", null);

        moka.passTo(NOTICE.plusDays(10));
        assertThat(moka.run().openTasks()).containsExactly("decideRenewal");
        assertThat(moka.run().variable("decideRenewal", "shown").toString())
                .contains("Notice can no longer be given in time");
        decide("maya", "RENEW", null, "Go on");
        propose();
        moka.run().complete("lina", "reviewContract", Map.of("reviewDecision", "REJECT", "reviewComment", "No"));

        assertThat(moka.run().timeline()).contains("The old terms stay: Version 1");
        moka.passTo(NOTICE.plusDays(11));
        assertThat(moka.run().openTasks()).doesNotContain("decideRenewal");
        assertThat(steps.renewalDate(moka.code())).isEqualTo(days.start(NOTICE.plusDays(24)));
    }

    @Test
    void leavesTheDecisionToAManager() {
        askForRenewal();

        refused(
                () -> house.getBean(People.class)
                        .actAs("sari", () -> steps.recordRenewal(moka.code(), "END", "I say so", null)),
                "Only a manager can decide on a renewal.");
        decide("maya", "RENEW", null, "Both sides are content");
        refused(
                () -> house.getBean(People.class)
                        .actAs("maya", () -> steps.recordRenewal(moka.code(), "END", "Again", null)),
                "The renewal is decided already");
    }

    @Test
    void leavesItToPeopleWhereNothingWasReviewed() {
        moka.run().fire("renewalIsDue");

        assertThat(moka.run().variable("decideRenewal", "renewalDecision")).isNull();
        assertThat(moka.run().variable("decideRenewal", "shown").toString())
                .contains("The rules cannot say what is best.");
    }

    private void askForRenewal() {
        LiveCase.today(house, ASKED);
        moka.run().fire("renewalIsDue");
    }

    private void decide(String who, String decision, LocalDate again, String reason) {
        var fields = new HashMap<String, Object>();
        fields.put("renewalDecision", decision);
        fields.put("askAgainOn", again == null ? null : again.toString());
        fields.put("renewalReason", reason);
        moka.run().complete(who, "decideRenewal", fields);
    }

    private void propose() {
        moka.propose(Map.of("termsNote", "Renewed"));
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
