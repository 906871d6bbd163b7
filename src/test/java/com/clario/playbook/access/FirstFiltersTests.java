package com.clario.playbook.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlaybookTest
class FirstFiltersTests {

    @Autowired
    FirstFilters first;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Test
    void teachesAnOlderListToLeaveOutPausedTasksAndKeepsTheRestOfIt() {
        var old = list();
        var properties = old.getProperties();
        properties.put("description", "As our administrator has it");
        filters.saveFilter(old.setProperties(properties)
                .setQuery(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")));

        first.putUp();
        first.putUp();

        var now = list();
        TaskQueryImpl query = now.getQuery();
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(4);
        assertThat(now.getId()).isEqualTo(old.getId());
        assertThat(now.getProperties()).containsEntry("description", "As our administrator has it");
        assertThat(query.getSuspensionState()).isEqualTo(SuspensionState.ACTIVE);
        assertThat(query.getExpressions()).containsEntry("taskAssignee", "${currentUser()}");
    }

    private Filter list() {
        return filters.createTaskFilterQuery().filterName("My tasks").singleResult();
    }
}
