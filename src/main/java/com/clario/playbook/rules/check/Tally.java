package com.clario.playbook.rules.check;

import java.util.Map;

/** What the rows that fired so far add up to; a rule inserts it, and the tables of verdicts judge it. */
public record Tally(Map<String, Integer> sums, Map<String, Integer> fired) {

    public int sum(String name) {
        return sums.getOrDefault(name, 0);
    }

    /** How many rows of a table fired. */
    public int rows(String table) {
        return fired.getOrDefault(table, 0);
    }
}
