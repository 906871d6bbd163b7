package com.clario.playbook.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.Groups;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.pilot.letter.Letter;
import com.clario.playbook.pilot.letter.PilotLetters;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No customer tries anything before both companies signed a letter that legal approved. */
@PlaybookTest
class PilotLetterTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Pilots pilots;

    @Autowired
    PilotLetters letters;

    @Autowired
    PilotSteps steps;

    @Autowired
    Documents documents;

    @Autowired
    BusinessDays days;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    CaseRun run;

    @BeforeEach
    void plan() {
        run = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL).only("pilot");
        run.complete("sari", "planPilot", Trial.plan(house, 12));
    }

    @AfterEach
    void sariIsNoLawyer() {
        identity.deleteMembership("sari", Groups.LEGAL);
    }

    @Test
    void startsThePilotOnceApprovedAndSigned() {
        assertThat(run.openTasks()).containsExactly("reviewPilotLetter");
        assertThat(pilot().started()).isFalse();
        Trial.agree(house, run);

        assertThat(pilot().startedOn()).isEqualTo(days.today());
        var letter = letters.latest(run.code()).orElseThrow();
        assertThat(letter.signed()).isTrue();
        assertThat(letter.review().reviewer()).isEqualTo("lina");
        assertThat(letter.signature().recordedBy()).isEqualTo("sari");
        assertThat(documents.of(run.code()))
                .extracting(Document::kind)
                .containsExactly(Documents.SIGNED_PILOT_LETTER, Documents.PILOT_LETTER_DRAFT);
        assertThat(run.waitsAt("pilotRuns")).isTrue();
        assertThat(run.timeline())
                .contains(
                        "Pilot letter drafted: version 1",
                        "Legal approves the pilot letter, version 1",
                        "Pilot letter signed by Rina Halim and Andi Pratama",
                        "Pilot runs from " + Shown.day(days.today()) + " to "
                                + Shown.day(days.today().plusDays(29)));
    }

    @Test
    void startsOnItsPlannedDayWhereTheLetterWasQuick() {
        run = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL).only("pilot");
        var plan = Trial.plan(house, 12);
        plan.put("startsOn", days.today().plusDays(7).toString());
        run.complete("sari", "planPilot", plan);
        Trial.agree(house, run);

        assertThat(pilot().startedOn()).isEqualTo(days.today().plusDays(7));
        assertThat(pilot().lastDay()).isEqualTo(days.today().plusDays(36));
    }

    @Test
    void goesBackToThePlanForEachChange() {
        answer("CHANGES", "Name the data they give us.");

        assertThat(run.openTasks()).containsExactly("planPilot");
        assertThat(shown("planPilot")).contains("Lina Hartono", "Name the data they give us.");
        assertThat(run.variable("planPilot", "days")).isEqualTo(30);
        assertThat(run.variable("planPilot", "scope")).isEqualTo("Daily sales report");
        assertThat(run.variable("planPilot", "customers")).asString().contains("Restaurant 12");
        var plan = Trial.plan(house, 15);
        plan.put("scope", "Daily sales report from till data");
        run.complete("sari", "planPilot", plan);

        assertThat(pilot().customers()).hasSize(15);
        assertThat(letters.of(run.code())).extracting(Letter::number).containsExactly(2, 1);
        assertThat(shown("reviewPilotLetter")).contains("Daily sales report from till data", "version 2");
        assertThat(run.timeline()).contains("Legal asks for changes to the pilot letter, version 1 (change request 1)");
        Trial.agree(house, run);
        assertThat(pilot().started()).isTrue();
    }

    @Test
    void endsThePilotWhereLegalRejects() {
        refuses(() -> answer("REJECT", " "), "Comment: say what has to change, or why you reject.");
        answer("REJECT", "Their customers cannot consent");

        assertThat(pilot().started()).isFalse();
        assertThat(run.passed("pilotLetterNotAgreed")).isTrue();
        assertThat(run.ended()).isTrue();
    }

    @Test
    void endsThePilotWhereItIsNotSigned() {
        answer("APPROVE", null);
        refuses(() -> sign(Map.of("letterSignature", "NOT_SIGNED")), "Note: say why it was not signed.");
        sign(Map.of("letterSignature", "NOT_SIGNED", "letterNote", "Moka has no time"));

        assertThat(pilot().started()).isFalse();
        assertThat(run.passed("pilotLetterNotAgreed")).isTrue();
        assertThat(run.timeline()).contains("The pilot letter was not signed");
    }

    @Test
    void asksForASignedCopyNewerThanTheApproval() {
        Trial.upload(house, run);
        answer("APPROVE", null);

        refuses(
                () -> sign(Trial.signature(house)),
                "Upload the signed copy of the letter as “Signed pilot letter” first; a file from before legal's"
                        + " approval does not count.");
        Trial.upload(house, run);
        var signature = Trial.signature(house);
        signature.put("letterPartnerSignatory", " ");
        refuses(() -> sign(signature), "Signed for the partner by: fill it in.");
        signature.putAll(Trial.signature(house));
        signature.put("letterSignedOn", days.today().plusDays(1).toString());
        refuses(() -> sign(signature), "Signed on: this day is still to come.");
        signature.put("letterSignedOn", days.today().minusDays(1).toString());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sign(signature))
                .withMessageStartingWith("Signed on: legal approved this letter only later");
        assertThat(pilot().started()).isFalse();
    }

    @Test
    void isNeverApprovedByThePlanner() {
        identity.createMembership("sari", Groups.LEGAL);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> run.complete("sari", "reviewPilotLetter", Map.of("letterDecision", "APPROVE")))
                .withMessageContaining("somebody else in legal");
        assertThat(letters.latest(run.code()).orElseThrow().reviewed()).isFalse();
    }

    @Test
    void isNotPassedByADirectCall() {
        var code = run.code();
        var cannotStart = "The pilot cannot start: another person in legal has to approve exactly this letter first.";

        refuses(() -> steps.startPilot(code), cannotStart);
        refuses(() -> steps.recordPilotLetterSignature(code, "SIGNED", "A", "B", "2026-11-23", null), cannotStart);
        refuses(
                () -> steps.recordPilotResults(code, 10, "4.5", 0, "Fine"),
                "The pilot has not started: its letter has to be approved by legal and signed first.");
        refuses(() -> steps.recordPilotLetterReview(code, "APPROVE", null), "Only legal can review a pilot letter.");
        answer("APPROVE", null);
        refuses(() -> steps.startPilot(code), "The pilot cannot start: its letter is not signed yet.");
        assertThat(pilot().started()).isFalse();
    }

    @Test
    void doesNotTakeThePlannersOwnApprovalFromTheTable() {
        Trial.agree(house, run);
        jdbc.sql("update playbook.pilot set started_on = null where partnership = ?")
                .param(run.code())
                .update();
        jdbc.sql("update playbook.pilot_letter set reviewed_by = 'sari' where partnership = ?")
                .param(run.code())
                .update();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> steps.startPilot(run.code()))
                .withMessageContaining("another person in legal");
    }

    @Test
    void isNotEndedWhileItsLetterIsOpen() {
        assertThat(runtime.createEventSubscriptionQuery()
                        .eventName("pilot.endedEarly")
                        .processInstanceId(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(run.code())
                                .singleResult()
                                .getId())
                        .count())
                .isZero();
    }

    private void answer(String decision, String comment) {
        run.complete(
                "lina",
                "reviewPilotLetter",
                comment == null
                        ? Map.of("letterDecision", decision)
                        : Map.of("letterDecision", decision, "letterComment", comment));
    }

    private void sign(Map<String, Object> fields) {
        run.complete("sari", "signPilotLetter", fields);
    }

    private static void refuses(Runnable deed, String sentence) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed::run).withMessage(sentence);
    }

    private String shown(String step) {
        return String.valueOf(run.variable(step, "shown"));
    }

    private Pilot pilot() {
        return pilots.of(run.code()).orElseThrow();
    }
}
