package com.clario.playbook.partnership.person;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.person.ContactErased;
import com.clario.playbook.partner.person.Held;
import com.clario.playbook.partner.person.PersonalData;
import com.clario.playbook.partner.person.Somebody;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricFormField;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;

/** Forgets a contact in what the engine keeps of forms: the open ones go on with the pseudonym, the history loses the text. */
@Component
class FormsProcess implements PersonalData {

    private static final int LONGEST = 4000;

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final Partnerships partnerships;
    private final People people;

    FormsProcess(
            RuntimeService runtime,
            HistoryService history,
            TaskService tasks,
            Partnerships partnerships,
            People people) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.partnerships = partnerships;
        this.people = people;
    }

    @Override
    public List<Held> about(Somebody somebody, String partner) {
        return people.unchecked(() -> {
            var own = codes(partner);
            return instances().stream()
                    .flatMap(one -> held(one, in(somebody, own, one)))
                    .distinct()
                    .toList();
        });
    }

    private Stream<Held> held(HistoricProcessInstance one, Predicate<String> in) {
        var fields = variables(one.getId())
                .filter(found -> in.test(text(found.getTypedValue())))
                .map(found -> held(one, found.getName(), text(found.getTypedValue())));
        var said = comments(one.getId())
                .filter(comment -> in.test(comment.getFullMessage()))
                .map(comment -> held(one, "comment", comment.getFullMessage()));
        return Stream.concat(fields, said);
    }

    private static Held held(HistoricProcessInstance one, String field, String text) {
        var content = new LinkedHashMap<String, Object>();
        content.put("partnership", String.valueOf(one.getBusinessKey()));
        content.put("drawing", one.getProcessDefinitionKey());
        content.put("field", field);
        content.put("text", text);
        return new Held("Forms", content, null);
    }

    void forget(ContactErased erased) {
        people.unchecked(() -> {
            var own = codes(erased.partner());
            try {
                instances().forEach(one -> forget(one, erased.somebody(), own));
            } catch (OptimisticLockingException meanwhile) {
                throw new Refusal(
                        "Somebody worked on a task of this partner at the same moment, so nothing is erased yet."
                                + " Try again.",
                        meanwhile);
            }
            return null;
        });
    }

    private void forget(HistoricProcessInstance one, Somebody somebody, Set<String> own) {
        var in = in(somebody, own, one);
        var open = runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(one.getId())
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .filter(found -> in.test(text(found.getTypedValue())))
                .toList();
        variables(one.getId())
                .filter(found -> in.test(text(found.getTypedValue())))
                .forEach(found -> history.deleteHistoricVariableInstance(found.getId()));
        // only now, for what is written here becomes the first line of a new history
        open.forEach(found -> runtime.setVariableLocal(
                found.getExecutionId(), found.getName(), hidden(found, hidden(somebody, own, one))));
        var sent = submitted(one.getId())
                .filter(field -> in.test(String.valueOf(field.getFieldValue())))
                .map(HistoricFormField::getTaskId)
                .toList();
        history.createHistoricTaskInstanceQuery()
                .processInstanceId(one.getId())
                .list()
                .forEach(task -> forget(task, in, sent.contains(task.getId())));
    }

    /** The history of a finished task goes as a whole: the engine takes no single line out of it. */
    private void forget(HistoricTaskInstance task, Predicate<String> in, boolean sent) {
        var said = tasks.getTaskComments(task.getId()).stream()
                .filter(comment -> in.test(comment.getFullMessage()))
                .toList();
        if (task.getEndTime() == null) {
            said.forEach(comment -> tasks.deleteTaskComment(task.getId(), comment.getId()));
        } else if (sent || !said.isEmpty()) {
            history.deleteHistoricTaskInstance(task.getId());
        }
    }

    /** What people said to each other below a task. */
    private Stream<Comment> comments(String instance) {
        return history.createHistoricTaskInstanceQuery().processInstanceId(instance).list().stream()
                .flatMap(task -> tasks.getTaskComments(task.getId()).stream());
    }

    /** What was sent with a form stands in the history of the task a second time. */
    private Stream<HistoricFormField> submitted(String instance) {
        return history.createHistoricDetailQuery().processInstanceId(instance).formFields().list().stream()
                .map(HistoricFormField.class::cast);
    }

    private Stream<HistoricVariableInstance> variables(String instance) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .includeDeleted()
                .disableCustomObjectDeserialization()
                .list()
                .stream();
    }

    /** All there are: an address may have been typed into anybody's form. */
    private List<HistoricProcessInstance> instances() {
        return new ArrayList<>(history.createHistoricProcessInstanceQuery().list());
    }

    private Set<String> codes(String partner) {
        return partnerships.of(partner).stream().map(Partnership::code).collect(Collectors.toSet());
    }

    /** A name means this person in the cases of their partner and in the rounds, which are nobody's. */
    private static boolean byName(Set<String> own, HistoricProcessInstance one) {
        return one.getBusinessKey() == null || own.contains(one.getBusinessKey());
    }

    private static Predicate<String> in(Somebody somebody, Set<String> own, HistoricProcessInstance one) {
        return byName(own, one) ? somebody::isIn : somebody::isAddressedIn;
    }

    private static UnaryOperator<String> hidden(Somebody somebody, Set<String> own, HistoricProcessInstance one) {
        return byName(own, one) ? somebody::hiddenIn : somebody::addressHiddenIn;
    }

    private static Object hidden(VariableInstance found, UnaryOperator<String> words) {
        var text = words.apply(text(found.getTypedValue()));
        return found.getTypedValue() instanceof JsonValue
                ? SpinValues.jsonValue(text).create()
                : text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static String text(TypedValue value) {
        if (value instanceof SerializableValue serialized) {
            return serialized.getValueSerialized();
        }
        return value != null && value.getValue() instanceof String text ? text : null;
    }
}
