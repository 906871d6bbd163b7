package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All cases a table can be asked about: an axis for each field or tally its conditions are about. */
final class Space {

    private final Table table;
    private final List<Axis> axes;
    private final Box all;

    /** @param rows every row that will be asked about */
    Space(Class<?> facts, Table table, List<Row> rows, List<Rows> tables) {
        this.table = table;
        Map<String, List<Column>> fields = new LinkedHashMap<>();
        for (var column : table.columns()) {
            if (!column.isOutput()) {
                fields.computeIfAbsent(key(column), key -> new ArrayList<>()).add(column);
            }
        }
        axes = fields.values().stream()
                .map(columns -> Axis.of(facts, columns, cells(columns, rows), Reach.of(columns.get(0), tables)))
                .toList();
        all = new Box(axes.stream().map(Axis::all).toList());
    }

    List<Axis> axes() {
        return axes;
    }

    Box all() {
        return all;
    }

    Box of(Row row) {
        var sides = new ArrayList<BitSet>();
        for (var axis : axes) {
            var side = axis.all();
            for (var column : axis.columns()) {
                var cell = cell(row, column);
                if (!cell.isEmpty()) {
                    side.and(axis.of(column, cell));
                }
            }
            sides.add(side);
        }
        return new Box(sides);
    }

    /** The fields on which this box is not the whole axis. */
    List<String> bounded(Box box) {
        return IntStream.range(0, axes.size())
                .filter(i -> isBounded(box, i))
                .mapToObj(i -> key(axes.get(i).columns().get(0)))
                .toList();
    }

    String words(Box box) {
        var bounded = IntStream.range(0, axes.size())
                .filter(i -> isBounded(box, i))
                .boxed()
                .toList();
        if (bounded.isEmpty()) {
            return "every case";
        }
        var words =
                bounded.stream().map(i -> axes.get(i).words(box.sides().get(i))).toList();
        if (axes.get(bounded.get(0)).isTally()) {
            return "cases with " + listed(words);
        }
        return words.get(0) + (words.size() == 1 ? "" : " with " + listed(words.subList(1, words.size())));
    }

    private boolean isBounded(Box box, int axis) {
        return !box.sides().get(axis).equals(all.sides().get(axis));
    }

    /** The cells of a row that together leave nothing, as they stand in its columns. */
    String impossible(Row row) {
        var box = of(row);
        var axis = IntStream.range(0, axes.size())
                .filter(i -> box.sides().get(i).isEmpty())
                .mapToObj(axes::get)
                .findFirst()
                .orElseThrow();
        return listed(axis.columns().stream()
                .filter(column -> !cell(row, column).isEmpty())
                .map(column -> axis.asked(column, cell(row, column)))
                .toList());
    }

    /** One case in this box. */
    Map<String, String> example(Box box) {
        Map<String, String> example = new LinkedHashMap<>();
        for (var i = 0; i < axes.size(); i++) {
            example.put(
                    axes.get(i).field(), axes.get(i).example(box.sides().get(i).nextSetBit(0)));
        }
        return example;
    }

    /** The same case, as people say it. */
    String exampleInWords(Box box) {
        return IntStream.range(0, axes.size())
                .mapToObj(i -> axes.get(i).exampleInWords(box.sides().get(i).nextSetBit(0)))
                .collect(Collectors.joining(", "));
    }

    static String listed(List<String> parts) {
        var last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private List<List<String>> cells(List<Column> columns, List<Row> rows) {
        return columns.stream().map(column -> cells(column, rows).toList()).toList();
    }

    private Stream<String> cells(Column column, List<Row> rows) {
        return rows.stream().map(row -> cell(row, column)).filter(cell -> !cell.isEmpty());
    }

    private String cell(Row row, Column column) {
        return row.cells().get(table.columns().indexOf(column));
    }

    /** A sum and a fact may have one name and are still two things. */
    private static String key(Column column) {
        return column.use() + (column.countsRows() ? " rows " : " ") + column.field();
    }
}
