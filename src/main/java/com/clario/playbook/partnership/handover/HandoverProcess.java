package com.clario.playbook.partnership.handover;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.partnership.handover.Handover.Held;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Knows who has taken on which task, and gives it to somebody else or back to its team. */
@Component
class HandoverProcess {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final People people;

    HandoverProcess(TaskService tasks, RuntimeService runtime, People people) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.people = people;
    }

    /** All tasks a person has taken on, in every case. */
    List<Held> held(String person, Person next) {
        return people.unchecked(() -> tasks.createTaskQuery().taskAssignee(person).list().stream()
                .map(task -> held(task, next))
                .sorted(Comparator.comparing(Held::name).thenComparing(Held::id))
                .toList());
    }

    /** Everybody who has taken on something. */
    List<String> holders() {
        return people.unchecked(() -> tasks.createTaskQuery().taskAssigned().list().stream()
                .map(Task::getAssignee)
                .distinct()
                .toList());
    }

    void give(Held held, String person) {
        people.unchecked(() -> {
            var task = tasks.createTaskQuery().taskId(held.id()).singleResult();
            var instance = task.getProcessInstanceId();
            if (task.isSuspended()) {
                runtime.activateProcessInstanceById(instance);
            }
            tasks.setAssignee(held.id(), held.moves() ? person : null);
            if (task.isSuspended()) {
                runtime.suspendProcessInstanceById(instance);
            }
            return held;
        });
    }

    private Held held(Task task, Person next) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Held(
                task.getId(),
                task.getName(),
                instance.getBusinessKey(),
                groups.isEmpty() || groups.stream().anyMatch(next::isIn));
    }
}
