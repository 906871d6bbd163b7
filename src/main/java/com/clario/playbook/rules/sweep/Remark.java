package com.clario.playbook.rules.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something the sweep says about a table.
 *
 * @param rows the ids of the rows it is about; none where a row is missing
 * @param sentence for a manager
 * @param example one case that shows it, by field; empty where no case can
 * @param exampleInWords the same case, as people say it
 * @param isKnown whether the version in force has it, too
 */
public record Remark(
        Severity severity,
        String table,
        List<String> rows,
        String sentence,
        Map<String, String> example,
        String exampleInWords,
        @JsonProperty("known") boolean isKnown) {

    /** How much a remark weighs: what is wrong keeps rows from being published, what is odd deserves a look. */
    public enum Severity {
        WRONG,
        ODD
    }

    public Remark {
        rows = List.copyOf(rows);
        example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
    }

    /** What a case shows. */
    public Remark(
            Severity severity,
            String table,
            List<String> rows,
            String sentence,
            Map<String, String> example,
            String exampleInWords) {
        this(severity, table, rows, sentence, example, exampleInWords, false);
    }

    /** What no case can show. */
    public Remark(Severity severity, String table, List<String> rows, String sentence) {
        this(severity, table, rows, sentence, Map.of(), "");
    }

    /** Whether somebody could choose this case: what no cell can name stands in no list. */
    @JsonProperty
    public boolean isTryable() {
        return example.values().stream().noneMatch(OptionAxis.BEYOND::contains);
    }

    /** The same, which the version in force has, too. */
    Remark known() {
        return new Remark(severity, table, rows, sentence, example, exampleInWords, true);
    }

    /** What makes it the same remark, whatever case shows it. */
    List<Object> said() {
        return List.of(table, rows, sentence);
    }
}
