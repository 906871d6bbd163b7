package com.clario.playbook.engine.expression;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Gives the engine our way to read expressions, before it starts. */
@Component
class ClosedExpressions extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    ClosedExpressions(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new StepsExpressionManager(beans));
    }
}
