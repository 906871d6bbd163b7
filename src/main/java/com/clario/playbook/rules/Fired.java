package com.clario.playbook.rules;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row that fired in a decision, with the reason a partner manager reads and what the row put out.
 *
 * @param row the row's id, such as {@code FIT-07}
 * @param values the row's outputs by name: points per sum, verdict, answers, note
 */
public record Fired(String row, String table, String reason, Map<String, String> values) {

    private static final Set<String> UNSAID = Set.of("note", "evidence", "proven");

    public Fired {
        values = Map.copyOf(values);
    }

    /** The row's points in one sum; 0 where it has none. */
    public int points(String sum) {
        return Integer.parseInt(values.getOrDefault(sum, "0"));
    }

    /** What the row put out, as people say it: {@code 20 to us}, {@code Not ready}. */
    public String effect() {
        return inWords(values);
    }

    /** Outputs or sums by name, as people say them. */
    public static String inWords(Map<String, ?> values) {
        return values.entrySet().stream()
                .filter(effect -> !UNSAID.contains(effect.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(effect -> inWords(effect.getKey(), effect.getValue().toString()))
                .collect(Collectors.joining(", "));
    }

    /** A verdict as people say it. */
    public static String inWords(String verdict) {
        var plain = verdict.replace('_', ' ').toLowerCase();
        return plain.substring(0, 1).toUpperCase() + plain.substring(1);
    }

    private static String inWords(String name, String value) {
        return switch (name) {
            case "us" -> value + " to us";
            case "them" -> value + " to them";
            case "rank" -> value + " points";
            case "verdict" -> inWords(value);
            default -> spoken(name, value.toLowerCase());
        };
    }

    private static String spoken(String name, String value) {
        var plain = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
        return switch (value) {
            case "true", "yes" -> plain;
            case "false", "no" -> "not " + plain;
            default -> plain + " " + value;
        };
    }
}
