package com.clario.playbook.desk.demo;

import com.clario.playbook.access.People;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Does the demo colleagues' tasks the way they would, on the days they would have. */
@Component
class DemoProcess {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final People people;

    DemoProcess(TaskService tasks, RuntimeService runtime, ManagementService jobs, People people) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
        this.people = people;
    }

    /** Does something as if it were that moment; the engine's clock is ours, too. */
    void at(Instant moment, Runnable deed) {
        ClockUtil.setCurrentTime(Date.from(moment));
        try {
            deed.run();
        } finally {
            ClockUtil.reset();
        }
    }

    void complete(String partnership, String step, String who, Map<String, Object> fields) {
        complete(
                task(tasks.createTaskQuery()
                        .processInstanceBusinessKey(partnership)
                        .taskDefinitionKey(step)
                        .list()),
                who,
                fields);
        settle(partnership);
    }

    /** What the form of an open task begins with. */
    Map<String, Object> prefilled(String partnership, String step, String... keys) {
        var task = task(tasks.createTaskQuery()
                .processInstanceBusinessKey(partnership)
                .taskDefinitionKey(step)
                .list());
        return tasks.getVariables(task.getId(), List.of(keys));
    }

    /** Lets the days of a running pilot be over. */
    void endPilot(String partnership) {
        jobs.createJobQuery().processDefinitionKey("pilot").timers().list().stream()
                .filter(job -> businessKey(job).equals(partnership))
                .forEach(job -> jobs.executeJob(job.getId()));
        settle(partnership);
    }

    /** Lets a timer of a partnership go off. */
    void fire(String partnership, String timer) {
        jobs.createJobQuery().activityId(timer).timers().list().stream()
                .filter(job -> businessKey(job).equals(partnership))
                .forEach(job -> jobs.executeJob(job.getId()));
        settle(partnership);
    }

    /** The values an open task offers under a name. */
    List<String> choices(String partnership, String step, String name) {
        var offered = prefilled(partnership, step, name).get(name).toString();
        try {
            return JSON.readTree(offered).findValuesAsText("value");
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String businessKey(Job job) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Runs what the drawings of a partnership do by themselves, timers aside. */
    void settle(String partnership) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(partnership).list().stream()
                .flatMap(instance -> due(instance.getId()).stream())
                .findFirst()
                .ifPresent(job -> {
                    jobs.executeJob(job.getId());
                    settle(partnership);
                });
    }

    /** Opens a round, picks these candidates and tells their cases. */
    void holdRound(String who, Map<String, Object> choice, List<String> candidates) {
        var round = runtime.startProcessInstanceByMessage("identify.roundStarted");
        settleRound(round.getId());
        complete(task(tasks.createTaskQuery().processInstanceId(round.getId()).list()), who, choice);
        settleRound(round.getId());
        candidates.forEach(this::settle);
    }

    private void settleRound(String round) {
        for (var left = due(round); !left.isEmpty(); left = due(round)) {
            jobs.executeJob(left.get(0).getId());
        }
    }

    private List<Job> due(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).messages().list();
    }

    private void complete(Task task, String who, Map<String, Object> fields) {
        people.actAs(who, () -> {
            tasks.claim(task.getId(), who);
            tasks.complete(task.getId(), fields);
            return null;
        });
    }

    private static Task task(List<Task> found) {
        if (found.size() != 1) {
            throw new IllegalStateException("The demo expects one such task and finds " + found.size() + ".");
        }
        return found.get(0);
    }
}
