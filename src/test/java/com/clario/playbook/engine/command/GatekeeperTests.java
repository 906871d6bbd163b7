package com.clario.playbook.engine.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PlaybookTest;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlaybookTest
class GatekeeperTests {

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass()}", "${now().getClass()}", "${dateTime().getZone()}", "sari", "${1+1}"})
    void refusesForeignExpressionsInQueriesInside(String expression) {
        var tasks = engine.getTaskService();
        assertThatThrownBy(() -> withinOr(tasks.createTaskQuery(), expression).list())
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> withinOr(tasks.createTaskQuery(), expression).count())
                .isInstanceOf(BadUserRequestException.class);
        var filters = engine.getFilterService();
        var query = withinOr(tasks.createTaskQuery(), expression);
        assertThatThrownBy(() -> filters.saveFilter(filters.newTaskFilter("bad").setQuery(query)))
                .isInstanceOf(BadUserRequestException.class);
        var filter = filters.saveFilter(filters.newTaskFilter("good").setQuery(tasks.createTaskQuery()));
        try {
            assertThatThrownBy(() -> filters.list(filter.getId(), query)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> filters.count(filter.getId(), query)).isInstanceOf(BadUserRequestException.class);
        } finally {
            filters.deleteFilter(filter.getId());
        }
    }

    @Test
    void letsSignedInPeopleDeployNothing() {
        var identity = engine.getIdentityService();
        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            assertThatThrownBy(() -> engine.getRepositoryService()
                            .createDeployment()
                            .addString("a.form", "{\"id\":\"a\"}")
                            .deploy())
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static TaskQueryImpl withinOr(Object query, String expression) {
        return (TaskQueryImpl)
                ((TaskQueryImpl) query).or().dueAfterExpression(expression).endOr();
    }
}
