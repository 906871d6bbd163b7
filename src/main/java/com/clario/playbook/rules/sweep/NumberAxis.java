package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.sweep.Counted.Reach;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/** Numbers between the least and the most the columns allow, cut wherever a row begins or ends. */
final class NumberAxis extends Axis {

    private final List<String> nouns;
    private final boolean whole;
    private final int scale;
    private final List<Cut> cuts;

    NumberAxis(List<Column> columns, List<List<String>> cells, Reach reach, boolean open) {
        super(columns, open);
        nouns = nouns(columns);
        whole = columns.stream().allMatch(column -> column.type() instanceof CellType.Whole);
        scale = columns.stream().mapToInt(NumberAxis::scale).max().orElse(0);
        var sorted = new TreeSet<Cut>();
        for (var i = 0; i < columns.size(); i++) {
            for (var cell : cells.get(i)) {
                sorted.add(cut(columns.get(i), cell));
            }
        }
        if (reach != null) {
            // No row gives no points, so nothing lies apart from something.
            sorted.addAll(List.of(Reach.NOTHING.first(), Reach.NOTHING.last()));
        }
        var first = reach == null ? first(columns) : reach.first();
        var last = reach == null ? last(columns) : reach.last();
        sorted.removeIf(cut -> cut.compareTo(first) <= 0 || cut.compareTo(last) >= 0);
        sorted.add(first);
        sorted.add(last);
        cuts = List.copyOf(sorted);
    }

    @Override
    int named() {
        return cuts.size() - 1;
    }

    @Override
    BitSet of(Column column, String cell) {
        var cut = cut(column, cell);
        var begins =
                switch (column.operator()) {
                    case FROM, ABOVE -> true;
                    default -> false;
                };
        var pieces = new BitSet(named());
        for (var i = 0; i < named(); i++) {
            pieces.set(
                    i,
                    begins ? cuts.get(i).compareTo(cut) >= 0 : cuts.get(i + 1).compareTo(cut) <= 0);
        }
        return pieces;
    }

    @Override
    String value(int piece) {
        var start = cuts.get(piece);
        var end = cuts.get(piece + 1);
        if (!start.after()) {
            return start.text();
        }
        var next = start.value().add(BigDecimal.ONE.movePointLeft(scale));
        if (end.compareTo(Cut.after(next)) >= 0) {
            return next.toPlainString();
        }
        return start.value().add(end.value()).divide(BigDecimal.valueOf(2)).toPlainString();
    }

    @Override
    List<String> said(BitSet pieces) {
        if (pieces.cardinality() == named()) {
            return List.of("measured");
        }
        var runs = new ArrayList<String>();
        for (var from = pieces.nextSetBit(0); from >= 0; ) {
            var to = pieces.nextClearBit(from);
            runs.add(whole ? with(wholes(from, to)) : decimals(from, to));
            from = pieces.nextSetBit(to);
        }
        return runs;
    }

    @Override
    BitSet known(String value) {
        var number = Cut.before(new BigDecimal(value));
        return between(number, number);
    }

    @Override
    BitSet holding(Reach reach) {
        return between(reach.first(), Cut.before(BigDecimal.valueOf(reach.most())));
    }

    private BitSet between(Cut least, Cut most) {
        var pieces = new BitSet(named());
        for (var i = 0; i < named(); i++) {
            pieces.set(i, cuts.get(i).compareTo(most) <= 0 && cuts.get(i + 1).compareTo(least) > 0);
        }
        return pieces;
    }

    @Override
    String spokenValue(String value) {
        return with(Cut.words(new BigDecimal(value)));
    }

    @Override
    String spoken(String cell) {
        return Cut.words(new BigDecimal(cell));
    }

    @Override
    String asked(Column column, String cell) {
        if (nouns.isEmpty()) {
            return super.asked(column, cell);
        }
        return column.operator() == Column.Operator.FROM
                ? with(spoken(cell) + " or more")
                : "fewer than " + with(spoken(cell));
    }

    @Override
    String phrase(String words) {
        return nouns.isEmpty() ? super.phrase(words) : words;
    }

    /** With what is counted: no veto, 1 veto, 2 vetoes. */
    private String with(String number) {
        if (nouns.isEmpty()) {
            return number;
        }
        return number.equals("0") ? "no " + nouns.get(0) : number + " " + nouns.get(number.equals("1") ? 0 : 1);
    }

    /** What the rows are called that the columns count; none where they count none, or nobody named them. */
    private static List<String> nouns(List<Column> columns) {
        return columns.stream()
                .filter(Column::countsRows)
                .map(Column::words)
                .filter(words -> words.size() == 2)
                .findFirst()
                .orElse(List.of());
    }

    @Override
    String beyond() {
        return "not measured";
    }

    private String wholes(int from, int to) {
        var least = cuts.get(from).value();
        var most = cuts.get(to).value().subtract(BigDecimal.ONE);
        if (least.compareTo(most) == 0) {
            return Cut.words(least);
        }
        if (to == named()) {
            return Cut.words(least) + " or more";
        }
        return Cut.words(least) + " to " + Cut.words(most);
    }

    private String decimals(int from, int to) {
        var start = cuts.get(from);
        var end = cuts.get(to);
        if (start.value().compareTo(end.value()) == 0) {
            return start.words();
        }
        var upper = end.after() ? "up to " + end.words() : "below " + end.words();
        if (from == 0) {
            return upper;
        }
        if (to == named()) {
            return start.after() ? "above " + start.words() : start.words() + " or more";
        }
        return (start.after() ? "above " : "from ") + start.words() + " and " + upper;
    }

    private Cut cut(Column column, String cell) {
        var value = new BigDecimal(cell);
        var cut =
                switch (column.operator()) {
                    case ABOVE, UP_TO -> Cut.after(value);
                    default -> Cut.before(value);
                };
        return whole ? cut.amongWholes() : cut;
    }

    private static Cut first(List<Column> columns) {
        return columns.stream()
                .map(column -> Cut.before(least(column.type())))
                .min(Cut::compareTo)
                .orElseThrow();
    }

    /** A column of upper bounds may name one more than there is, such as below 101 for all percents. */
    private Cut last(List<Column> columns) {
        var last = columns.stream()
                .map(column -> column.operator() == Column.Operator.BELOW
                        ? Cut.before(most(column.type()))
                        : Cut.after(most(column.type())))
                .max(Cut::compareTo)
                .orElseThrow();
        return whole ? last.amongWholes() : last;
    }

    private static BigDecimal least(CellType type) {
        return type instanceof CellType.Whole numbers
                ? BigDecimal.valueOf(numbers.least())
                : ((CellType.Decimal) type).least();
    }

    private static BigDecimal most(CellType type) {
        return type instanceof CellType.Whole numbers
                ? BigDecimal.valueOf(numbers.most())
                : ((CellType.Decimal) type).most();
    }

    private static int scale(Column column) {
        return column.type() instanceof CellType.Decimal numbers ? numbers.scale() : 0;
    }
}
