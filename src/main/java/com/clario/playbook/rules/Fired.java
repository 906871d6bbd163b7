package com.clario.playbook.rules;

import java.util.Map;

/**
 * A row that fired in a decision, with the reason a partner manager reads and what the row put out.
 *
 * @param row the row's id, such as {@code FIT-07}
 * @param values the row's outputs by name: points per sum, verdict, answers, note
 */
public record Fired(String row, String table, String reason, Map<String, String> values) {

    public Fired {
        values = Map.copyOf(values);
    }

    /** The row's points in one sum; 0 where it has none. */
    public int points(String sum) {
        return Integer.parseInt(values.getOrDefault(sum, "0"));
    }
}
