package com.clario.playbook.engine.task;

import com.clario.playbook.engine.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** Takes a task's form only as the form allows it, and starts nothing by form. */
class GuardedFormService extends FormServiceImpl {

    private final TaskForms forms;

    GuardedFormService(TaskForms forms) {
        this.forms = forms;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> fields) {
        submit(taskId, fields, false, false);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> fields, boolean deserializeValues) {
        return submit(taskId, fields, true, deserializeValues);
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> fields) {
        throw startedFromOurPages();
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, String businessKey, Map<String, Object> fields) {
        throw startedFromOurPages();
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> fields) {
        throw startedFromOurPages();
    }

    @Override
    public ProcessInstance submitStartFormData(String definitionId, String businessKey, Map<String, String> fields) {
        throw startedFromOurPages();
    }

    private VariableMap submit(String taskId, Map<String, Object> fields, boolean returned, boolean deserialized) {
        var ending = new SubmitTaskFormCmd(taskId, Map.of(), returned, deserialized);
        return Answers.inWords(
                commandExecutor, taskId, () -> commandExecutor.execute(new Submission(forms, taskId, fields, ending)));
    }

    private static Refusal startedFromOurPages() {
        return new Refusal("This is started from the pages of the playbook.");
    }
}
