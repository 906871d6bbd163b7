package com.clario.playbook.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
        return inWords(values, name -> RuleSet.spoken(name).toLowerCase(Locale.ROOT));
    }

    /** The same, each by the label its column has. */
    public static String inWords(Map<String, ?> values, UnaryOperator<String> label) {
        return values.entrySet().stream()
                .filter(effect -> !UNSAID.contains(effect.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(effect -> inWords(effect.getKey(), effect.getValue().toString(), label))
                .collect(Collectors.joining(", "));
    }

    /** A verdict as people say it. */
    public static String inWords(String verdict) {
        var plain = verdict.replace('_', ' ').toLowerCase();
        return plain.substring(0, 1).toUpperCase() + plain.substring(1);
    }

    private static String inWords(String name, String value, UnaryOperator<String> label) {
        return switch (name) {
            case "us" -> value + " to us";
            case "them" -> value + " to them";
            case "rank" -> value + " points";
            case "verdict" -> inWords(value);
            default -> spoken(label.apply(name), value.toLowerCase());
        };
    }

    private static String spoken(String label, String value) {
        return switch (value) {
            case "true", "yes" -> label;
            case "false", "no" -> "not " + label.substring(0, 1).toLowerCase() + label.substring(1);
            default -> label + " " + value;
        };
    }
}
