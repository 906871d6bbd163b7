package com.clario.playbook.identify;

import static com.clario.playbook.identify.ResearchForm.refused;
import static com.clario.playbook.identify.ResearchForm.strong;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.ReadyForPartners;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.Partnerships;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class PrioritiseProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Candidates candidates;

    @Autowired
    RoundProcess rounds;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @BeforeEach
    void nobodyElseWaits(@Autowired JdbcClient jdbc) {
        ReadyForPartners.confirmed(house);
        jdbc.sql("update playbook.candidate set state = 'GONE'").update();
        jdbc.sql("update playbook.round set open_mark = null").update();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("prioritise")
                .list()
                .forEach(round -> runtime.deleteProcessInstance(round.getId(), "another test"));
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void runsARoundOverFiveOfWhomOneHasGoneMeanwhile() {
        var waiting = List.of("Moka", "Pawoon", "Qasir", "Olsera", "Iseller").stream()
                .map(this::waiting)
                .toList();
        var round = startRound();
        assertThat(ranking(round)).hasSize(5);
        refused(() -> startRound(), "A round is already open");
        withdraw(waiting.get(1));

        choose(
                round,
                Map.of(
                        "picks", codes(waiting.get(0), waiting.get(1), waiting.get(2)),
                        "declines", codes(waiting.get(3)),
                        "parkUntil", LocalDate.now().plusDays(40).toString(),
                        "choiceReason", "The others later"));

        assertThat(waiting.get(0).drawing("identify")).hasPassed("candidateSelected");
        assertThat(waiting.get(1).timeline()).anyMatch(line -> line.contains("no longer waited"));
        assertThat(waiting.get(2).drawing("identify")).hasPassed("candidateSelected");
        assertThat(waiting.get(3).drawing("identify")).hasPassed("candidateDeclined");
        assertThat(waiting.get(4).waitsAt("wakeUpDateReached")).isTrue();
        assertThat(candidates.waiting()).isEmpty();
        assertThat(rounds.running()).isFalse();
    }

    @Test
    void refusesAChoiceThePlaybookDoesNotAllowAndKeepsTheTask() {
        var waiting = List.of("Moka", "Pawoon", "Qasir", "Olsera").stream()
                .map(this::waiting)
                .toList();
        var round = startRound();

        refused(
                () -> choose(
                        round,
                        Map.of(
                                "picks", codes(waiting.get(0), waiting.get(1)),
                                "parkUntil", LocalDate.now().plusDays(40).toString())),
                "Pick three to five candidates, or give the reason for picking 2.");

        assertThat(candidates.waiting()).hasSize(4);
        assertThat(ranking(round)).hasSize(4);
    }

    @Test
    void wakesAParkedCandidateIntoTheWaitOrIntoNewResearch() {
        var soon = parked("Moka", 40);
        ClockUtil.offset(Duration.ofDays(41).toMillis());
        soon.fire("wakeUpDateReached");
        assertThat(soon.waitsAt("roundDecided")).isTrue();
        assertThat(candidates.get(soon.code()).state()).isEqualTo("WAITING");

        ClockUtil.reset();
        nobodyElseWaits(house.getBean(JdbcClient.class));
        var late = parked("Qasir", 100);
        ClockUtil.offset(Duration.ofDays(101).toMillis());
        late.fire("wakeUpDateReached");
        assertThat(late.openTasks()).containsExactly("researchCandidate");
    }

    @Test
    void closesARoundNobodyWaitsFor() {
        var gone = waiting("Moka");
        people.actAs("maya", () -> {
            rounds.start();
            return null;
        });
        candidates.decided(gone.code(), "DECLINED", null);
        var instance = round();
        runJobs(instance);

        assertThat(rounds.running()).isFalse();
        refused(() -> startRound(), "Nobody waits");
    }

    @Test
    void leadsTheWalkFromTheRoundIntoOutreach() {
        var moka = candidate("Moka").runJobs();
        moka.complete("sari", "researchCandidate", strong());
        var round = startRound();

        choose(round, Map.of("picks", codes(moka)));

        var stage = house.getBean(Partnerships.class).get(moka.code()).stage();
        assertThat(stage.word()).isEqualTo("outreach");
    }

    @Test
    void showsWhoWaitsAndLetsOnlyManagersStartARound() throws Exception {
        waiting("Moka");
        var sari = Visitor.signedIn(port, "sari");
        assertThat(sari.get("/candidates").body())
                .contains("Moka", "White-label", "Strong", "FIT-42")
                .doesNotContain("Start a round");
        assertThat(sari.post("/candidates/round", Map.of()).body()).contains("Only a manager starts a round.");
        assertThat(rounds.running()).isFalse();

        var maya = Visitor.signedIn(port, "maya");
        assertThat(maya.get("/candidates").body()).contains("Start a round");
        assertThat(maya.post("/candidates/round", Map.of()).body()).contains("The round is started");
        assertThat(maya.post("/candidates/round", Map.of()).body()).contains("A round is already open");
    }

    private CaseRun candidate(String name) {
        return CaseRun.of(house, name, PartnerType.POS, Model.WHITE_LABEL);
    }

    private CaseRun waiting(String name) {
        return candidate(name).only("identify").complete("sari", "researchCandidate", strong());
    }

    private CaseRun parked(String name, int days) {
        var one = waiting(name);
        var until = LocalDate.now().plusDays(days).toString();
        choose(startRound(), Map.of("picks", List.of(), "parkUntil", until, "choiceReason", "Not this quarter"));
        return one;
    }

    private String startRound() {
        people.actAs("maya", () -> {
            rounds.start();
            return null;
        });
        var instance = round();
        runJobs(instance);
        return instance;
    }

    private String round() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("prioritise")
                .singleResult()
                .getId();
    }

    private List<?> ranking(String round) {
        var shown = tasks.getVariable(
                tasks.createTaskQuery().processInstanceId(round).singleResult().getId(), "candidates");
        return ((org.camunda.spin.json.SpinJsonNode) shown).elements();
    }

    private void choose(String round, Map<String, Object> fields) {
        var task = tasks.createTaskQuery().processInstanceId(round).singleResult();
        people.actAs("maya", () -> {
            tasks.complete(task.getId(), fields);
            return null;
        });
        runJobs(round);
    }

    private void runJobs(String instance) {
        for (var jobs = management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .messages()
                        .list();
                !jobs.isEmpty();
                jobs = management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .messages()
                        .list()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private void withdraw(CaseRun one) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(one.code())
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "withdrawn"));
    }

    private static List<String> codes(CaseRun... cases) {
        return List.of(cases).stream().map(CaseRun::code).toList();
    }
}
