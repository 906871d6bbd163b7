package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A table whose rows other tables count and whose points they add up. */
final class Counted {

    private static final int PROVEN = 0;
    private static final int UNPROVEN = 1;

    private final Table table;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> sums;

    /** Rows of which at most one fires. */
    private final List<List<Line>> groups = new ArrayList<>();

    /** From where to where a sum, or the number of rows that fired, can come. */
    record Reach(int least, int most) {

        static final Reach NOTHING = new Reach(0, 0);

        Reach plus(Reach other) {
            return new Reach(least + other.least, most + other.most);
        }

        /** Where either of them can come. */
        Reach or(Reach other) {
            return new Reach(Math.min(least, other.least), Math.max(most, other.most));
        }

        Cut first() {
            return Cut.before(BigDecimal.valueOf(least));
        }

        Cut last() {
            return Cut.before(BigDecimal.valueOf(most + 1L));
        }
    }

    /**
     * A row among all facts of its rule set.
     *
     * @param proof the place of the criterion it rests on; -1 where it rests on none
     */
    record Line(Row row, Box box, int proof, Map<String, Integer> points) {

        /** Without proof the points in favour count half. */
        private Reach points(String sum, Box cases) {
            var full = points.getOrDefault(sum, 0);
            if (full <= 0 || proof < 0) {
                return new Reach(full, full);
            }
            var side = cases.sides().get(proof);
            return new Reach(side.get(UNPROVEN) ? full / 2 : full, side.get(PROVEN) ? full : full / 2);
        }

        /** What a piece of one fact means to the row: whether it may fire, or counts in full. */
        boolean holds(int place, int piece) {
            var isProof = proof == place && points.values().stream().anyMatch(each -> each > 0);
            return isProof ? piece == PROVEN : box.sides().get(place).get(piece);
        }
    }

    /**
     * The rows in their places.
     *
     * @param place the place of a criterion
     */
    Counted(Rows rows, Function<Row, Box> box, Function<String, Integer> place) {
        table = rows.table();
        sums = table.columns().stream()
                .filter(Column::isPoints)
                .map(Column::field)
                .distinct()
                .toList();
        for (var row : rows.list()) {
            var line = line(row, box.apply(row), place);
            if (!line.box().isEmpty()) {
                lines.add(line);
                group(line).add(line);
            }
        }
    }

    private Line line(Row row, Box box, Function<String, Integer> place) {
        var proof = -1;
        Map<String, Integer> points = new HashMap<>();
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var cell = row.cells().get(i);
            if (column.isPoints() && !cell.isEmpty()) {
                points.merge(column.field(), Integer.valueOf(cell), Integer::sum);
            } else if (isEvidence(column)) {
                proof = place.apply(cell);
            }
        }
        return new Line(row, box, proof, points);
    }

    /** Whether a table asks what the rows of others came to. */
    static boolean judges(Table table) {
        return table.columns().stream().anyMatch(column -> column.use() == Column.Use.TALLY);
    }

    static boolean isEvidence(Column column) {
        return column.isOutput() && column.field().equals("evidence");
    }

    /** Whether both add to one sum, and rest on the same criterion where they rest on any. */
    static boolean addToOneSum(Table table, Row one, Row other) {
        var sum = false;
        for (var i = 0; i < table.columns().size(); i++) {
            var mine = one.cells().get(i);
            var theirs = other.cells().get(i);
            sum |= table.columns().get(i).isPoints() && !mine.isEmpty() && !theirs.isEmpty();
            if (isEvidence(table.columns().get(i)) && !mine.equals(theirs)) {
                return false;
            }
        }
        return sum;
    }

    private List<Line> group(Line line) {
        for (var group : groups) {
            if (isFirst() || group.stream().noneMatch(other -> other.box().meets(line.box()))) {
                return group;
            }
        }
        groups.add(new ArrayList<>());
        return groups.get(groups.size() - 1);
    }

    private boolean isFirst() {
        return table.reading() == Table.Reading.FIRST;
    }

    String name() {
        return table.name();
    }

    List<String> sums() {
        return sums;
    }

    List<Line> lines() {
        return lines;
    }

    /** Adds what can come together in these cases; exact where each row fires in all of them or in none. */
    void addTo(Map<String, Reach> tally, Box cases) {
        for (var group : groups) {
            var firing = firing(group, cases);
            if (!firing.isEmpty()) {
                var surely = isSure(firing, cases);
                tally.merge(rows(table.name()), new Reach(surely ? 1 : 0, 1), Reach::plus);
                for (var sum : sums) {
                    var points = firing.stream()
                            .map(line -> line.points(sum, cases))
                            .reduce(Reach::or)
                            .orElseThrow();
                    tally.merge(sum(sum), surely ? points : points.or(Reach.NOTHING), Reach::plus);
                }
            }
        }
    }

    /** The rows that fire, of cases in which each row fires always or never. */
    List<String> fired(Box cases) {
        return lines.stream()
                .filter(line ->
                        groups.stream().anyMatch(group -> firing(group, cases).contains(line)))
                .map(line -> line.row().id())
                .toList();
    }

    /** Those of a group that may fire: none after one that surely does. */
    private static List<Line> firing(List<Line> group, Box cases) {
        var firing = new ArrayList<Line>();
        for (var line : group) {
            if (line.box().meets(cases)) {
                firing.add(line);
                if (cases.within(line.box())) {
                    break;
                }
            }
        }
        return firing;
    }

    private static boolean isSure(List<Line> firing, Box cases) {
        return cases.within(firing.get(firing.size() - 1).box());
    }

    /** How a tally names what a column asks for. */
    static String key(Column column) {
        return column.countsRows() ? rows(column.field()) : sum(column.field());
    }

    static String rows(String table) {
        return "rows " + table;
    }

    static String sum(String name) {
        return "sum " + name;
    }
}
