package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rows as a person would, one after the other and without Drools: the second opinion on every verdict. */
public final class Interpreter {

    private final Map<String, Object> facts;
    private final Set<String> proofs;
    private final Map<String, Integer> sums = new HashMap<>();
    private final Map<String, Integer> fired = new HashMap<>();
    private final Set<String> verdicts = new HashSet<>();
    private final Set<String> rows = new HashSet<>();

    private Interpreter(Map<String, Object> facts, Set<String> proofs) {
        this.facts = facts;
        this.proofs = proofs;
    }

    /** What comes out: the verdict or null, the rows in the order of the tables, the sums. */
    public record Outcome(String verdict, List<String> rows, Map<String, Integer> sums) {}

    public static Outcome judge(List<Rows> tables, Anything facts) {
        return judge(tables, facts.values(), facts.proofs());
    }

    /**
     * The same of facts by name.
     *
     * @param facts as what they are, or as texts
     * @param proofs the criteria that are proven
     */
    public static Outcome judge(List<Rows> tables, Map<String, ?> facts, Set<String> proofs) {
        var judged = new Interpreter(new HashMap<>(facts), proofs);
        tables.stream().filter(rows -> !judgesTheTally(rows.table())).forEach(judged::read);
        // What the tables of verdicts ask about stands still from here on.
        var sums = Map.copyOf(judged.sums);
        var fired = Map.copyOf(judged.fired);
        tables.stream().filter(rows -> judgesTheTally(rows.table())).forEach(rows -> judged.read(rows, sums, fired));
        var ids = tables.stream()
                .flatMap(table -> table.list().stream())
                .map(Row::id)
                .filter(judged.rows::contains)
                .toList();
        var verdict = judged.verdicts.size() == 1 ? judged.verdicts.iterator().next() : null;
        return new Outcome(verdict, ids, Map.copyOf(judged.sums));
    }

    /** The rows of a table whose conditions hold for these values, whatever the table's reading. */
    public static List<Row> matching(Rows rows, Map<String, Object> facts) {
        return rows.list().stream()
                .filter(row -> matches(rows.table(), row, facts, Map.of(), Map.of()))
                .toList();
    }

    private void read(Rows rows) {
        read(rows, Map.of(), Map.of());
    }

    private void read(Rows rows, Map<String, Integer> sums, Map<String, Integer> fired) {
        for (var row : rows.list()) {
            if (matches(rows.table(), row, facts, sums, fired)) {
                fire(rows.table(), row);
                if (rows.table().reading() == Table.Reading.FIRST) {
                    return;
                }
            }
        }
    }

    private static boolean judgesTheTally(Table table) {
        return table.columns().stream().anyMatch(column -> column.use() == Column.Use.TALLY);
    }

    private static boolean matches(
            Table table, Row row, Map<String, Object> facts, Map<String, Integer> sums, Map<String, Integer> fired) {
        for (var i = 0; i < row.cells().size(); i++) {
            var column = table.columns().get(i);
            if (column.isOutput() || row.cells().get(i).isEmpty()) {
                continue;
            }
            var tally = column.countsRows() ? fired : sums;
            var value = column.use() == Column.Use.TALLY
                    ? tally.getOrDefault(column.field(), 0)
                    : facts.get(column.field());
            if (value == null || !holds(column, value, row.cells().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Column column, Object value, String cell) {
        return switch (column.operator()) {
            case ONE_OF -> List.of(cell.split(", ")).contains(value);
            case IS -> cell.equals(value.toString());
            case FROM -> compared(value, cell) >= 0;
            case ABOVE -> compared(value, cell) > 0;
            case BELOW -> compared(value, cell) < 0;
            case UP_TO -> compared(value, cell) <= 0;
            case PUTS -> throw new IllegalArgumentException("An output is no condition");
        };
    }

    private static int compared(Object value, String cell) {
        return new BigDecimal(value.toString()).compareTo(new BigDecimal(cell));
    }

    private void fire(Table table, Row row) {
        rows.add(row.id());
        fired.merge(table.name(), 1, Integer::sum);
        var proven = true;
        for (var column : columns(table, "evidence")) {
            proven &= proofs.contains(row.cells().get(column));
        }
        for (var i = 0; i < table.columns().size(); i++) {
            var cell = row.cells().get(i);
            if (table.columns().get(i).isPoints() && !cell.isEmpty()) {
                var full = Integer.parseInt(cell);
                sums.merge(table.columns().get(i).field(), proven || full < 0 ? full : full / 2, Integer::sum);
            }
        }
        columns(table, "verdict").forEach(column -> verdicts.add(row.cells().get(column)));
    }

    private static List<Integer> columns(Table table, String output) {
        var found = new ArrayList<Integer>();
        for (var i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).isOutput()
                    && table.columns().get(i).field().equals(output)) {
                found.add(i);
            }
        }
        return found;
    }
}
