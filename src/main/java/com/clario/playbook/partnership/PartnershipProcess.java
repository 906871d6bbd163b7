package com.clario.playbook.partnership;

import com.clario.playbook.access.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Starts the walk through the stages and tells where it stands, whoever asks. */
@Component
public class PartnershipProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService drawings;
    private final People people;

    PartnershipProcess(RuntimeService runtime, TaskService tasks, RepositoryService drawings, People people) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.drawings = drawings;
        this.people = people;
    }

    void start(String partnership) {
        runtime.startProcessInstanceByKey("partnership", partnership, Map.of("partnershipId", partnership));
    }

    /** The open tasks of one partnership, the most urgent first. */
    public List<OpenTask> tasks(String partnership) {
        return people.unchecked(() ->
                tasks.createTaskQuery().processInstanceBusinessKey(partnership).initializeFormKeys().list().stream()
                        .map(task -> openTask(partnership, task))
                        .sorted(Comparator.comparing(OpenTask::due))
                        .toList());
    }

    /** The drawings a partnership runs through now, the whole walk first. */
    public List<Drawing> drawings(String partnership) {
        return people.unchecked(
                () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(partnership).list().stream()
                        .map(this::drawing)
                        .toList());
    }

    /** A deployed drawing as BPMN, with task names as people read them. */
    public String bpmn(String definition) {
        try (var model = people.unchecked(() -> drawings.getProcessModel(definition))) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8).replaceAll(": #\\{[^}]*}\"", "\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private OpenTask openTask(String partnership, Task task) {
        var group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .findFirst()
                .orElse(null);
        return new OpenTask(
                task.getId(),
                partnership,
                task.getTaskDefinitionKey(),
                task.getName(),
                group,
                task.getAssignee(),
                task.getDueDate().toInstant());
    }

    private Drawing drawing(ProcessInstance instance) {
        var definition = drawings.getProcessDefinition(instance.getProcessDefinitionId());
        return new Drawing(
                definition.getKey(),
                definition.getName(),
                definition.getId(),
                runtime.getActiveActivityIds(instance.getId()));
    }
}
