package com.clario.playbook.engine.task;

import com.clario.playbook.engine.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/** A task somebody wants to touch, and whether that person may. */
record OpenTask(TaskEntity task, CommandContext context) {

    static OpenTask find(String id, CommandContext context) {
        var task = id == null ? null : context.getTaskManager().findTaskById(id);
        if (task == null || task.getProcessInstanceId() == null) {
            throw done();
        }
        return new OpenTask(task, context);
    }

    /** The grant a person once got on a task outlives the group it came from; the group decides. */
    OpenTask toBeWorkedOnByCurrentPerson() {
        checkGrants();
        var person = context.getAuthenticatedUserId();
        if (person != null && !isFor(person)) {
            throw new AuthorizationException("This task is for another group.");
        }
        if (person != null && isKeptFrom(person)) {
            throw new Refusal("You wrote some of what this task is about, so somebody else has to do it.");
        }
        return this;
    }

    /** The grants go with the task: whoever is a moment too late lacks nothing but the task. */
    private void checkGrants() {
        try {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkTaskWork(task));
        } catch (AuthorizationException refused) {
            throw isStillThere() ? refused : done();
        }
    }

    /** Asks the database: the task at hand was read before. */
    private boolean isStillThere() {
        var same = new TaskQueryImpl().taskId(task.getId());
        return context.runWithoutAuthorization(
                () -> context.getTaskManager().findTaskCountByQueryCriteria((TaskQueryImpl) same) > 0);
    }

    static Refusal done() {
        return new Refusal("This task is already done or no longer exists. Reload the list.");
    }

    OpenTask toBeGivenTo(String person) {
        if (person != null && !isFor(person)) {
            throw new Refusal("This task can only be given to somebody of the group it is for.");
        }
        if (person != null && isKeptFrom(person)) {
            throw new Refusal("This task can only be given to somebody who wrote nothing of what it is about.");
        }
        return this;
    }

    private boolean isFor(String person) {
        var groups = candidateGroups();
        var belongs = new HashSet<>(groups);
        belongs.retainAll(groupsOf(person));
        return groups.isEmpty() || !belongs.isEmpty();
    }

    /** A drawing names in {@code notFor}, an input of the task, whom it must not be done by: four eyes. */
    private boolean isKeptFrom(String person) {
        return task.getVariable("notFor") instanceof String people
                && List.of(people.split(",")).contains(person);
    }

    private Set<String> candidateGroups() {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Set<String> groupsOf(String person) {
        return context.runWithoutAuthorization(() ->
                context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(person).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet()));
    }
}
