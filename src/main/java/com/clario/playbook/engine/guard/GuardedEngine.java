package com.clario.playbook.engine.guard;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Builds every guard into the engine before it starts. */
@Component
class GuardedEngine extends AbstractProcessEnginePlugin {

    /** Length is all that counts; in force in production only, since the demo's passwords are names. */
    private static final int SHORTEST_PASSWORD = 8;

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
        engine.setPasswordPolicy(() -> List.of(new PasswordPolicyLengthRuleImpl(SHORTEST_PASSWORD)));
    }
}
