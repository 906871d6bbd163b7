package com.clario.playbook.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** Lists travel to our steps, and forms come to us, as JSON. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Plain lists can always be written.", impossible);
        }
    }

    static JsonNode read(InputStream form) {
        try (form) {
            return MAPPER.readTree(form);
        } catch (IOException broken) {
            throw new IllegalStateException("A form is not readable as JSON.", broken);
        }
    }

    /** Lists and maps as plain Java, with every number exact. */
    public static Object read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, Object.class);
    }
}
