package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.sweep.Counted.Reach;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All cases a table can be asked about: an axis for each field or tally its conditions are about. */
final class Space {

    private final Table table;
    private final List<Axis> axes;
    private final Box all;

    /**
     * All cases of a table.
     *
     * @param rows every row that will be asked about
     * @param reach how far each tally can come; what is not there can come as far as its cells
     */
    Space(Class<?> facts, Table table, List<Row> rows, Map<String, Reach> reach) {
        this.table = table;
        Map<String, List<Column>> fields = new LinkedHashMap<>();
        for (var column : table.columns()) {
            if (!column.isOutput()) {
                fields.computeIfAbsent(key(column), key -> new ArrayList<>()).add(column);
            }
        }
        axes = fields.values().stream()
                .map(columns -> Axis.of(facts, columns, cells(columns, rows), reach(columns.get(0), reach)))
                .toList();
        all = new Box(axes.stream().map(Axis::all).toList());
    }

    private static Reach reach(Column column, Map<String, Reach> reach) {
        return column.use() == Column.Use.TALLY ? reach.get(Counted.key(column)) : null;
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

    /** Without what goes without saying beside boxes that have no case, such as no points where no row fired. */
    Box inShort(Box box, List<Box> impossible, Cover cover) {
        var told = box;
        for (var i = 0; i < axes.size() && !impossible.isEmpty(); i++) {
            var wide = told.with(i, axes.get(i).all());
            var rest = Stream.concat(Stream.of(told), impossible.stream()).toList();
            told = cover.covers(rest, wide) ? wide : told;
        }
        return told;
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
                .mapToObj(i -> axes.get(i)
                        .inWords(axes.get(i).example(box.sides().get(i).nextSetBit(0))))
                .collect(Collectors.joining(", "));
    }

    /** A case that was found, as people say it: what this table asks about, and which rows of others it comes from. */
    String inWords(CaseSearch.Found found) {
        var words = axes.stream().map(axis -> axis.inWords(value(axis, found))).collect(Collectors.joining(", "));
        return found.rows().isEmpty()
                ? words
                : words + " (" + listed(found.rows()) + (found.rows().size() == 1 ? " fires)" : " fire)");
    }

    private static String value(Axis axis, CaseSearch.Found found) {
        return axis.isTally()
                ? String.valueOf(
                        found.tally().getOrDefault(Counted.key(axis.columns().get(0)), 0))
                : found.facts().get(axis.field());
    }

    /** Boxes without a case: a sum is something, and none of the rows that add to it fired. */
    List<Box> impossible(Function<String, List<String>> adding) {
        var impossible = new ArrayList<Box>();
        for (var i = 0; i < axes.size(); i++) {
            var sum = axes.get(i).columns().get(0);
            if (axes.get(i).isTally() && !sum.countsRows()) {
                var box = nothing(adding.apply(sum.field()));
                var something = axes.get(i).all();
                something.andNot(axes.get(i).holding("0"));
                box = box.with(i, something);
                if (!box.isEmpty()) {
                    impossible.add(box);
                }
            }
        }
        return impossible;
    }

    /** Where no row of these tables fired; empty where this table does not ask about one of them. */
    private Box nothing(List<String> tables) {
        var nothing = all;
        for (var table : tables) {
            var at = IntStream.range(0, axes.size())
                    .filter(i -> axes.get(i).isTally())
                    .filter(i -> Counted.key(axes.get(i).columns().get(0)).equals(Counted.rows(table)))
                    .findFirst();
            nothing = nothing.with(
                    at.orElse(0), at.isPresent() ? axes.get(at.getAsInt()).holding("0") : new BitSet());
        }
        return nothing;
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
