package com.clario.playbook.engine.form;

import com.clario.playbook.engine.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The form of a task: which fields it takes, and whether what was handed in may stand. */
public final class TaskForm {

    /** A task without a form is done by doing it: it takes no fields at all. */
    public static final TaskForm NONE = new TaskForm(List.of());

    private final Map<String, FormField> fields;

    TaskForm(List<FormField> fields) {
        this.fields = fields.stream()
                .collect(Collectors.toMap(FormField::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Reads a form handed in to finish the task: every field has its say, absent ones too. */
    public Map<String, Object> read(Map<String, ?> submitted, Surroundings around) {
        return read(submitted, around, key -> true);
    }

    /** Reads single fields written in between. */
    public Map<String, Object> readSome(Map<String, ?> submitted, Surroundings around) {
        return read(submitted, around, submitted::containsKey);
    }

    /** Refuses names that are no field of this form. */
    public TaskForm requireKnown(Collection<String> keys) {
        for (var key : keys) {
            if (!fields.containsKey(key)) {
                throw new Refusal("This form has no field “" + key + "”.");
            }
        }
        return this;
    }

    private Map<String, Object> read(Map<String, ?> submitted, Surroundings around, Predicate<String> wanted) {
        requireKnown(submitted.keySet());
        var filledIn = around.with(asTheBrowserSees(submitted));
        var read = new LinkedHashMap<String, Object>();
        for (var field : fields.values()) {
            if (field.takesInput() && wanted.test(field.key())) {
                read.put(field.key(), field.read(submitted.get(field.key()), filledIn));
            }
        }
        return read;
    }

    private Map<String, Object> asTheBrowserSees(Map<String, ?> submitted) {
        var seen = new HashMap<String, Object>();
        for (var field : fields.values()) {
            var value = submitted.get(field.key());
            if (field.takesInput()) {
                seen.put(field.key(), value == null ? field.kind().untouched() : value);
            }
        }
        return seen;
    }
}
