package com.clario.playbook.partnership;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Starts the walk through the stages and tells where it stands, whoever asks. */
@Component
public class PartnershipProcess {

    private static final String WALK = "partnership";
    private static final String PAUSE = "pause";
    private static final String EXPRESSION = "(: )?[#$]\\{[^}]*}";
    private static final Comparator<OpenTask> URGENT = Comparator.comparing(
                    OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenTask::id);

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

    /** Whoever may start a partnership with us needs no right in the engine. */
    void start(String partnership) {
        people.unchecked(
                () -> runtime.startProcessInstanceByKey(WALK, partnership, Map.of("partnershipId", partnership)));
    }

    /** The open tasks of one partnership, the most urgent first; a paused one has none. */
    public List<OpenTask> tasks(String partnership) {
        return people.unchecked(() -> openTasks(
                tasks.createTaskQuery().active().processInstanceBusinessKey(partnership), instance -> partnership));
    }

    /** Everybody's open tasks, the most urgent first, without those of paused cases; a round's are no partnership's. */
    public List<OpenTask> tasks() {
        return people.unchecked(() -> openTasks(tasks.createTaskQuery().active(), cases()::get));
    }

    /** One query for each group, which also tells whose the tasks are. */
    private static List<OpenTask> openTasks(TaskQuery asked, UnaryOperator<String> partnershipOf) {
        return Groups.WORKING.stream()
                .flatMap(group -> asked.taskCandidateGroup(group).includeAssignedTasks().list().stream()
                        .map(task -> openTask(partnershipOf.apply(task.getProcessInstanceId()), group, task)))
                .sorted(URGENT)
                .toList();
    }

    /** Where partnerships wait for a message, such as {@code roundDecided}, by their codes. */
    public Map<String, List<String>> waits() {
        return people.unchecked(() -> {
            var cases = cases();
            return runtime.createEventSubscriptionQuery().eventType("message").list().stream()
                    .filter(wait -> cases.get(wait.getProcessInstanceId()) != null)
                    .collect(Collectors.groupingBy(
                            wait -> cases.get(wait.getProcessInstanceId()),
                            Collectors.mapping(EventSubscription::getActivityId, Collectors.toList())));
        });
    }

    /** The drawings a partnership runs through now, the whole walk first; a pause is no step on the way. */
    public List<Drawing> drawings(String partnership) {
        return people.unchecked(() -> runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(partnership)
                .processDefinitionKeyNotIn(PAUSE)
                .list()
                .stream()
                .map(this::drawing)
                .sorted(Comparator.comparing(drawing -> !drawing.process().equals(WALK)))
                .toList());
    }

    /** A deployed drawing as people read it: shapes and names, nothing of what the engine runs. */
    public String bpmn(String definition) {
        try (var model = people.unchecked(() -> drawings.getProcessModel(definition))) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)<bpmn:(extensionElements|conditionExpression)\\b.*?</bpmn:\\1>", "")
                    .replaceAll(" camunda:\\w+=\"[^\"]*\"", "")
                    .replaceAll(EXPRESSION, "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, String> cases() {
        return runtime.createProcessInstanceQuery().list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private static OpenTask openTask(String partnership, String group, Task task) {
        return new OpenTask(
                task.getId(),
                partnership,
                task.getTaskDefinitionKey(),
                task.getName(),
                group,
                task.getAssignee(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private Drawing drawing(ProcessInstance instance) {
        var definition = drawings.getProcessDefinition(instance.getProcessDefinitionId());
        return new Drawing(
                definition.getKey(),
                definition.getName(),
                definition.getId(),
                active(instance).stream()
                        .distinct()
                        .map(step -> new Drawing.Step(step, stepName(definition.getId(), step)))
                        .toList());
    }

    private List<String> active(ProcessInstance instance) {
        try {
            return runtime.getActiveActivityIds(instance.getId());
        } catch (NullValueException endedMeanwhile) {
            return List.of();
        }
    }

    private String stepName(String definition, String step) {
        var shape = drawings.getBpmnModelInstance(definition).getModelElementById(step);
        var name = shape == null ? null : shape.getAttributeValue("name");
        return name == null ? step : name.replaceAll(EXPRESSION, "");
    }
}
