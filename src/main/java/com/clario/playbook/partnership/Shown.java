package com.clario.playbook.partnership;

import com.clario.playbook.engine.Markdown;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a task form shows beside its fields: an introduction, facts, reasons and links. */
public final class Shown {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Map<String, Object> content = new LinkedHashMap<>();
    private final List<Map<String, String>> facts = new ArrayList<>();

    private Shown() {
        content.put("facts", facts);
        content.put("reasons", List.of());
    }

    /** Begins with the sentence above the form, shown letter by letter whatever people typed into it. */
    public static Shown intro(String sentence) {
        return new Shown().text("intro", sentence);
    }

    /** A link of our own below the sentence. */
    public Shown link(String label, String path) {
        return with("intro", content.get("intro") + "\n\n[" + Markdown.literal(label) + "](" + path + ")");
    }

    /** Text for the Markdown of a form: it shows as it was typed, and nothing in it becomes a link or a heading. */
    public Shown text(String name, String typed) {
        return with(name, Markdown.literal(typed));
    }

    /** The same, with a link back to the case. */
    public static Shown of(Partnership partnership, String sentence) {
        return intro(sentence)
                .with("caseLink", "/partnerships/" + partnership.code())
                .with("documentsLink", "/partnerships/" + partnership.code() + "/documents");
    }

    /** One line of the facts table. */
    public Shown fact(String label, Object value) {
        facts.add(Map.of("label", label, "value", value == null ? "–" : words(value)));
        return this;
    }

    /** One line of the facts table, where there is something to say. */
    public Shown ifKnown(String label, Object value) {
        return value == null ? this : fact(label, value);
    }

    /** How many of something there are, where there are any. */
    public Shown ifAny(String label, long count) {
        return count == 0 ? this : fact(label, count);
    }

    /** A date as people write it, such as 3 Dec 2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String words(Object value) {
        return value instanceof LocalDate day ? day(day) : value.toString();
    }

    /** The rows that fired, word for word. */
    public Shown reasons(Decision decision) {
        return with("reasons", decision.fired().stream().map(Shown::reason).toList());
    }

    private static Map<String, String> reason(Fired row) {
        return Map.of("row", row.row(), "reason", row.reason(), "effect", row.effect());
    }

    public Shown with(String name, Object value) {
        content.put(name, value);
        return this;
    }

    public String json() {
        return json(content);
    }

    /** Any list or map as the form reads it. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("A form can only show lists, maps and text.", impossible);
        }
    }
}
