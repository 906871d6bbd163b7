package com.clario.playbook.rules.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.check.Anything;
import com.clario.playbook.rules.check.Interpreter;
import com.clario.playbook.rules.check.RandomTables;
import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Table.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the sweep says agrees with asking every point of a grid, over many random tables. */
class SweepPropertyTests {

    private static final int TABLES = 150;

    @Test
    void gapsAreThePointsAtWhichNoRowFires() {
        for (var seed = 0L; seed < TABLES; seed++) {
            var made = new RandomTables(seed);
            var rows = made.table("t", Reading.FIRST, 1 + (int) (seed % 4), 2 + (int) (seed % 9), verdict());
            var space = new Space(Anything.class, rows.table(), rows.list(), Map.of());
            var gaps = new Cover()
                    .holes(space.all(), rows.list().stream().map(space::of).toList());

            for (var point : new Grid(List.of(rows), true).points()) {
                assertThat(gaps.stream().anyMatch(at(space, point)::within))
                        .as("seed %d, %s, %s", seed, point, rows.csv())
                        .isEqualTo(Interpreter.matching(rows, point).isEmpty());
            }
        }
    }

    @Test
    void everyExampleOfAGapShowsIt() {
        for (var seed = 0L; seed < TABLES; seed++) {
            var rows = new RandomTables(seed).table("t", Reading.FIRST, 4, 8, verdict());
            var gaps = gaps(Sweep.of(Anything.class, List.of(rows), List.of()));

            assertThat(gaps).allSatisfy(gap -> assertThat(Interpreter.matching(rows, typed(gap.example())))
                    .isEmpty());
            assertThat(gaps.isEmpty())
                    .as("seed %d, %s", seed, rows.csv())
                    .isEqualTo(new Grid(List.of(rows), true)
                            .points().stream().noneMatch(point -> Interpreter.matching(rows, point)
                                    .isEmpty()));
        }
    }

    @Test
    void aGapIsNewWhereTheVersionInForceDecides() {
        for (var seed = 0L; seed < TABLES; seed++) {
            var made = new RandomTables(seed);
            var before = made.table("t", Reading.FIRST, 3, 6, verdict());
            var after = made.filled(before.table(), 6);

            var opened = new Grid(List.of(before, after), true)
                    .points().stream()
                            .anyMatch(point -> Interpreter.matching(after, point)
                                            .isEmpty()
                                    && !Interpreter.matching(before, point).isEmpty());
            var fresh = gaps(Sweep.of(Anything.class, List.of(after), List.of(before))).stream()
                    .filter(gap -> gap.severity() == Severity.WRONG)
                    .toList();

            assertThat(!fresh.isEmpty())
                    .as("seed %d, before %s, after %s", seed, before.csv(), after.csv())
                    .isEqualTo(opened);
            assertThat(fresh).allSatisfy(gap -> assertThat(Interpreter.matching(before, typed(gap.example())))
                    .isNotEmpty());
        }
    }

    @Test
    void aRowIsHiddenWhereItIsNeverTheFirst() {
        for (var seed = 0L; seed < TABLES; seed++) {
            var rows = new RandomTables(seed).table("t", Reading.FIRST, 3, 9, verdict());

            Set<String> never = rows.list().stream().map(Row::id).collect(Collectors.toSet());
            new Grid(List.of(rows), true)
                    .points().stream()
                            .map(point -> Interpreter.matching(rows, point))
                            .filter(matching -> !matching.isEmpty())
                            .forEach(matching -> never.remove(matching.get(0).id()));
            var hidden = Sweep.of(Anything.class, List.of(rows), List.of()).stream()
                    .filter(remark -> remark.sentence().contains("never fire"))
                    .map(remark -> remark.rows().get(0))
                    .collect(Collectors.toSet());

            assertThat(hidden).as("seed %d, %s", seed, rows.csv()).isEqualTo(never);
        }
    }

    @Test
    void rowsOverlapWhereTheyFireTogether() {
        for (var seed = 0L; seed < TABLES; seed++) {
            var rows = new RandomTables(seed).table("t", Reading.ALL, 4, 5, verdict());

            var together = new HashSet<String>();
            for (var point : new Grid(List.of(rows), true).points()) {
                var matching = Interpreter.matching(rows, point);
                for (var one : matching) {
                    for (var other : matching.subList(matching.indexOf(one) + 1, matching.size())) {
                        var severity = verdict(one).equals(verdict(other)) ? Severity.ODD : Severity.WRONG;
                        together.add(severity + " " + one.id() + " " + other.id());
                    }
                }
            }
            var found = Sweep.of(Anything.class, List.of(rows), List.of()).stream()
                    .filter(remark -> remark.sentence().contains("both decide"))
                    .map(remark -> remark.severity() + " " + String.join(" ", remark.rows()))
                    .collect(Collectors.toSet());

            assertThat(found).as("seed %d, %s", seed, rows.csv()).isEqualTo(together);
        }
    }

    static List<Remark> gaps(List<Remark> remarks) {
        return remarks.stream()
                .filter(remark -> remark.sentence().startsWith("No row decides"))
                .toList();
    }

    /** The box around a point: the last piece on each axis that does not begin above it. */
    static Box at(Space space, Map<String, Object> point) {
        var sides = new ArrayList<BitSet>();
        for (var axis : space.axes()) {
            var column = axis.columns().get(0);
            var value = point.get(axis.field());
            var side = new BitSet();
            if (value == null || value.equals(Grid.OTHER)) {
                side.set(axis.named());
            } else if (value instanceof Number) {
                var above = new Column(
                        axis.field(), "", column.use(), Column.Operator.ABOVE, column.type(), false, column.code());
                side.set(axis.named() - axis.of(above, value.toString()).cardinality() - 1);
            } else {
                side = axis.of(column, value.toString());
            }
            sides.add(side);
        }
        return new Box(sides);
    }

    /** The interpreter reads a number from its text as well; what is not known it is not told. */
    private static Map<String, Object> typed(Map<String, String> example) {
        Map<String, Object> typed = new HashMap<>(example);
        typed.values().removeIf(value -> value.equals("not measured") || value.equals("not known"));
        return typed;
    }

    private static Column verdict() {
        return Column.verdict("GOOD", "FAIR", "BAD");
    }

    private static String verdict(Row row) {
        return row.cells().get(row.cells().size() - 1);
    }
}
