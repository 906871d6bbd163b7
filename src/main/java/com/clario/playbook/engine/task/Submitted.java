package com.clario.playbook.engine.task;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.form.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/** Brings what a caller hands in, in any of the engine's wrappings, down to text, numbers, yes or no, and lists of them. */
final class Submitted {

    private Submitted() {}

    static Map<String, Object> plain(Map<String, ?> values) {
        var plain = new LinkedHashMap<String, Object>();
        if (values != null) {
            values.keySet().forEach(key -> plain.put(key, plain(key, wrapped(values, key))));
        }
        return plain;
    }

    /** A variable of the case as expressions see it; what is no plain value is not there for them. */
    static Object variable(TypedValue value) {
        try {
            return plain("variable", value);
        } catch (Refusal notPlain) {
            return null;
        }
    }

    private static Object wrapped(Map<String, ?> values, String key) {
        return values instanceof VariableMap variables ? variables.getValueTyped(key) : values.get(key);
    }

    private static Object plain(String key, Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof SerializableValue text && !(value instanceof FileValue)) {
            return json(key, serialized(key, text));
        }
        if (value instanceof TypedValue typed && !(value instanceof FileValue)) {
            return plain(key, typed.getValue());
        }
        if (value instanceof SpinJsonNode node) {
            return json(key, node.toString());
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(one -> plain(key, one)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((name, one) -> plain.put(String.valueOf(name), plain(key, one)));
            return plain;
        }
        throw unusable(key);
    }

    /** Never builds the object: whatever class it claims to be, only its JSON text counts. */
    private static String serialized(String key, SerializableValue value) {
        if (value.getValueSerialized() != null && !"application/json".equals(value.getSerializationDataFormat())) {
            throw unusable(key);
        }
        if (value.getValueSerialized() == null && value.isDeserialized() && value.getValue() != null) {
            return value.getValue().toString();
        }
        return value.getValueSerialized();
    }

    private static Object json(String key, String json) {
        try {
            return json == null ? null : Json.read(json);
        } catch (JsonProcessingException broken) {
            throw unusable(key);
        }
    }

    private static Refusal unusable(String key) {
        return new Refusal("“" + key + "” holds something this form cannot take.");
    }
}
