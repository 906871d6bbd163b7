package com.clario.playbook.engine.command;

import com.clario.playbook.engine.Refusal;
import java.lang.reflect.Field;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/** Looks at every command before the engine does: whoever calls, and through whichever door. */
class Gatekeeper extends CommandInterceptor {

    private static final Field EXTENDING_QUERY = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field SAVED_FILTER = field(SaveFilterCmd.class, "filter");

    private final ProcessEngineConfigurationImpl engine;

    Gatekeeper(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        inspect(command);
        try {
            return next.execute(command);
        } catch (RuntimeException thrown) {
            // An expression wraps what a step says in two layers of its own; people need the sentence.
            throw Refusal.in(thrown).map(RuntimeException.class::cast).orElse(thrown);
        }
    }

    private void inspect(Object command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            inspectQuery(query);
        } else if (command instanceof AbstractExecuteFilterCmd) {
            inspectQuery(ReflectionUtils.getField(EXTENDING_QUERY, command));
        } else if (command instanceof SaveFilterCmd
                && ReflectionUtils.getField(SAVED_FILTER, command) instanceof FilterEntity filter) {
            inspectQuery(filter.getQuery());
        } else if (command instanceof DeployCmd || command instanceof DeleteDeploymentCmd) {
            refuseSignedInPeople();
        }
    }

    /** The engine validates only the outermost query; the ones inside run their expressions unseen (CVE-2026-109432). */
    private void inspectQuery(Object query) {
        if (query instanceof AbstractQuery<?, ?> outer) {
            FilterExpressions.check(outer.getExpressions());
        }
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(inner -> FilterExpressions.check(inner.getExpressions()));
        }
    }

    /** A drawing is code: only the application itself brings or removes one. */
    private void refuseSignedInPeople() {
        if (engine.getIdentityService().getCurrentAuthentication() != null) {
            throw new AuthorizationException("Only the application itself deploys.");
        }
    }

    private static Field field(Class<?> type, String name) {
        var field = ReflectionUtils.findField(type, name);
        Assert.state(field != null, () -> type + " has changed: the guard cannot see its " + name);
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
