package com.clario.playbook.engine.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;

/** Lets a task be finished, changed or given away only as its form and its group allow. */
class GuardedTaskService extends TaskServiceImpl {

    private final TaskForms forms;

    GuardedTaskService(TaskForms forms) {
        this.forms = forms;
    }

    @Override
    public void complete(String taskId, Map<String, Object> fields) {
        complete(taskId, fields, false, false);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> fields, boolean deserializeValues) {
        return complete(taskId, fields, true, deserializeValues);
    }

    private VariableMap complete(String taskId, Map<String, Object> fields, boolean returned, boolean deserialized) {
        var ending = new CompleteTaskCmd(taskId, null, returned, deserialized);
        return execute(taskId, new Submission(forms, taskId, fields, ending));
    }

    @Override
    public void resolveTask(String taskId) {
        touch(taskId, () -> super.resolveTask(taskId));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> fields) {
        var allowed = some(taskId, fields);
        touch(taskId, () -> super.resolveTask(taskId, allowed));
    }

    @Override
    protected void setVariables(String taskId, Map<String, ?> fields, boolean local) {
        var allowed = some(taskId, fields);
        touch(taskId, () -> super.setVariables(taskId, allowed, local));
    }

    @Override
    protected void updateVariables(String taskId, Map<String, ?> fields, Collection<String> gone, boolean local) {
        var allowed = some(taskId, fields);
        requireFields(taskId, gone);
        touch(taskId, () -> super.updateVariables(taskId, allowed, gone, local));
    }

    @Override
    public void removeVariable(String taskId, String name) {
        removeVariables(taskId, Set.of(name));
    }

    @Override
    public void removeVariableLocal(String taskId, String name) {
        removeVariablesLocal(taskId, Set.of(name));
    }

    @Override
    public void removeVariables(String taskId, Collection<String> names) {
        requireFields(taskId, names);
        touch(taskId, () -> super.removeVariables(taskId, names));
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> names) {
        requireFields(taskId, names);
        touch(taskId, () -> super.removeVariablesLocal(taskId, names));
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> fields) {
        var allowed = some(taskId, fields);
        touch(taskId, () -> super.handleBpmnError(taskId, code, message, allowed));
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> fields) {
        var allowed = some(taskId, fields);
        touch(taskId, () -> super.handleEscalation(taskId, code, allowed));
    }

    @Override
    public void claim(String taskId, String person) {
        giveTo(taskId, person, () -> super.claim(taskId, person));
    }

    @Override
    public void setAssignee(String taskId, String person) {
        giveTo(taskId, person, () -> super.setAssignee(taskId, person));
    }

    @Override
    public void delegateTask(String taskId, String person) {
        giveTo(taskId, person, () -> super.delegateTask(taskId, person));
    }

    @Override
    public void saveTask(Task task) {
        giveTo(task.getId(), task.getAssignee(), () -> super.saveTask(task));
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        requireSight(taskId);
        return super.createComment(taskId, processInstanceId, message);
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        requireSight(taskId);
        return super.getTaskComments(taskId);
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        requireSight(taskId);
        return super.getTaskComment(taskId, commentId);
    }

    /** The engine itself lets anybody read and write remarks on any task; we ourselves look at those of past tasks, too. */
    private void requireSight(String taskId) {
        var person = commandExecutor.execute(CommandContext::getAuthenticatedUserId);
        if (person != null && createTaskQuery().taskId(taskId).count() == 0) {
            throw new AuthorizationException("This task is for another group, or no longer there.");
        }
    }

    private void giveTo(String taskId, String person, Runnable deed) {
        execute(taskId, context -> OpenTask.find(taskId, context).toBeGivenTo(person));
        touch(taskId, deed);
    }

    /** Checks single fields outside a completion: what is there must be right, the rest may still be missing. */
    private Map<String, Object> some(String taskId, Map<String, ?> fields) {
        return execute(taskId, context -> {
            var task =
                    OpenTask.find(taskId, context).toBeWorkedOnByCurrentPerson().task();
            return forms.of(task, context).readSome(Submitted.plain(fields), forms.around(task, context));
        });
    }

    private void requireFields(String taskId, Collection<String> names) {
        execute(taskId, context -> forms.of(OpenTask.find(taskId, context).task(), context)
                .requireKnown(names));
    }

    private void touch(String taskId, Runnable deed) {
        Answers.inWords(commandExecutor, taskId, () -> {
            deed.run();
            return taskId;
        });
    }

    private <T> T execute(String taskId, Command<T> command) {
        return Answers.inWords(commandExecutor, taskId, () -> commandExecutor.execute(command));
    }
}
