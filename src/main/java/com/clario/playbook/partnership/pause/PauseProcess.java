package com.clario.playbook.partnership.pause;

import com.clario.playbook.access.People;
import com.clario.playbook.partnership.BusinessDays;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** Stops everything that runs for a case and lets it run again: the engine does not carry that into what is called. */
@Component
class PauseProcess {

    private static final String DRAWING = "pause";

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final People people;
    private final BusinessDays days;

    PauseProcess(RuntimeService runtime, ManagementService jobs, TaskService tasks, People people, BusinessDays days) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
        this.people = people;
        this.days = days;
    }

    void start(String partnership) {
        people.unchecked(() -> runtime.startProcessInstanceByMessage(
                "pause.called", partnership, Map.of("partnershipId", partnership)));
    }

    /** Also while it only just begins or ends. */
    boolean running(String partnership) {
        return people.unchecked(() -> pauses(partnership).count() > 0);
    }

    /** Whether the pause was under way and ends now. */
    boolean resume(String partnership) {
        return people.unchecked(() -> !runtime.createMessageCorrelation("pause.resumedEarly")
                .processInstanceBusinessKey(partnership)
                .correlateAllWithResult()
                .isEmpty());
    }

    /** A case that is closed needs no end of its pause, wherever that stands. */
    void end(String partnership) {
        people.unchecked(() -> {
            runtime.createMessageCorrelation("pause.caseClosed")
                    .processInstanceBusinessKey(partnership)
                    .correlateAllWithResult();
            pauses(partnership)
                    .list()
                    .forEach(left -> runtime.deleteProcessInstance(left.getId(), "The case is closed"));
            activate(partnership);
            return partnership;
        });
    }

    void suspend(String partnership) {
        each(partnership, runtime::suspendProcessInstanceById);
    }

    void activate(String partnership) {
        each(partnership, runtime::activateProcessInstanceById);
    }

    /** A job that was at work while the case was stopped may have put something new beside it. */
    boolean standsStill(String partnership) {
        return tasks.createTaskQuery()
                                .processInstanceBusinessKey(partnership)
                                .active()
                                .count()
                        == 0
                && instances(partnership).stream().allMatch(one -> one.isSuspended() && rests(one.getId()));
    }

    private boolean rests(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).active().count() == 0
                && runtime.createExecutionQuery()
                                .processInstanceId(instance)
                                .active()
                                .count()
                        == 0;
    }

    /**
     * Moves timers and due dates by whole days, so that the start of a day stays the start of a day.
     *
     * @param fixed the timers that go off on a day that stays as it is, by step
     */
    void shift(String partnership, int by, Map<String, LocalDate> fixed) {
        for (var instance : instances(partnership)) {
            var stay = new HashSet<String>();
            fixed.forEach(
                    (step, day) -> timers(instance).activityId(step).list().forEach(timer -> {
                        stay.add(timer.getId());
                        jobs.setJobDuedate(timer.getId(), days.start(day), false);
                    }));
            timers(instance).list().stream()
                    .filter(timer -> timer.getDuedate() != null && !stay.contains(timer.getId()))
                    .forEach(timer -> jobs.setJobDuedate(timer.getId(), later(timer.getDuedate(), by), true));
        }
        tasks.createTaskQuery().processInstanceBusinessKey(partnership).list().stream()
                .filter(task -> task.getDueDate() != null)
                .forEach(task -> tasks.setDueDate(task.getId(), later(task.getDueDate(), by)));
    }

    private JobQuery timers(ProcessInstance instance) {
        return jobs.createJobQuery().processInstanceId(instance.getId()).timers();
    }

    private Date later(Date date, int by) {
        return Date.from(date.toInstant().atZone(days.zone()).plusDays(by).toInstant());
    }

    private void each(String partnership, Consumer<String> deed) {
        instances(partnership).stream().map(ProcessInstance::getId).forEach(deed);
    }

    private List<ProcessInstance> instances(String partnership) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(partnership)
                .processDefinitionKeyNotIn(DRAWING)
                .list();
    }

    private ProcessInstanceQuery pauses(String partnership) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(partnership)
                .processDefinitionKey(DRAWING);
    }
}
