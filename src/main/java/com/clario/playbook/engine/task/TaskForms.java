package com.clario.playbook.engine.task;

import com.clario.playbook.engine.form.FormReader;
import com.clario.playbook.engine.form.Surroundings;
import com.clario.playbook.engine.form.TaskForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Finds the form that was deployed with a task's drawing; each is read once. */
class TaskForms {

    private final Clock clock;
    private final Map<String, TaskForm> read = new ConcurrentHashMap<>();

    TaskForms(Clock clock) {
        this.clock = clock;
    }

    TaskForm of(TaskEntity task, CommandContext context) {
        if (task.getTaskDefinition().getCamundaFormDefinitionKey() == null) {
            return TaskForm.NONE;
        }
        if (!"deployment".equals(task.getTaskDefinition().getCamundaFormDefinitionBinding())) {
            throw new IllegalStateException(
                    "The form of " + task.getTaskDefinitionKey() + " must be bound by deployment.");
        }
        var place = task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey();
        return read.computeIfAbsent(place, unread -> read(task, context));
    }

    Surroundings around(TaskEntity task, CommandContext context) {
        var visible = new HashMap<String, Object>();
        var variables = task.getVariablesTyped(false);
        variables.keySet().forEach(name -> visible.put(name, Submitted.variable(variables.getValueTyped(name))));
        var feel = context.getProcessEngineConfiguration()
                .getDmnEngineConfiguration()
                .getFeelEngine();
        return new CaseSurroundings(feel, LocalDate.now(clock), visible);
    }

    private static TaskForm read(TaskEntity task, CommandContext context) {
        return FormReader.read(
                context.runWithoutAuthorization(() -> new GetDeployedTaskFormCmd(task.getId()).execute(context)));
    }
}
