package com.clario.playbook.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PlaybookTest;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlaybookTest
class ExpressionTests {

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class.name}",
                "${''['class']}",
                "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('true')}",
                "${dateTime().getClass().getClassLoader()}",
                "${dateTime().getZone()['class']}",
                "${reviewTestSteps.getClass()}",
                "${reviewTestSteps.class}",
                "${reviewTestSteps.getTargetSource().getTarget()}",
                "${reviewTestSteps.hashCode()}",
                "${dataSource.getConnection()}",
                "${people.find('sari')}",
                "${identityService.deleteUser('sari')}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${execution.setVariable('a', 1)}",
                "${execution.class}"
            })
    void refusesWhatLeadsOutOfTheCase(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining("expression");
        assertThat(engine.getIdentityService().createUserQuery().userId("sari").count())
                .isOne();
    }

    @Test
    void readsVariablesDatesAndTheCase() {
        assertThat(evaluate("${partner.toUpperCase()}")).isEqualTo("MOKA");
        assertThat(evaluate("${execution.processBusinessKey}")).isEqualTo("moka-1");
        assertThat(evaluate("${partner == 'Moka' && amount > 5}")).isEqualTo(true);
        assertThat(evaluate("${dateTime().plusDays(3).toDate()}")).isInstanceOf(java.util.Date.class);
        assertThat(evaluate("${now()}")).isInstanceOf(java.util.Date.class);
    }

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
        identity.setAuthentication("admin", java.util.List.of("camunda-admin"));
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

    private Object evaluate(String expression) {
        var model = Bpmn.createExecutableProcess("probe")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .camundaResultVariable("result")
                .userTask()
                .endEvent()
                .done();
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("probe.bpmn", model)
                .deploy();
        try {
            var process = engine.getRuntimeService()
                    .startProcessInstanceByKey("probe", "moka-1", Map.of("partner", "Moka", "amount", 7));
            return engine.getRuntimeService().getVariable(process.getId(), "result");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }
}
