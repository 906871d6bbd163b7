package com.clario.playbook.partnership.pause;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.ResearchForm;
import com.clario.playbook.partnership.AnyTime;
import com.clario.playbook.partnership.closing.Closings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody finishes a task in the very moment in which a manager pauses or closes the case. */
@PlaybookTest
class AtOnceTests {

    private static final List<String> SENTENCES = List.of(
            "Somebody else changed this task at the same moment. Reload and try again.",
            "This task is already done or no longer exists. Reload the list.",
            "This case is paused. A manager can resume it on its page.");

    @Autowired
    ApplicationContext house;

    @Autowired
    Closings closings;

    @Autowired
    ManagementService management;

    @RepeatedTest(12)
    void pausesWithoutLeavingHalfOfItRunning() throws Exception {
        var moka = AnyTime.with(house, "Moka").researching();
        moka.call(5);
        var suspend = moka.job("suspendCase").getId();

        var answers = together(() -> tried(suspend), () -> answer(moka));
        for (var jobs = moka.ready(); !jobs.isEmpty(); jobs = moka.ready()) {
            jobs.forEach(this::tried);
        }

        assertThat(moka.moving()).isEmpty();
        assertThat(moka.run.waitsAt("caseRests")).isTrue();
        assertThat(answers.get(1))
                .isIn(Stream.concat(Stream.of("done"), SENTENCES.stream()).toList());
        moka.resume("On");
        assertThat(moka.drawings()).containsExactly("identify", "partnership");
        assertThat(moka.moving()).containsExactly("identify", "partnership");
        if (answers.get(1).equals("done")) {
            assertThat(moka.run.waitsAt("roundDecided")).isTrue();
        } else {
            assertThat(moka.run.openTasks()).containsExactly("researchCandidate");
            assertThat(moka.run.timeline()).noneMatch(line -> line.startsWith("Researched"));
        }
    }

    @RepeatedTest(12)
    void closesWhetherTheTaskIsDoneJustBeforeOrNot() throws Exception {
        var moka = AnyTime.with(house, "Moka").researching();

        var answers = together(() -> close(moka), () -> answer(moka));
        moka.run.runJobs();

        assertThat(answers.get(0)).isEqualTo("done");
        assertThat(answers.get(1))
                .isIn(Stream.concat(Stream.of("done"), SENTENCES.stream()).toList());
        isClosedForGood(moka);
    }

    @RepeatedTest(8)
    void closesWhileAJobIsAtWork() throws Exception {
        var moka = AnyTime.with(house, "Moka").researching();
        moka.run.complete("sari", "researchCandidate", ResearchForm.strong(), false);
        var score = moka.job("scoreFit").getId();

        var answers = together(() -> close(moka), () -> tried(score));
        moka.run.runJobs();

        assertThat(answers.get(0)).isEqualTo("done");
        isClosedForGood(moka);
    }

    @RepeatedTest(8)
    void closesOnceWhereTwoManagersDo() throws Exception {
        var moka = AnyTime.with(house, "Moka").pilotRuns();

        var answers = together(() -> close(moka), () -> close(moka));

        assertThat(answers)
                .containsExactlyInAnyOrder("done", "The partnership with Moka has ended already: closed by a manager.");
        isClosedForGood(moka);
    }

    @RepeatedTest(8)
    void pausesOrClosesWhereTwoManagersDoBoth() throws Exception {
        var moka = AnyTime.with(house, "Moka").researching();

        var answers = together(() -> close(moka), () -> called(moka));
        moka.run.runJobs();

        assertThat(answers.get(0)).isEqualTo("done");
        isClosedForGood(moka);
    }

    private static void isClosedForGood(AnyTime moka) {
        assertThat(moka.partnership().outcome()).isEqualTo("closed");
        assertThat(moka.partnership().paused()).isFalse();
        assertThat(moka.drawings()).isEmpty();
        assertThat(moka.history()).allMatch(one -> one.getEndTime() != null);
        assertThat(moka.run.timeline())
                .filteredOn(line -> line.startsWith("Partnership ended"))
                .hasSize(1);
    }

    private String close(AnyTime moka) {
        moka.as("maya", () -> closings.close(moka.run.code(), "Enough", true));
        return "done";
    }

    private static String called(AnyTime moka) {
        moka.call(5);
        return "done";
    }

    private static String answer(AnyTime moka) {
        moka.run.complete("sari", "researchCandidate", ResearchForm.strong(), false);
        return "done";
    }

    /** As the job executor does: what fails is tried again. */
    private String tried(String job) {
        try {
            management.executeJob(job);
            return "done";
        } catch (ProcessEngineException | org.springframework.dao.DataAccessException again) {
            return again.getClass().getSimpleName();
        }
    }

    static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var told = threads.invokeAll(Stream.of(one, other)
                    .<Callable<String>>map(deed -> () -> {
                        start.await();
                        try {
                            return deed.call();
                        } catch (Refusal refused) {
                            return refused.getMessage();
                        }
                    })
                    .toList());
            return List.of(told.get(0).get(), told.get(1).get());
        } finally {
            threads.shutdown();
        }
    }
}
