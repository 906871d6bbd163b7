package com.clario.playbook.rules.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The only way from a manager's text to rows: reads strict CSV, checks every cell against its column, and names every
 * problem at its cell. Drools' own parser runs what a cell says, so nothing passes here that is not of its type.
 */
public final class Gate {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{1,39}");
    private static final CellType REASON = new CellType.Text(300);
    /** How many rows a table may have. */
    public static final int MOST_ROWS = 300;

    private static final int MOST_CHARACTERS = 500_000;

    private final Table table;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private Gate(Table table) {
        this.table = table;
    }

    /** Lets the managers' rows through or refuses them with every problem. */
    public static Rows pass(Table table, String csv) {
        var gate = new Gate(table);
        return gate.passed(gate.read(csv));
    }

    /** Lets rows through that lie in cells already, or refuses them with every problem. */
    public static Rows pass(Table table, List<List<String>> lines) {
        var gate = new Gate(table);
        return gate.passed(gate.rows(lines));
    }

    /** Whether a row may be called so. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** Every problem of the managers' rows; none means they would pass. */
    public static List<Problem> problems(Table table, String csv) {
        var gate = new Gate(table);
        gate.read(csv);
        return List.copyOf(gate.problems);
    }

    /** Every problem of rows that lie in cells already, as a page sends them. */
    public static List<Problem> problems(Table table, List<List<String>> lines) {
        var gate = new Gate(table);
        gate.rows(lines);
        return List.copyOf(gate.problems);
    }

    private Rows passed(Rows rows) {
        if (!problems.isEmpty()) {
            throw new RowsRefused(table.name(), problems);
        }
        return rows;
    }

    private Rows read(String csv) {
        // Excel writes a byte order mark; Drools would then lose the rule set's name.
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        if (isTooLong(text.length())) {
            return new Rows(table, List.of());
        }
        try {
            return rows(Csv.read(text));
        } catch (Csv.Malformed e) {
            problems.add(e.problem());
            return new Rows(table, List.of());
        }
    }

    /** Cells are never joined to a text first: a line break inside one would make two rows of it. */
    private Rows rows(List<List<String>> lines) {
        var rows = new ArrayList<Row>();
        if (!isTooLong(
                lines.stream().flatMap(List::stream).mapToLong(String::length).sum())) {
            checkNumber(lines.size());
            lines.forEach(line -> rows.add(row(rows.size() + 1, line)));
        }
        return new Rows(table, rows);
    }

    private boolean isTooLong(long characters) {
        if (characters > MOST_CHARACTERS) {
            problems.add(Problem.ofAll("size", "the text is longer than " + MOST_CHARACTERS + " characters"));
        }
        return characters > MOST_CHARACTERS;
    }

    private void checkNumber(int rows) {
        if (rows == 0) {
            problems.add(Problem.ofAll("empty", "a table needs at least one row"));
        }
        if (rows > MOST_ROWS) {
            problems.add(Problem.ofAll("size", "a table may have at most " + MOST_ROWS + " rows"));
        }
    }

    private Row row(int number, List<String> line) {
        var labels = table.labels();
        if (line.stream().allMatch(String::isBlank)) {
            problems.add(Problem.ofRow(number, "blank", "is blank; fill it or delete it", ""));
            return new Row("", List.of(), "");
        }
        if (line.size() != labels.size()) {
            var sentence = "needs exactly " + labels.size() + " cells and has " + line.size();
            problems.add(Problem.ofRow(number, "cells", sentence, String.join(",", line)));
            return new Row("", List.of(), "");
        }
        var before = problems.size();
        checkId(number, line.get(0));
        var cells = new ArrayList<String>();
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            cells.add(cell(number, i + 2, column.label(), column.type(), column.required(), line.get(i + 1)));
        }
        var reason = cell(number, labels.size(), "Reason", REASON, true, line.get(line.size() - 1));
        if (problems.size() == before) {
            checkWhole(number, cells);
            checkBounds(number, cells);
        }
        return new Row(line.get(0), cells, reason);
    }

    private void checkId(int row, String id) {
        if (!isId(id)) {
            var sentence = "needs an id of capital letters, digits and hyphens such as FIT-07";
            problems.add(new Problem(row, 1, "Row", "id", sentence, id));
        } else if (!ids.add(id)) {
            problems.add(new Problem(row, 1, "Row", "twice", "has an id that another row has", id));
        }
    }

    private String cell(int row, int number, String label, CellType type, boolean required, String cell) {
        if (cell.isEmpty()) {
            if (required) {
                problems.add(new Problem(row, number, label, "missing", "must not be empty", cell));
            }
            return "";
        }
        try {
            return type.canonical(cell);
        } catch (CellType.Unfit e) {
            problems.add(new Problem(row, number, label, e.code(), e.getMessage(), cell));
            return "";
        }
    }

    /** A row without a condition would always fire, one without an output would do nothing. */
    private void checkWhole(int row, List<String> cells) {
        if (!isFilled(cells, Column.Use.FACT) && !isFilled(cells, Column.Use.TALLY)) {
            problems.add(Problem.ofRow(row, "condition", "needs at least one condition", ""));
        } else if (table.judgesTheTally() && !isFilled(cells, Column.Use.TALLY)) {
            problems.add(Problem.ofRow(row, "tally", "needs a condition on what the other tables found", ""));
        }
        if (table.columns().stream().anyMatch(Column::isPoints) && !isFilled(cells, Column::isPoints)) {
            problems.add(Problem.ofRow(row, "points", "needs points", ""));
        }
    }

    private boolean isFilled(List<String> cells, Column.Use use) {
        return isFilled(cells, column -> column.use() == use);
    }

    private boolean isFilled(List<String> cells, Predicate<Column> wanted) {
        for (var i = 0; i < cells.size(); i++) {
            if (wanted.test(table.columns().get(i)) && !cells.get(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** From 100 and below 50 compiles well and never fires. */
    private void checkBounds(int row, List<String> cells) {
        Map<String, BigDecimal> lower = new HashMap<>();
        for (var i = 0; i < cells.size(); i++) {
            var column = table.columns().get(i);
            if (!cells.get(i).isEmpty() && column.operator().boundsBelow()) {
                lower.merge(column.use() + column.field(), new BigDecimal(cells.get(i)), BigDecimal::max);
            }
        }
        for (var i = 0; i < cells.size(); i++) {
            var column = table.columns().get(i);
            var least = lower.get(column.use() + column.field());
            if (cells.get(i).isEmpty() || least == null || !column.operator().boundsAbove()) {
                continue;
            }
            var gap = new BigDecimal(cells.get(i)).compareTo(least);
            if (gap < 0 || gap == 0 && !column.operator().equals(Column.Operator.UP_TO)) {
                var sentence = "lies not above the row's own lower bound, so the row never fires";
                problems.add(new Problem(row, i + 2, column.label(), "contradiction", sentence, cells.get(i)));
            }
        }
    }
}
