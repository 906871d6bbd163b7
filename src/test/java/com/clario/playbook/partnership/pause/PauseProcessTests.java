package com.clario.playbook.partnership.pause;

import static com.clario.playbook.partnership.AnyTime.later;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.ResearchForm;
import com.clario.playbook.partnership.AnyTime;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Stage;
import com.clario.playbook.pilot.Pilot;
import com.clario.playbook.pilot.Pilots;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PlaybookTest
class PauseProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Pauses pauses;

    @Autowired
    Partnerships partnerships;

    @Autowired
    PartnershipProcess process;

    @Autowired
    Pilots pilots;

    @Autowired
    BusinessDays days;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    AnyTime moka;

    @BeforeEach
    void somebodyNew() {
        moka = AnyTime.with(house, "Moka");
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identify", "round", "outreach", "pilot", "launch", "live"})
    void letsACaseRestWhereverItStandsAndGoOnThere(String place) {
        moka.at(place);
        var before = moka.drawings();
        var tasksBefore = moka.run.openTasks();

        moka.pause(20);

        assertThat(moka.partnership().pause().label())
                .isEqualTo("Paused until " + Shown.day(days.today().plusDays(20)));
        assertThat(moka.moving()).isEmpty();
        assertThat(process.tasks(moka.run.code())).isEmpty();
        assertThat(process.tasks()).extracting("partnership").doesNotContain(moka.run.code());

        moka.forward(20).over();

        assertThat(moka.partnership().paused()).isFalse();
        assertThat(moka.drawings()).isEqualTo(before);
        assertThat(moka.moving()).isEqualTo(before);
        assertThat(moka.run.openTasks()).isEqualTo(tasksBefore);
        assertThat(moka.run.timeline())
                .contains(
                        "Paused until " + Shown.day(days.today()),
                        "The pause is over: all dates ahead move by 20 days");
        assertThat(moka.run.passed("caseResumed")).isTrue();
    }

    @Test
    void movesThePilotItsTimersAndThePlan() {
        moka.pilotRuns();
        var pilotEnd = moka.due("pilotTimeUp");
        var overdue = moka.due("negotiationOverdue");
        var plannedEnd = moka.partnership().plannedEnd().orElseThrow();
        var lastDay = pilotLastDay();

        moka.pause(20).forward(20).over();

        assertThat(moka.partnership().plannedEnd()).contains(plannedEnd.plusDays(20));
        assertThat(partnerships.visits(moka.run.code())).last().satisfies(visit -> assertThat(visit.plannedEnd())
                .isEqualTo(plannedEnd.plusDays(20)));
        assertThat(pilotLastDay()).isEqualTo(lastDay.plusDays(20));
        assertThat(moka.due("pilotTimeUp")).isEqualTo(later(pilotEnd, 20));
        assertThat(moka.due("negotiationOverdue")).isEqualTo(later(overdue, 20));
        moka.run.fire("pilotTimeUp");
        assertThat(moka.run.openTasks()).containsExactly("enterPilotResults");
    }

    @Test
    void takesNoAnswerBeforeItIsResumed() {
        moka.researching();
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(moka.run.code())
                .singleResult();
        moka.pause(30);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> moka.run.complete("sari", "researchCandidate", ResearchForm.strong()))
                .withMessage("This case is paused. A manager can resume it on its page.");

        moka.forward(5).resume("They answered");

        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getDueDate())
                .isEqualTo(later(task.getDueDate(), 5));
        assertThat(moka.partnership().pausedDays()).isEqualTo(5);
        assertThat(moka.run.timeline())
                .contains(
                        "Resumed before " + Shown.day(days.today().plusDays(25)),
                        "The pause is over: all dates ahead move by 5 days");
        moka.run.complete("sari", "researchCandidate", ResearchForm.strong());
        assertThat(moka.run.waitsAt("roundDecided")).isTrue();
    }

    @Test
    void addsUpSeveralPausesAndMovesThePlanOfLaterStages() {
        moka.researching();
        var start = moka.partnership().startedOn();
        moka.pause(3).forward(3).over().pause(4).forward(7).over();

        assertThat(moka.partnership().plannedEnd(Stage.LAUNCH))
                .contains(start.plusMonths(5).plusDays(7));
        moka.run.from("outreach");
        assertThat(partnerships.visits(moka.run.code())).last().satisfies(visit -> assertThat(visit.plannedEnd())
                .isEqualTo(start.plusMonths(2).plusDays(7)));
    }

    @Test
    void countsNoDayTowardsThePlanWhileItRests() {
        moka.researching();
        var left = moka.partnership().daysLeft(days.today());

        moka.pause(300).forward(200);

        assertThat(moka.partnership().daysLeft(days.today())).isEqualTo(left);
        assertThat(moka.partnership().overdue(days.today())).isFalse();
    }

    @Test
    void keepsTheDistanceBetweenTwoFollowUps() {
        moka.mailSent();
        var first = moka.due("followUpDue");
        moka.pause(40).forward(40).over();
        assertThat(moka.due("followUpDue")).isEqualTo(later(first, 40));

        moka.forward(45).run.fire("followUpDue");

        assertThat(moka.due("followUpDue")).isCloseTo(later(first, 45), 1000);
    }

    @Test
    void stopsOnceMoreWhatAJobPutBesideIt() {
        moka.researching();
        moka.call(9);
        management.executeJob(moka.job("suspendCase").getId());
        runtime.activateProcessInstanceById(moka.instance("identify"));
        management.executeJob(moka.job("checkStandstill").getId());
        assertThat(moka.moving()).containsExactly("identify");

        moka.run.runJobs();

        assertThat(moka.moving()).isEmpty();
        assertThat(moka.run.waitsAt("caseRests")).isTrue();
    }

    @Test
    void refusesWhatMakesNoPause() {
        moka.researching();
        var today = days.today();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> moka.as("sari", () -> pauses.pause(moka.run.code(), today.plusDays(3), "x")));
        refused(pausing(today, "x"), "Until: choose a day after today.");
        refused(pausing(null, "x"), "Until: choose a day after today.");
        refused(pausing(today.plusDays(500), "x"), "within a year");
        refused(pausing(today.plusDays(3), " "), "Why: say why");
        refused(pausing(today.plusDays(3), "x".repeat(1001)), "at most 1,000 characters");
        refused(() -> moka.resume("x"), "is not paused");
        assertThat(moka.partnership().paused()).isFalse();
        assertThat(moka.drawings()).doesNotContain("pause");

        moka.pause(3);
        refused(pausing(today.plusDays(5), "Longer"), "Moka is paused until");
        refused(() -> moka.resume(""), "Why: say why");
        moka.close("Enough");
        refused(pausing(today.plusDays(5), "Longer"), "has ended, so there is nothing to pause");
    }

    @Test
    void isNotBegunWhileTheOneBeforeOnlyJustEnds() {
        moka.researching().pause(3).forward(3);
        management.executeJob(moka.job("pauseIsOver").getId());

        refused(pausing(days.today().plusDays(5), "Longer"), "only just ending");

        moka.run.runJobs();
        assertThat(moka.pause(5).moving()).isEmpty();
    }

    @Test
    void isNotResumedBeforeEverythingStandsStill() {
        moka.researching().call(3);

        refused(() -> moka.resume("At once"), "only just beginning");

        moka.run.runJobs();
        assertThat(moka.resume("Now").moving()).containsExactly("identify", "partnership");
        assertThat(moka.run.timeline()).contains("The pause is over");
    }

    private ThrowingCallable pausing(LocalDate until, String why) {
        return () -> moka.as("maya", () -> pauses.pause(moka.run.code(), until, why));
    }

    private LocalDate pilotLastDay() {
        return pilots.of(moka.run.code()).map(Pilot::lastDay).orElseThrow();
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
