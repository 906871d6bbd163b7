package com.clario.playbook.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A decision table: its name, how its rows are read, and its columns between the row's id and its reason.
 *
 * @param name the table's file name without ending, also the name findings carry
 * @param reading whether only the first matching row counts or every one
 * @param noun what a row that fires is, such as "a veto"; empty where its outputs say it
 */
public record Table(String name, Reading reading, List<Column> columns, String noun) {

    /** How the rows of a table are read. */
    public enum Reading {
        FIRST,
        ALL
    }

    public Table {
        columns = List.copyOf(columns);
    }

    public Table(String name, Reading reading, List<Column> columns) {
        this(name, reading, columns, "");
    }

    /** Only the first row that matches counts. */
    public static Table firstOf(String name, Column... columns) {
        return new Table(name, Reading.FIRST, List.of(columns));
    }

    /** Every row that matches counts. */
    public static Table allOf(String name, Column... columns) {
        return new Table(name, Reading.ALL, List.of(columns));
    }

    /** What a sentence calls a row that fires and does nothing but count. */
    public Table saying(String rowIs) {
        return new Table(name, reading, columns, rowIs);
    }

    /** All labels in the order of the file: the id, the table's own columns, the reason. */
    public List<String> labels() {
        var labels = new ArrayList<String>();
        labels.add("Row");
        columns.forEach(column -> labels.add(column.label()));
        labels.add("Reason");
        return labels;
    }

    /** A line as people write it, with the cells that are meant; one of another width stays as it is. */
    public List<String> read(List<String> written) {
        if (written.size() != columns.size() + 2) {
            return written;
        }
        var line = new ArrayList<String>();
        line.add(CellType.plain(written.get(0)).toUpperCase(Locale.ROOT));
        for (var i = 0; i < columns.size(); i++) {
            line.add(columns.get(i).type().read(written.get(i + 1)));
        }
        line.add(CellType.plain(written.get(written.size() - 1)));
        return line;
    }

    boolean judgesTheTally() {
        return columns.stream().anyMatch(column -> column.use() == Column.Use.TALLY);
    }
}
