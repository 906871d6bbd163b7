package com.clario.playbook.rules.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small table with a column of every type, and the facts it judges. */
public record Sample(String segment, int merchants, BigDecimal rate, boolean exclusive) {

    public static final Table TABLE = Table.allOf(
            "points",
            Column.oneOf("segment", "Segment", "RETAIL", "FINTECH", "FOOD"),
            Column.from("merchants", "Merchants from", 0, 1_000_000),
            Column.below("merchants", "Merchants below", 0, 1_000_000),
            Column.from("rate", "Rate from", "0", "1", 4),
            Column.below("rate", "Rate below", "0", "1", 4),
            Column.yes("exclusive", "Exclusive"),
            Column.points("score", "Points", -100, 100),
            Column.note());

    /** A row with one cell replaced; cells count from 0. */
    public static String rowWith(int column, String cell) {
        return String.join(",", lineWith(column, cell)) + "\n";
    }

    /** The same in cells. */
    public static List<String> lineWith(int column, String cell) {
        var cells = new ArrayList<>(List.of("S-01", "RETAIL", "100", "", "", "", "", "10", "", "a good base"));
        cells.set(column, cell);
        return cells;
    }

    /** The same, quoted, so that the cell may hold anything. */
    public static String rowWithQuoted(int column, String cell) {
        return rowWith(column, '"' + cell.replace("\"", "\"\"") + '"');
    }

    public static Sample of(int merchants) {
        return new Sample("RETAIL", merchants, new BigDecimal("0.1"), false);
    }

    public static Map<String, String> rows(String csv) {
        return Map.of(TABLE.name(), csv);
    }
}
