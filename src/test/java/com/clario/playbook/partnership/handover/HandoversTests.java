package com.clario.playbook.partnership.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.ResearchForm;
import com.clario.playbook.negotiation.Deal;
import com.clario.playbook.partnership.AnyTime;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.handover.Handover.Held;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PlaybookTest
class HandoversTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Handovers handovers;

    @Autowired
    TaskService tasks;

    AnyTime moka;
    AnyTime qasir;

    /** Two cases of Sari's, and nothing else of hers or Budi's. */
    @BeforeEach
    void twoCases(@Autowired JdbcClient jdbc) {
        jdbc.sql("update playbook.partnership set owner = 'rizal'").update();
        tasks.createTaskQuery().taskAssigned().active().list().forEach(task -> tasks.setAssignee(task.getId(), null));
        moka = AnyTime.with(house, "Moka").researching();
        qasir = AnyTime.with(house, "Qasir").researching();
    }

    @Test
    void handsOneCaseOverWithItsTasksAlone() {
        take(moka, "sari");
        take(qasir, "sari");
        var seen = handovers.ofCase(moka.run.code(), "budi");
        assertThat(seen.moving()).extracting(Held::name).containsExactly("Research: Moka");

        assertThat(handOver("maya", moka, "budi", seen.marks())).isEmpty();

        assertThat(moka.partnership().owner()).isEqualTo("budi");
        assertThat(task(moka).getAssignee()).isEqualTo("budi");
        assertThat(qasir.partnership().owner()).isEqualTo("sari");
        assertThat(task(qasir).getAssignee()).isEqualTo("sari");
        assertThat(moka.run.timeline())
                .first()
                .isEqualTo("Owner is now Budi Santoso instead of Sari Wijaya; "
                        + "“Research: Moka” handed to Budi Santoso");
    }

    @Test
    void handsOverAllThatSomebodyHasAlsoInOthersCases() {
        take(moka, "sari");
        var olsera = AnyTime.with(house, "Olsera").researching();
        give(olsera, "rizal");
        take(olsera, "sari");
        var seen = handovers.ofAll("sari", "budi");
        assertThat(seen.cases())
                .extracting(Partnership::code)
                .containsExactlyInAnyOrder(moka.run.code(), qasir.run.code());
        assertThat(seen.moving()).extracting(Held::name).containsExactly("Research: Moka", "Research: Olsera");

        assertThat(handOverAll("maya", "sari", "budi", seen.marks())).isEmpty();

        assertThat(List.of(moka, qasir)).allMatch(one -> one.partnership().isOwnedBy("budi"));
        assertThat(task(olsera).getAssignee()).isEqualTo("budi");
        assertThat(olsera.partnership().owner()).isEqualTo("rizal");
        assertThat(olsera.run.timeline()).first().isEqualTo("“Research: Olsera” handed to Budi Santoso");
        assertThat(qasir.run.timeline()).first().isEqualTo("Owner is now Budi Santoso instead of Sari Wijaya");
        assertThat(handovers.holders()).extracting(Person::id).doesNotContain("sari");
    }

    @Test
    void givesBackToTheTeamWhatTheNewPersonMayNotDo() {
        moka.run.from("negotiation").complete("sari", "proposeTerms", Deal.terms(Map.of()));
        take(moka, "lina");
        var seen = handovers.ofAll("lina", "budi");
        assertThat(seen.cases()).isEmpty();
        assertThat(seen.goingBack()).extracting(Held::name).containsExactly("Review contract: Moka");

        assertThat(handOverAll("maya", "lina", "budi", seen.marks())).isEmpty();

        assertThat(task(moka).getAssignee()).isNull();
        assertThat(moka.run.timeline()).first().isEqualTo("“Review contract: Moka” given back to the team");
    }

    @Test
    void handsOverAPausedCaseAndLeavesItPaused() {
        take(moka, "sari");
        moka.pause(10);

        assertThat(handOver(
                        "maya",
                        moka,
                        "budi",
                        handovers.ofCase(moka.run.code(), "budi").marks()))
                .isEmpty();

        assertThat(moka.partnership().owner()).isEqualTo("budi");
        assertThat(task(moka).getAssignee()).isEqualTo("budi");
        assertThat(moka.moving()).isEmpty();
        moka.resume("On").run.complete("budi", "researchCandidate", ResearchForm.strong());
    }

    @Test
    void doesNothingButTellsWhatHasChangedSinceItWasShown() {
        take(moka, "sari");
        var seen = handovers.ofAll("sari", "budi");
        take(qasir, "sari");
        moka.run.complete("sari", "researchCandidate", ResearchForm.strong());
        var olsera = AnyTime.with(house, "Olsera").researching();

        assertThat(handOverAll("maya", "sari", "budi", seen.marks()))
                .containsExactlyInAnyOrder(
                        "New: Olsera, " + olsera.run.code() + ".",
                        "New: Research: Qasir moves.",
                        "A task is done or taken by somebody else.");

        assertThat(List.of(moka, qasir, olsera))
                .allMatch(one -> one.partnership().isOwnedBy("sari"));
        assertThat(task(qasir).getAssignee()).isEqualTo("sari");

        moka.close("Gone");
        assertThat(handOverAll("maya", "sari", "budi", List.of(moka.run.code(), qasir.run.code())))
                .contains("No longer: " + moka.run.code() + ".");
    }

    @Test
    void refusesWhoMayNotAndWhatCannotBe() {
        var seen = handovers.ofCase(moka.run.code(), "budi").marks();

        assertThat(handOver("sari", moka, "budi", seen)).isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> handOver("sari", moka, "sari", seen));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> handOverAll("sari", "sari", "budi", seen));
        refused(() -> handovers.ofCase(moka.run.code(), "lina"), "To: choose somebody");
        refused(() -> handovers.ofCase(moka.run.code(), "budi"), "To: Budi Santoso has it already");
        refused(() -> handovers.ofAll("", "budi"), "From: choose");
        refused(() -> handOverAll("maya", "fitri", "budi", List.of()), "has nothing to hand over");
        moka.close("Gone");
        refused(() -> handovers.ofCase(moka.run.code(), "sari"), "has ended");
    }

    private List<String> handOver(String who, AnyTime one, String to, List<String> seen) {
        return house.getBean(com.clario.playbook.access.People.class)
                .actAs(who, () -> handovers.handOverCase(one.run.code(), to, "A long leave", seen));
    }

    private List<String> handOverAll(String who, String from, String to, List<String> seen) {
        return house.getBean(com.clario.playbook.access.People.class)
                .actAs(who, () -> handovers.handOverAll(from, to, "A long leave", seen));
    }

    private void take(AnyTime one, String who) {
        one.as(who, () -> tasks.claim(task(one).getId(), who));
    }

    private void give(AnyTime one, String who) {
        house.getBean(JdbcClient.class)
                .sql("update playbook.partnership set owner = ? where code = ?")
                .params(who, one.run.code())
                .update();
    }

    private Task task(AnyTime one) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(one.run.code())
                .singleResult();
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
