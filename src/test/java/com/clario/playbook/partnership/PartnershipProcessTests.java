package com.clario.playbook.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.Visitor;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.ResearchForm;
import com.clario.playbook.negotiation.Deal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class PartnershipProcessTests {

    private static final List<String> ENDS = List.of(
            "notAFit", "partnerDeclined", "noReply", "notApproached", "notAgreed", "notLaunched", "partnershipEnded");

    @Autowired
    ApplicationContext house;

    @Autowired
    Partnerships partnerships;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    private CaseRun moka;

    @BeforeEach
    void somebodyNew() {
        moka = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
    }

    @Test
    void endsWhereTheCandidateDoesNotFit() throws Exception {
        moka.runJobs();
        moka.complete("sari", "researchCandidate", ResearchForm.with(ResearchForm.strong(), "competitor", "YES"));

        endedAs("notAFit", Stage.IDENTIFY);
        tookOnlyTheWayTo("notAFit", "identify");
        assertThat(moka.drawing("partnership")).hasNotPassed("outreach");
        canBeginAgain("not selected");
    }

    @Test
    void endsWhereThePartnerDeclinesToMeet() throws Exception {
        house.getBean(Partners.class)
                .add(new Contact(0, moka.partner(), "Rina Halim", "Sales", "r@moka.example", "en", false, false));
        moka.from("outreach");
        moka.complete("sari", "preparePitchDeck", Map.of("deckNote", "Figures checked"));
        var text = moka.variable("approveMail", "mailText");
        moka.complete("sari", "approveMail", Map.of("mailSubject", "Hi", "mailText", text, "mailDecision", "SEND"));
        moka.complete("sari", "enterReply", Map.of("reply", "DECLINED"));

        endedAs("partnerDeclined", Stage.OUTREACH);
        tookOnlyTheWayTo("partnerDeclined", "outreach");
        assertThat(moka.drawing("partnership")).hasNotPassed("negotiation");
        canBeginAgain("declined by the partner");
    }

    @Test
    void endsWhereLegalRejectsTheContract() throws Exception {
        moka.from("negotiation");
        moka.complete("sari", "proposeTerms", Deal.terms(Map.of()));
        moka.complete("lina", "reviewContract", Map.of("reviewDecision", "REJECT", "reviewComment", "Not lawful"));

        endedAs("notAgreed", Stage.NEGOTIATION);
        tookOnlyTheWayTo("notAgreed", "negotiation");
        assertThat(moka.drawing("partnership")).hasNotPassed("launch");
        canBeginAgain("not agreed");
    }

    @Test
    void endsWhereAManagerStopsTheLaunch() throws Exception {
        var today = days.today().toString();
        SignedTerms.of(house, moka.code(), days.today().minusDays(30));
        moka.from("launch");
        moka.complete(
                "sari",
                "announcePartnership",
                Map.of("announcement", "Here it is", "announcedOn", today, "announcedWhere", "Their news page"));
        moka.complete("sari", "approveBrand", Map.of("brandName", "Moka Analytics", "brandDecision", "YES"));
        moka.complete(
                "sari",
                "closeGaps",
                Map.of("supportName", "Care", "supportMail", "care@moka.example", "gapsNote", "Put right"));
        moka.complete("maya", "goLive", Map.of("goLiveDecision", "STOP", "goLiveNote", "Moka was sold"));

        endedAs("notLaunched", Stage.LAUNCH);
        tookOnlyTheWayTo("notLaunched", "launch");
        assertThat(moka.drawing("partnership")).hasNotPassed("optimize");
        canBeginAgain("not launched");
    }

    @Test
    void endsWhereAReviewTerminatesThePartnership() throws Exception {
        SignedTerms.of(house, moka.code(), days.today().minusDays(30));
        wentLiveToday();
        moka.from("optimize");
        moka.fire("monthIsOver");
        moka.complete("sari", "enterFigures", figures());
        assertThat(moka.drawing("partnership")).isNotEnded();
        moka.complete("maya", "holdReview", Map.of("verdict", "TERMINATE", "verdictReason", "Bought by a rival"));
        moka.complete(
                "sari",
                "giveNotice",
                Map.of("givenOn", days.today().toString(), "givenHow", "MAIL", "customers", "They stay with us"));
        ClockUtil.offset(Duration.ofDays(61).toMillis());
        moka.fire("lastDayReached");
        moka.complete(
                "fitri",
                "settleAccounts",
                Map.of("balance", "NOTHING", "finalStatement", "NOT_DUE", "settlementNote", "Nothing was sold"));

        endedAs("terminated", Stage.OPTIMIZE);
        tookOnlyTheWayTo("partnershipEnded", "optimize");
        ClockUtil.reset();
        canBeginAgain("terminated");
    }

    private void endedAs(String outcome, Stage last) {
        var ended = partnerships.get(moka.code());
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.endedOn()).isEqualTo(days.today());
        assertThat(ended.stage()).isEqualTo(last);
        assertThat(partnerships.visits(moka.code())).isNotEmpty().allMatch(visit -> visit.leftOn() != null);
        assertThat(partnerships.open()).extracting(Partnership::code).doesNotContain(moka.code());
        assertThat(moka.timeline()).first().asString().startsWith("Partnership ended: ");
        assertThat(moka.ended()).isTrue();
        assertThat(moka.openTasks()).isEmpty();
    }

    private void tookOnlyTheWayTo(String end, String stage) {
        var others = ENDS.stream().filter(other -> !other.equals(end)).toArray(String[]::new);
        assertThat(moka.drawing("partnership"))
                .isEnded()
                .hasPassedInOrder(stage, end)
                .hasNotPassed(others);
    }

    /** The next attempt has the next number, shows the one before, and is again the only open one. */
    private void canBeginAgain(String outcome) throws Exception {
        var again = partnerships.start(moka.partner(), Model.WHITE_LABEL, "sari", "A second attempt");
        assertThat(again.code()).isEqualTo(moka.partner() + "-2");
        assertThat(again.open()).isTrue();
        assertThat(partnerships.of(moka.partner()))
                .extracting(Partnership::code)
                .containsExactly(moka.code(), again.code());
        assertThat(Visitor.signedIn(port, "sari")
                        .get("/partnerships/" + again.code())
                        .body())
                .contains("Other partnerships with", "/partnerships/" + moka.code(), "ended in ")
                .containsIgnoringCase(outcome);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partnerships.start(moka.partner(), Model.WHITE_LABEL, "sari", "A third"))
                .withMessageContaining("already has an open White-label partnership: " + again.code());
    }

    private void wentLiveToday() {
        house.getBean(JdbcClient.class)
                .sql(
                        "insert into playbook.launch (partnership, number, model, prepared_at, go_live, live_on, decided_by, decided_at) "
                                + "values (?, 1, 'WHITE_LABEL', ?, 'LIVE', ?, 'maya', ?)")
                .params(moka.code(), OffsetDateTime.now(), days.today(), OffsetDateTime.now())
                .update();
    }

    private static Map<String, Object> figures() {
        return Map.of(
                "referrals", 42,
                "targetReferrals", 40,
                "partnerRevenue", 20_000_000L,
                "targetRevenue", 20_000_000L,
                "totalRevenue", 120_000_000L,
                "retentionPartner", 92,
                "retentionDirect", 90,
                "openComplaints", 0);
    }
}
