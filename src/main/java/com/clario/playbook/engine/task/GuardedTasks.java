package com.clario.playbook.engine.task;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts our services for tasks and forms in the place of the engine's own, before it starts. */
@Component
class GuardedTasks extends AbstractProcessEnginePlugin {

    private final Clock clock;

    GuardedTasks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var forms = new TaskForms(clock);
        engine.setTaskService(new GuardedTaskService(forms));
        engine.setFormService(new GuardedFormService(forms));
        engine.setResourceAuthorizationProvider(new TaskAuthorizations());
    }
}
