package com.clario.playbook.rules.words;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What comes out of a case beside the verdict, sums and answers, in the words above their columns. */
public final class Answers {

    private static final Set<String> OTHERS = Set.of("verdict", "note", "evidence");

    private final Map<String, Column> columns = new LinkedHashMap<>();

    private Answers(RuleSet<?> set) {
        set.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.isOutput() && !OTHERS.contains(column.field()))
                .forEach(column -> columns.putIfAbsent(column.field(), column));
    }

    public static Answers of(RuleSet<?> set) {
        return new Answers(set);
    }

    /** {@code Days between 10 → 12}, one after the other; empty where all are the same. */
    public String changed(Map<String, String> before, Map<String, String> after) {
        var names = new LinkedHashSet<>(columns.keySet());
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !value(name, before).equals(value(name, after)))
                .map(name -> label(name) + " " + value(name, before) + " → " + value(name, after))
                .collect(Collectors.joining(", "));
    }

    /** The sums of a case, {@code followUps=2 daysBetween=5}, as Follow-ups 2 and Days between 5. */
    List<String> said(String sums) {
        var said = new ArrayList<String>();
        Arrays.stream(sums.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .map(word -> label(word[0]) + (word.length == 1 ? "" : " " + word[1]))
                .forEach(said::add);
        return said;
    }

    private String label(String name) {
        return columns.containsKey(name) ? columns.get(name).label() : name;
    }

    /** A sum no row adds to is none; an answer no row gives is not known. */
    private String value(String name, Map<String, String> values) {
        var sum = columns.containsKey(name) && columns.get(name).isPoints();
        var value = values.getOrDefault(name, sum ? "0" : "none");
        return switch (value) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> value;
        };
    }
}
