package com.clario.playbook.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.Deal;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.programme.ActivePartnerships;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class OptimizeProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Reviews reviews;

    @Autowired
    OptimizeSteps steps;

    @Autowired
    OptimizeProcess process;

    @Autowired
    People people;

    @Autowired
    BusinessDays days;

    @Autowired
    ActivePartnerships active;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void keepsAndWaitsForTheNextMonth() {
        var moka = live();
        moka.run().fire("monthIsOver");
        assertThat(moka.run().variable("enterFigures", "shown").toString())
                .contains("this is the first review", "\"model\":\"WHITE_LABEL\"");
        moka.figures(42, 20_000_000L);

        assertThat(moka.run().variable("holdReview", "verdict")).isEqualTo("KEEP");
        assertThat(moka.run().variable("holdReview", "shown").toString())
                .contains("REV-07", "Rp 20.000.000 of Rp 20.000.000 (100.0 %)", "42 of 40 (105.0 %)", "16.7 %")
                .contains("\"trend\":[{", "decide by ");
        moka.hold("KEEP", null);

        var review = newest(moka);
        assertThat(review.held()).isTrue();
        assertThat(review.overridden()).isFalse();
        assertThat(review.conclusion().heldBy()).isEqualTo("maya");
        assertThat(review.judgement().decision()).isPositive();
        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
        assertThat(moka.run().drawing("optimize")).hasNotPassed("contract");
    }

    @Test
    void reviewsAnIntegrationByWhatItConnects() {
        var zahir = LiveCase.since(house, days.today(), PartnerType.ACCOUNTING, Model.INTEGRATION);
        zahir.run().fire("monthIsOver");

        refused(
                () -> zahir.run().complete("sari", "enterFigures", integration(12, null)),
                "“Leads from co-marketing” is missing.");
        zahir.run().complete("sari", "enterFigures", integration(12, 9));

        assertThat(newest(zahir).figures().model()).isEqualTo(Model.INTEGRATION);
        assertThat(newest(zahir).figures().revenue()).isNull();
        assertThat(zahir.run().variable("holdReview", "verdict")).isEqualTo("KEEP");
        assertThat(zahir.run().variable("holdReview", "shown").toString())
                .contains("REV-14", "12 of 10 (120.0 %)", "9 of 10 (90.0 %)", "not measured")
                .doesNotContain("Rp 0", "REV-01", "REV-02");
        zahir.hold("KEEP", null);
        zahir.run().fire("monthIsOver");
        assertThat(zahir.run().variable("enterFigures", "targetConnected")).isEqualTo(10);
        assertThat(zahir.run().variable("enterFigures", "targetRevenue")).isNull();
    }

    @Test
    void adjustsThroughANewContractAndKeepsTheOldTermsIfLegalRejectsIt() {
        var moka = live();
        moka.run().fire("monthIsOver");
        moka.figures(20, 8_000_000L);

        assertThat(moka.run().variable("holdReview", "verdict")).isEqualTo("ADJUST");
        assertThat(moka.run().variable("holdReview", "shown").toString()).contains("REV-02");
        moka.hold("ADJUST", null);

        assertThat(newest(moka).conclusion().verdict()).isEqualTo("ADJUST");
        assertThat(moka.run().openTasks()).containsExactly("proposeTerms");
        propose(moka);
        moka.run()
                .complete("lina", "reviewContract", Map.of("reviewDecision", "REJECT", "reviewComment", "Not lawful"));

        assertThat(moka.run().timeline()).contains("The old terms stay: Version 1");
        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
        assertThat(moka.run().passed("signature")).isFalse();
    }

    @Test
    void expandsThroughANewContract() {
        var moka = live();
        moka.run().fire("monthIsOver");
        moka.figures(60, 30_000_000L);

        assertThat(moka.run().variable("holdReview", "verdict")).isEqualTo("EXPAND");
        moka.hold("EXPAND", null);

        assertThat(moka.run().openTasks()).containsExactly("proposeTerms");
    }

    @Test
    void launchesAgainOnlyWhereTheModelChanged() {
        var moka = live();
        moka.run().fire("monthIsOver");
        moka.figures(60, 30_000_000L).hold("EXPAND", null);

        assertThat(steps.compareModel(moka.code())).isEqualTo("SAME");
        house.getBean(JdbcClient.class)
                .sql("update playbook.partnership set model = 'RESELLER' where code = ?")
                .param(moka.code())
                .update();

        assertThat(steps.compareModel(moka.code())).isEqualTo("NEW");
        assertThat(moka.run().timeline()).contains("A new model to launch: Reseller instead of White-label");
    }

    @Test
    void terminatesAgainstTheRulesOnlyWithAReason() {
        var moka = live();
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L);

        refused(() -> moka.hold("TERMINATE", " "), "Reason: the rules say “Keep”, so say why you decide otherwise.");
        moka.hold("TERMINATE", "Moka was bought by a rival");

        assertThat(newest(moka).overridden()).isTrue();
        assertThat(newest(moka).conclusion().reason()).isEqualTo("Moka was bought by a rival");
        assertThat(moka.run().openTasks()).containsExactly("giveNotice");
    }

    @Test
    void advisesToTerminateAPartnershipThatIsFarBelowItsTarget() {
        var moka = LiveCase.since(house, days.today().minusMonths(7));
        moka.run().fire("monthIsOver");
        moka.figures(10, 5_000_000L);

        assertThat(moka.run().variable("holdReview", "verdict")).isEqualTo("TERMINATE");
        assertThat(newest(moka).judgement().monthsLive()).isEqualTo(7);
    }

    @Test
    void leavesTheVerdictEmptyWhereTheRulesCannotDecide() {
        var moka = live();
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L);
        house.getBean(JdbcClient.class)
                .sql("update playbook.review_judgement set verdict = 'UNDECIDED' where review = ?")
                .param(newest(moka).id())
                .update();

        assertThat(steps.prefill(moka.code(), "verdict")).isNull();
        assertThat(steps.showHoldReview(moka.code())).contains("The rules could not decide");
        refused(() -> moka.hold("KEEP", null), "Reason: the rules could not decide, so say why");
        moka.hold("KEEP", "It goes well");
        assertThat(newest(moka).conclusion().verdict()).isEqualTo("KEEP");
    }

    @Test
    void doesNotTrustTheDrawingAboutWhoConcludes() {
        var moka = live();
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L);

        refused(
                () -> people.actAs("sari", () -> steps.recordReviewVerdict(moka.code(), "KEEP", null, null, null)),
                "Only a manager can conclude a review.");
        moka.hold("KEEP", null);
        refused(
                () -> people.actAs("maya", () -> steps.recordReviewVerdict(moka.code(), "EXPAND", "x", null, null)),
                "No review is under way");
    }

    @Test
    void refusesFiguresThatCannotBe() {
        var moka = live();
        moka.run().fire("monthIsOver");

        refused(() -> moka.figures(42, 120_000_001L), "is more than our total revenue");

        assertThat(reviews.of(moka.code())).isEmpty();
        assertThat(moka.run().openTasks()).containsExactly("enterFigures");
    }

    @Test
    void isCalledByAPersonWithAReason() {
        var moka = live();

        refused(() -> call(moka, "sari", " "), "Why: fill it in.");
        refused(() -> call(moka, "lina", "I wonder"), "Only partnerships or a manager can call a review.");
        call(moka, "sari", "Complaints from three restaurants");

        assertThat(moka.run().openTasks()).containsExactly("enterFigures");
        assertThat(moka.run().timeline()).contains("Review called");
        refused(() -> call(moka, "sari", "Once more"), "No review of Moka can be called now");
        assertThat(moka.run().timeline()).filteredOn("Review called"::equals).hasSize(1);
    }

    /** The go-live may be decided for a day to come: until then nothing is live, and nothing to be reviewed. */
    @Test
    void isNotCalledBeforeTheFirstLiveDay() {
        var live = LocalDate.of(2027, 3, 31);
        LiveCase.today(house, live);
        var activeThen = active.count();
        LiveCase.today(house, LocalDate.of(2027, 2, 28));
        var activeNow = active.count();
        var moka = LiveCase.since(house, live);
        assertThat(steps.nextReviewDate(moka.code())).isEqualTo(days.start(LocalDate.of(2027, 4, 30)));

        refused(
                () -> call(moka, "sari", "I wonder"),
                "Moka goes live on 31 Mar 2027, so there is nothing to review before that day.");
        assertThat(moka.run().timeline()).doesNotContain("Review called");
        assertThat(active.count()).isEqualTo(activeNow);

        LiveCase.today(house, live);
        assertThat(active.count()).isEqualTo(activeThen + 1);
        call(moka, "sari", "I wonder");
        assertThat(moka.run().openTasks()).containsExactly("enterFigures");
    }

    @Test
    void reviewsAMonthAfterTheGoLiveAndThenAMonthAfterEachReview() {
        var moka = LiveCase.since(house, LocalDate.of(2026, 11, 30));
        assertThat(steps.nextReviewDate(moka.code())).isEqualTo(days.start(LocalDate.of(2026, 12, 30)));
        var weekend = LiveCase.since(house, LocalDate.of(2026, 11, 28));
        assertThat(steps.nextReviewDate(weekend.code())).isEqualTo(days.start(LocalDate.of(2026, 12, 28)));
        var saturday = LiveCase.since(house, LocalDate.of(2026, 12, 2));
        assertThat(steps.nextReviewDate(saturday.code())).isEqualTo(days.start(LocalDate.of(2027, 1, 4)));

        moka.passTo(LocalDate.of(2027, 1, 20));
        moka.figures(42, 20_000_000L).hold("KEEP", null);

        var next = days.today().plusMonths(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        assertThat(steps.nextReviewDate(moka.code())).isEqualTo(days.start(next));
    }

    private LiveCase live() {
        return LiveCase.since(house, days.today());
    }

    private static Map<String, Object> integration(int connected, Integer leads) {
        var fields = new HashMap<String, Object>();
        fields.put("connected", connected);
        fields.put("targetConnected", 10);
        fields.put("leads", leads);
        fields.put("targetLeads", 10);
        fields.put("openComplaints", 0);
        return fields;
    }

    private static void propose(LiveCase one) {
        var changed = Map.<String, Object>of(
                "partnerShare", "65", "durationMonths", 24, "termsNote", "Adjusted in the review");
        one.run().complete("sari", "proposeTerms", Deal.terms(changed));
    }

    private void call(LiveCase one, String who, String why) {
        people.actAs(who, () -> {
            process.callReview(one.code(), why);
            return null;
        });
    }

    private Review newest(LiveCase one) {
        return reviews.newest(one.code()).orElseThrow();
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
