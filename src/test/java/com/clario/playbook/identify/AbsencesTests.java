package com.clario.playbook.identify;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.ReadyForPartners;
import com.clario.playbook.access.People;
import com.clario.playbook.partnership.AnyTime;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Five wait for a round, and before it is decided something happens to one of them. */
@PlaybookTest
class AbsencesTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Candidates candidates;

    @Autowired
    RoundProcess rounds;

    @Autowired
    People people;

    @Autowired
    BusinessDays days;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    List<AnyTime> five;
    String round;

    @BeforeEach
    void rankFive(@Autowired JdbcClient jdbc) {
        ReadyForPartners.confirmed(house);
        jdbc.sql("update playbook.candidate set state = 'GONE'").update();
        jdbc.sql("update playbook.round set open_mark = null").update();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("prioritise")
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "another test"));
        five = Stream.of("Moka", "Pawoon", "Qasir", "Olsera", "Majoo")
                .map(name -> AnyTime.with(house, name).waitsForTheRound())
                .toList();
        people.actAs("maya", () -> {
            rounds.start();
            return null;
        });
        round = runtime.createProcessInstanceQuery()
                .processDefinitionKey("prioritise")
                .singleResult()
                .getId();
        settle();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void writesDownThatAClosedCandidateWasChosenInVain() {
        var closed = five.get(1).close("Bought by a rival");

        choose(null);
        settle();

        assertThat(closed.partnership().outcome()).isEqualTo("closed");
        assertThat(closed.run.timeline())
                .first()
                .asString()
                .endsWith("changed nothing: the case no longer waited for it");
        assertThat(closed.run.timeline()).noneMatch(line -> line.startsWith("Selected"));
        othersGoOn(1);
    }

    @Test
    void keepsAPausedCandidateForTheNextRound() {
        var paused = five.get(1).pause(10);

        choose(null);
        settle();

        assertThat(paused.run.timeline()).first().asString().contains("(selected) changed nothing: the case is paused");
        assertThat(candidates.get(paused.run.code()).state()).isEqualTo("WAITING");
        assertThat(candidates.waiting()).isEmpty();
        othersGoOn(1);
        paused.resume("On");
        assertThat(paused.run.waitsAt("roundDecided")).isTrue();
        assertThat(candidates.waiting()).extracting("partnership").containsExactly(paused.run.code());
    }

    @Test
    void wakesAParkedCandidateAsMuchLater() {
        choose(five.get(4));
        settle();
        var parked = five.get(4);
        var until = candidates.get(parked.run.code()).parkedUntil();
        var wakes = parked.due("wakeUpDateReached");

        parked.pause(15).forward(15).over();

        assertThat(candidates.get(parked.run.code()).parkedUntil()).isEqualTo(until.plusDays(15));
        assertThat(parked.due("wakeUpDateReached")).isEqualTo(AnyTime.later(wakes, 15));
        assertThat(days.start(until.plusDays(15))).isEqualTo(parked.due("wakeUpDateReached"));
    }

    @RepeatedTest(6)
    void decidesAndClosesAtOnce() {
        var closed = five.get(1);
        choose(null);
        var start = new CyclicBarrier(2);

        var telling = CompletableFuture.runAsync(() -> {
            await(start);
            settle();
        });
        var closing = CompletableFuture.runAsync(() -> {
            await(start);
            closed.close("Bought by a rival");
        });
        CompletableFuture.allOf(telling, closing).join();
        settle();

        assertThat(closed.partnership().outcome()).isEqualTo("closed");
        assertThat(closed.drawings()).isEmpty();
        assertThat(closed.history()).allMatch(one -> one.getEndTime() != null);
        assertThat(rounds.running()).isFalse();
        othersGoOn(1);
    }

    @RepeatedTest(6)
    void decidesAndPausesAtOnce() {
        var paused = five.get(1);
        choose(null);
        paused.call(10);
        var start = new CyclicBarrier(2);

        var telling = CompletableFuture.runAsync(() -> {
            await(start);
            settle();
        });
        var pausing = CompletableFuture.runAsync(() -> {
            await(start);
            settle(paused);
        });
        CompletableFuture.allOf(telling, pausing).join();
        settle(paused);
        settle();

        assertThat(paused.moving()).isEmpty();
        paused.resume("On");
        var stage = paused.partnership().stage();
        assertThat(stage == Stage.OUTREACH
                        || candidates.get(paused.run.code()).state().equals("WAITING"))
                .isTrue();
        othersGoOn(1);
    }

    private void othersGoOn(int without) {
        for (var one : five) {
            if (!one.equals(five.get(without))) {
                one.run.runJobs();
                assertThat(one.partnership().stage()).isEqualTo(Stage.OUTREACH);
            }
        }
        assertThat(rounds.running()).isFalse();
    }

    private void choose(AnyTime parked) {
        var task = tasks.createTaskQuery().processInstanceId(round).singleResult();
        var fields = new HashMap<String, Object>();
        fields.put(
                "picks",
                five.stream()
                        .filter(one -> !one.equals(parked))
                        .map(one -> one.run.code())
                        .toList());
        fields.put("choiceReason", "All are good");
        fields.putAll(
                parked == null
                        ? Map.of()
                        : Map.of("parkUntil", days.today().plusDays(30).toString()));
        people.actAs("maya", () -> {
            tasks.complete(task.getId(), fields);
            return null;
        });
    }

    /** What the job executor does with the round: whatever fails is tried again. */
    private void settle() {
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> tried(job.getId()));
        }
    }

    private void settle(AnyTime one) {
        for (var jobs = one.ready(); !jobs.isEmpty(); jobs = one.ready()) {
            jobs.forEach(this::tried);
        }
    }

    private List<Job> jobs() {
        return management.createJobQuery().processInstanceId(round).messages().list();
    }

    private void tried(String job) {
        try {
            management.executeJob(job);
        } catch (ProcessEngineException | DataAccessException again) {
            Thread.onSpinWait();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
