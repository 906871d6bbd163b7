package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Column;
import java.math.BigDecimal;
import java.util.HashMap;
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

    /** The same, but for the number this column asks for. */
    public Tally with(Column column, BigDecimal number) {
        var otherSums = new HashMap<>(sums);
        var otherFired = new HashMap<>(fired);
        (column.countsRows() ? otherFired : otherSums).put(column.field(), number.intValueExact());
        return new Tally(otherSums, otherFired);
    }
}
