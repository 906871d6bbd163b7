package com.clario.playbook.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PlaybookTest;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
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
