package com.clario.playbook.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a Camunda form into the rules it sets. */
public final class FormReader {

    private FormReader() {}

    public static TaskForm read(InputStream form) {
        return form(Json.read(form), List.of());
    }

    private static TaskForm form(JsonNode container, List<String> hiddenWhen) {
        var fields = new ArrayList<FormField>();
        collect(container, hiddenWhen, fields);
        return new TaskForm(fields);
    }

    private static void collect(JsonNode container, List<String> hiddenWhen, List<FormField> fields) {
        for (var component : container.path("components")) {
            var hidden = hiddenWhen(component, hiddenWhen);
            var kind = Kind.of(component.path("type").asText());
            if (kind != null) {
                fields.add(field(component, kind, hidden));
            } else if (component.has("components")) {
                refusePath(component);
                collect(component, hidden, fields);
            }
        }
    }

    private static FormField field(JsonNode component, Kind kind, List<String> hiddenWhen) {
        var key = component.path(kind == Kind.ROWS ? "path" : "key").asText();
        if (key.isBlank() || key.contains(".")) {
            throw new IllegalStateException("A form field needs one plain word as its key, not “" + key + "”.");
        }
        if (kind == Kind.DATE && !"date".equals(component.path("subtype").asText("date"))) {
            throw new IllegalStateException("The field “" + key + "” must be a day: forms here take no times.");
        }
        return new FormField(
                key,
                label(component, key),
                kind,
                component.path("validate").path("required").asBoolean(),
                takesInput(component, kind),
                hiddenWhen,
                limits(component),
                options(component),
                kind == Kind.ROWS ? form(component, List.of()) : TaskForm.NONE);
    }

    private static boolean takesInput(JsonNode component, Kind kind) {
        // An expression for readonly is settled in the browser; here the field stays open and is checked as any other.
        return kind != Kind.COMPUTED
                && !component.path("disabled").asBoolean()
                && !component.path("readonly").asBoolean();
    }

    private static String label(JsonNode component, String key) {
        // A datetime carries the label of its day apart from that of its time.
        var label = text(component, component.hasNonNull("dateLabel") ? "dateLabel" : "label");
        return label == null || label.startsWith("=") || label.contains("{{") ? key : label;
    }

    private static List<String> hiddenWhen(JsonNode component, List<String> outer) {
        var hide = text(component.path("conditional"), "hide");
        if (hide == null) {
            return outer;
        }
        var all = new ArrayList<>(outer);
        all.add(hide);
        return List.copyOf(all);
    }

    private static Limits limits(JsonNode component) {
        var validate = component.path("validate");
        return new Limits(
                text(validate, "min"),
                text(validate, "max"),
                validate.path("minLength").asInt(0),
                validate.path("maxLength").asInt(Limits.LONGEST_TEXT),
                text(validate, "pattern"),
                component.hasNonNull("decimalDigits")
                        ? component.path("decimalDigits").asInt()
                        : null,
                component.path("disallowPassedDates").asBoolean());
    }

    private static Options options(JsonNode component) {
        Set<String> fixed = new HashSet<>();
        component
                .path("values")
                .forEach(option -> fixed.add(option.path("value").asText()));
        return new Options(fixed, text(component, "valuesKey"), text(component, "valuesExpression"));
    }

    private static void refusePath(JsonNode group) {
        if (!group.path("path").asText().isBlank()) {
            throw new IllegalStateException("A group in a form takes no path: its fields are fields of the form.");
        }
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name).asText();
        return value.isBlank() ? null : value;
    }
}
