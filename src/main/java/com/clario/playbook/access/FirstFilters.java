package com.clario.playbook.access;

import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the four lists into the Tasklist that everybody works from. */
@Component
class FirstFilters {

    private final FilterService filters;
    private final TaskService tasks;

    FirstFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void putUp() {
        put(
                1,
                "My tasks",
                "What you have taken on.",
                tasks.createTaskQuery().active().taskAssigneeExpression("${currentUser()}"));
        put(2, "My team's", "Everything that waits for one of your groups.", myTeams());
        put(
                3,
                "Due this week",
                "What your groups owe in the next seven days.",
                myTeams().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(7)}"));
        put(
                4,
                "Overdue",
                "What your groups should have done already.",
                myTeams().dueBeforeExpression("${now()}"));
    }

    private TaskQuery myTeams() {
        return tasks.createTaskQuery()
                .active()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    /** A filter from before there were pauses keeps everything else an administrator has made of it. */
    private void leaveOutPaused(Filter filter) {
        if (filter.<TaskQueryImpl>getQuery().getSuspensionState() == null) {
            TaskQueryImpl extended =
                    filter.extend(tasks.createTaskQuery().active()).getQuery();
            filters.saveFilter(filter.setQuery(extended));
        }
    }

    private void put(int place, String name, String description, TaskQuery query) {
        var present = filters.createTaskFilterQuery().filterName(name).list();
        if (!present.isEmpty()) {
            present.forEach(this::leaveOutPaused);
            return;
        }
        var properties = new HashMap<String, Object>();
        properties.put("description", description);
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of());
        filters.saveFilter(filters.newTaskFilter(name)
                .setProperties(properties)
                .setQuery(query.orderByDueDate().asc()));
    }
}
