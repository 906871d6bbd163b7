package com.clario.playbook.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class PartnershipProcessTests {

    private static final List<String> ENDS =
            List.of("notAFit", "noInterest", "notAgreed", "notLaunched", "partnershipEnded");

    @Autowired
    ApplicationContext house;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Partnerships partnerships;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    private CaseRun moka;

    @BeforeEach
    void somebodyNew() {
        BpmnAwareTests.init(engine);
        moka = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
    }

    @AfterEach
    void forgetTheEngine() {
        BpmnAwareTests.reset();
    }

    @Test
    void endsWhereTheCandidateDoesNotFit() throws Exception {
        var walk = walk();
        moka.runJobs();
        moka.complete("sari", "researchCandidate", ResearchForm.with(ResearchForm.strong(), "competitor", "YES"));

        endedAs("notAFit", Stage.IDENTIFY);
        tookOnlyTheWayTo("notAFit", walk, "identify");
        assertThat(walk).hasNotPassed("outreach");
        canBeginAgain("not selected");
    }

    @Test
    void endsWhereThePartnerDeclinesToMeet() throws Exception {
        house.getBean(Partners.class)
                .add(new Contact(0, moka.partner(), "Rina Halim", "Sales", "r@moka.example", "en", false, false));
        moka.from("outreach");
        var walk = walk();
        moka.complete("sari", "preparePitchDeck", Map.of("deckNote", "Figures checked"));
        var text = moka.variable("approveMail", "mailText");
        moka.complete("sari", "approveMail", Map.of("mailSubject", "Hi", "mailText", text, "mailDecision", "SEND"));
        moka.complete("sari", "enterReply", Map.of("reply", "DECLINED"));

        endedAs("noInterest", Stage.OUTREACH);
        tookOnlyTheWayTo("noInterest", walk, "outreach");
        assertThat(walk).hasNotPassed("negotiation");
        canBeginAgain("no interest");
    }

    @Test
    void endsWhereLegalRejectsTheContract() throws Exception {
        moka.from("negotiation");
        var walk = walk();
        moka.complete("sari", "proposeTerms", Deal.terms(Map.of()));
        moka.complete("lina", "reviewContract", Map.of("reviewDecision", "REJECT", "reviewComment", "Not lawful"));

        endedAs("notAgreed", Stage.NEGOTIATION);
        tookOnlyTheWayTo("notAgreed", walk, "negotiation");
        assertThat(walk).hasNotPassed("launch");
        canBeginAgain("not agreed");
    }

    @Test
    void endsWhereAManagerStopsTheLaunch() throws Exception {
        var today = days.today().toString();
        SignedTerms.of(house, moka.code(), days.today().minusDays(30));
        moka.from("launch");
        var walk = walk();
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
        tookOnlyTheWayTo("notLaunched", walk, "launch");
        assertThat(walk).hasNotPassed("optimize");
        canBeginAgain("not launched");
    }

    @Test
    void endsWhereAReviewTerminatesThePartnership() throws Exception {
        SignedTerms.of(house, moka.code(), days.today().minusDays(30));
        wentLiveToday();
        moka.from("optimize");
        var walk = walk();
        moka.fire("monthIsOver");
        moka.complete("sari", "enterFigures", figures());
        assertThat(walk).isNotEnded();
        moka.complete("maya", "holdReview", Map.of("verdict", "TERMINATE", "verdictReason", "Bought by a rival"));

        endedAs("partnershipEnded", Stage.OPTIMIZE);
        tookOnlyTheWayTo("partnershipEnded", walk, "optimize");
        canBeginAgain("partnership over");
    }

    private ProcessInstance walk() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("partnership")
                .processInstanceBusinessKey(moka.code())
                .singleResult();
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

    private static void tookOnlyTheWayTo(String end, ProcessInstance walk, String stage) {
        assertThat(walk).isEnded().hasPassed(stage, end);
        ENDS.stream().filter(other -> !other.equals(end)).forEach(other -> assertThat(walk)
                .hasNotPassed(other));
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
                .contains("Other partnerships with", "/partnerships/" + moka.code(), outcome + ", in ");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partnerships.start(moka.partner(), Model.WHITE_LABEL, "sari", "A third"))
                .withMessageContaining("already has an open White-label partnership: " + again.code());
    }

    private void wentLiveToday() {
        house.getBean(JdbcClient.class)
                .sql("insert into playbook.launch (partnership, prepared_at, go_live, live_on, decided_by, decided_at) "
                        + "values (?, ?, 'LIVE', ?, 'maya', ?)")
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
