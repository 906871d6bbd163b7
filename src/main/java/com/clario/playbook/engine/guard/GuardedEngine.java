package com.clario.playbook.engine.guard;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Builds every guard into the engine before it starts. */
@Component
class GuardedEngine extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;
    private final Clock clock;

    GuardedEngine(BeanFactory beans, Clock clock) {
        this.beans = beans;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var forms = new TaskForms(clock);
        engine.setTaskService(new GuardedTaskService(forms));
        engine.setFormService(new GuardedFormService(forms));
        engine.setExpressionManager(new StepsExpressionManager(beans));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new Gatekeeper(engine)));
        engine.setResourceAuthorizationProvider(new TaskAuthorizations());
        engine.setPasswordEncryptor(new Pbkdf2Passwords());
    }
}
