package com.clario.playbook.engine.task;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Finishes a task with what its form allows. The fields are there for the steps that follow at once and leave the case
 * with them, so that a second showing of the form does not start with the last answer.
 */
record Submission(TaskForms forms, String taskId, Map<String, ?> submitted, Command<VariableMap> ending)
        implements Command<VariableMap> {

    @Override
    public VariableMap execute(CommandContext context) {
        var task = OpenTask.find(taskId, context).toBeWorkedOnByCurrentPerson().task();
        var fields = forms.of(task, context).read(Submitted.plain(submitted), forms.around(task, context));
        var process = task.getProcessInstance();
        write(fields, task, process);
        var result = ending.execute(context);
        forget(fields.keySet(), process, context);
        return result;
    }

    /** A field that starts out filled shares its name with a variable of the task alone: the steps would not see it. */
    private static void write(Map<String, Object> fields, TaskEntity task, ExecutionEntity process) {
        task.getExecution().setVariables(fields);
        fields.forEach((key, value) -> {
            if (!process.hasVariableLocal(key) || !Objects.equals(process.getVariableLocal(key), value)) {
                process.setVariableLocal(key, value);
            }
        });
    }

    private static void forget(Set<String> keys, ExecutionEntity process, CommandContext context) {
        if (!process.isEnded() && context.getExecutionManager().findExecutionById(process.getId()) != null) {
            process.removeVariablesLocal(keys);
        }
    }
}
