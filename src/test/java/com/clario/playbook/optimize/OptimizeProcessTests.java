package com.clario.playbook.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
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

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void keepsAndWaitsForTheNextMonth() {
        var moka = live();
        moka.fire("monthIsOver");
        assertThat(moka.variable("enterFigures", "shown").toString()).contains("this is the first review");
        figures(moka, 42, 20_000_000L);

        assertThat(moka.variable("holdReview", "verdict")).isEqualTo("KEEP");
        assertThat(moka.variable("holdReview", "shown").toString())
                .contains("REV-07", "Rp 20.000.000 of Rp 20.000.000 (100.0 %)", "42 of 40 (105.0 %)", "16.7 %");
        hold(moka, "KEEP", null, List.of(), List.of());

        var review = newest(moka);
        assertThat(review.held()).isTrue();
        assertThat(review.overridden()).isFalse();
        assertThat(review.conclusion().heldBy()).isEqualTo("maya");
        assertThat(review.judgement().decision()).isPositive();
        assertThat(moka.waitsAt("monthRuns")).isTrue();
        assertThat(moka.drawing("optimize")).hasNotPassed("contract");
    }

    @Test
    void showsLastMonthAndItsTargetsTheNextTime() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);
        hold(moka, "KEEP", null, List.of(), List.of());

        moka.fire("monthIsOver");

        assertThat(moka.variable("enterFigures", "targetReferrals")).isEqualTo(40);
        assertThat(moka.variable("enterFigures", "targetRevenue")).isEqualTo(20_000_000L);
        assertThat(moka.variable("enterFigures", "shown").toString()).contains("42 of 40");
    }

    @Test
    void adjustsThroughANewContract() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 20, 8_000_000L);

        assertThat(moka.variable("holdReview", "verdict")).isEqualTo("ADJUST");
        assertThat(moka.variable("holdReview", "shown").toString()).contains("REV-02");
        hold(moka, "ADJUST", null, List.of(), List.of());

        assertThat(newest(moka).conclusion().verdict()).isEqualTo("ADJUST");
        assertThat(moka.openTasks()).containsExactly("proposeTerms");
    }

    @Test
    void expandsThroughANewContract() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 60, 30_000_000L);

        assertThat(moka.variable("holdReview", "verdict")).isEqualTo("EXPAND");
        hold(moka, "EXPAND", null, List.of(), List.of());

        assertThat(moka.openTasks()).containsExactly("proposeTerms");
    }

    @Test
    void terminatesAgainstTheRulesOnlyWithAReason() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);

        refused(
                () -> hold(moka, "TERMINATE", " ", List.of(), List.of()),
                "Reason: the rules say “Keep”, so say why you decide otherwise.");
        hold(moka, "TERMINATE", "Moka was bought by a rival", List.of(), List.of());

        assertThat(newest(moka).overridden()).isTrue();
        assertThat(newest(moka).conclusion().reason()).isEqualTo("Moka was bought by a rival");
        assertThat(moka.drawing("optimize")).hasPassed("partnershipTerminated");
        assertThat(moka.ended()).isTrue();
    }

    @Test
    void terminatesAPartnershipThatIsFarBelowItsTarget() {
        var moka = live(days.today().minusMonths(7));
        moka.fire("monthIsOver");
        figures(moka, 10, 5_000_000L);

        assertThat(moka.variable("holdReview", "verdict")).isEqualTo("TERMINATE");
        assertThat(newest(moka).judgement().monthsLive()).isEqualTo(7);
        hold(moka, "TERMINATE", null, List.of(), List.of());

        assertThat(moka.drawing("optimize")).hasPassed("partnershipTerminated");
    }

    @Test
    void carriesOpenActionsIntoTheNextReview() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);
        var due = days.today().plusDays(10).toString();
        hold(
                moka,
                "KEEP",
                null,
                List.of(),
                List.of(
                        Map.of("action", "Train the sales team", "owner", "sari", "due", due),
                        Map.of("action", "Mail all merchants", "owner", "head of sales", "due", due)));
        assertThat(reviews.openActions(moka.code()))
                .extracting(Action::owner, Action::person)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Sari Wijaya", "sari"),
                        org.assertj.core.groups.Tuple.tuple("Head of Sales", null));

        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);
        assertThat(moka.variable("holdReview", "openActions").toString())
                .contains("Train the sales team (Sari Wijaya, due " + Shown.day(LocalDate.parse(due)) + ")");
        var done = reviews.openActions(moka.code()).get(0);
        hold(moka, "KEEP", null, List.of(Long.toString(done.id())), List.of());

        assertThat(reviews.openActions(moka.code())).extracting(Action::action).containsExactly("Mail all merchants");
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);
        hold(moka, "KEEP", null, List.of(), List.of());
        assertThat(reviews.of(moka.code())).extracting(Review::number).containsExactly(3, 2, 1);
        assertThat(reviews.of(moka.code()).get(2).actions())
                .extracting(Action::doneIn)
                .containsExactly(2, null);
    }

    @Test
    void keepsNothingOfARefusedReview() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);
        var yesterday = days.today().minusDays(1).toString();
        var soon = days.today().plusDays(3).toString();

        refused(
                () -> hold(
                        moka,
                        "KEEP",
                        null,
                        List.of(),
                        List.of(Map.of("action", "A", "owner", "sari", "due", yesterday))),
                "has passed already");
        refused(
                () -> hold(
                        moka, "KEEP", null, List.of(), List.of(Map.of("action", "A", "owner", "Nobody", "due", soon))),
                "Owner: nobody here or at the partner is called Nobody");

        assertThat(newest(moka).held()).isFalse();
        assertThat(reviews.openActions(moka.code())).isEmpty();
        assertThat(moka.openTasks()).containsExactly("holdReview");
    }

    @Test
    void leavesTheVerdictEmptyWhereTheRulesCannotDecide() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);
        house.getBean(JdbcClient.class)
                .sql("update playbook.review_judgement set verdict = 'UNDECIDED' where review = ?")
                .param(newest(moka).id())
                .update();

        assertThat(steps.prefill(moka.code(), "verdict")).isNull();
        assertThat(steps.showHoldReview(moka.code())).contains("The rules could not decide");
        refused(() -> hold(moka, "KEEP", null, List.of(), List.of()), "Reason: the rules could not decide, so say why");
        hold(moka, "KEEP", "It goes well", List.of(), List.of());
        assertThat(newest(moka).conclusion().verdict()).isEqualTo("KEEP");
    }

    @Test
    void doesNotTrustTheDrawingAboutWhoConcludes() {
        var moka = live();
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);

        refused(
                () -> people.actAs("sari", () -> steps.recordReviewVerdict(moka.code(), "KEEP", null, null, null)),
                "Only a manager can conclude a review.");
        hold(moka, "KEEP", null, List.of(), List.of());
        refused(
                () -> people.actAs("maya", () -> steps.recordReviewVerdict(moka.code(), "EXPAND", "x", null, null)),
                "No review is under way");
    }

    @Test
    void refusesFiguresThatCannotBe() {
        var moka = live();
        moka.fire("monthIsOver");

        refused(() -> figures(moka, 42, 120_000_001L), "is more than our total revenue");

        assertThat(reviews.of(moka.code())).isEmpty();
        assertThat(moka.openTasks()).containsExactly("enterFigures");
    }

    @Test
    void isCalledByAPersonWithAReason() {
        var moka = live();

        refused(() -> call(moka, "sari", " "), "Why: fill it in.");
        refused(() -> call(moka, "lina", "I wonder"), "Only partnerships or a manager can call a review.");
        call(moka, "sari", "Complaints from three restaurants");

        assertThat(moka.openTasks()).containsExactly("enterFigures");
        assertThat(moka.timeline()).contains("Review called");
        refused(() -> call(moka, "sari", "Once more"), "No review of Moka can be called now");
        assertThat(moka.timeline()).filteredOn("Review called"::equals).hasSize(1);
    }

    @Test
    void reviewsAMonthAfterTheGoLiveAndThenAMonthAfterEachReview() {
        var moka = live(LocalDate.of(2026, 11, 30));
        assertThat(steps.nextReviewDate(moka.code())).isEqualTo(days.start(LocalDate.of(2026, 12, 30)));
        var weekend = live(LocalDate.of(2026, 11, 28));
        assertThat(steps.nextReviewDate(weekend.code())).isEqualTo(days.start(LocalDate.of(2026, 12, 28)));
        var saturday = live(LocalDate.of(2026, 12, 2));
        assertThat(steps.nextReviewDate(saturday.code())).isEqualTo(days.start(LocalDate.of(2027, 1, 4)));

        ClockUtil.offset(Duration.ofDays(60).toMillis());
        moka.fire("monthIsOver");
        figures(moka, 42, 20_000_000L);
        hold(moka, "KEEP", null, List.of(), List.of());

        var next = days.today().plusMonths(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        assertThat(steps.nextReviewDate(moka.code())).isEqualTo(days.start(next));
    }

    private CaseRun live() {
        return live(days.today());
    }

    /** A partnership that went live on a day, with its drawing waiting for the first review. */
    private CaseRun live(LocalDate since) {
        var moka = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
        house.getBean(Partners.class)
                .add(new Contact(0, moka.partner(), "Head of Sales", "Sales", "s@moka.example", "en", false, false));
        SignedTerms.of(house, moka.code(), since.minusDays(30));
        house.getBean(JdbcClient.class)
                .sql("insert into playbook.launch (partnership, prepared_at, go_live, live_on, decided_by, decided_at) "
                        + "values (?, ?, 'LIVE', ?, 'maya', ?)")
                .params(moka.code(), OffsetDateTime.now(), since, OffsetDateTime.now())
                .update();
        return moka.only("optimize");
    }

    private static void figures(CaseRun one, int referrals, long revenue) {
        var fields = new HashMap<String, Object>();
        fields.put("referrals", referrals);
        fields.put("targetReferrals", 40);
        fields.put("partnerRevenue", revenue);
        fields.put("targetRevenue", 20_000_000);
        fields.put("totalRevenue", 120_000_000L);
        fields.put("retentionPartner", 92);
        fields.put("retentionDirect", 90);
        fields.put("openComplaints", 0);
        one.complete("sari", "enterFigures", fields);
    }

    private static void hold(
            CaseRun one, String verdict, String reason, List<String> done, List<Map<String, String>> promised) {
        var fields = new HashMap<String, Object>();
        fields.put("verdict", verdict);
        fields.put("verdictReason", reason);
        fields.put("doneActions", done);
        fields.put("newActions", promised);
        one.complete("maya", "holdReview", fields);
    }

    private void call(CaseRun one, String who, String why) {
        people.actAs(who, () -> {
            process.callReview(one.code(), why);
            return null;
        });
    }

    private Review newest(CaseRun one) {
        return reviews.newest(one.code()).orElseThrow();
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
