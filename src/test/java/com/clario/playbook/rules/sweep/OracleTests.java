package com.clario.playbook.rules.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.check.Interpreter;
import com.clario.playbook.rules.check.RandomTables;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweep finds the gaps and overlaps that the DMN validator finds, over random tables. */
class OracleTests {

    private static final Oracle ORACLE = new Oracle();
    private static final int TABLES = 12;
    private static final int POINTS = 4_000;

    /** The validator takes it that a case says nothing but what cells can name. */
    interface Known {
        int kind();

        int size();

        int count();

        int days();

        int rate();

        int share();

        boolean open();

        boolean known();
    }

    @AfterAll
    static void close() throws IOException {
        ORACLE.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothSeeTheSameGapsAndOverlaps(long seed) {
        var rows = table(seed, Reading.ALL);
        var found = ORACLE.ask(rows);

        checkGaps(seed, rows, found);
        assertThat(pairs(boxes(rows)))
                .as("overlaps, seed %d, %s", seed, rows.csv())
                .isEqualTo(pairs(found));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothSeeTheSameGapsWhereTheFirstRowCounts(long seed) {
        var rows = table(seed, Reading.FIRST);

        checkGaps(seed, rows, ORACLE.ask(rows));
    }

    /** Without the rows that leave nothing, such as above the most: DMN cannot say them. */
    private static Rows table(long seed, Reading reading) {
        var rows =
                new RandomTables(seed).table("t", reading, 4, 4 + (int) (seed * 17 / TABLES), Column.verdict("A", "B"));
        var space = new Space(Known.class, rows.table(), rows.list(), List.of());
        var lines = rows.list().stream()
                .filter(row -> !space.of(row).isEmpty())
                .map(row -> Stream.of(List.of(row.id()), row.cells(), List.of(row.reason()))
                        .flatMap(List::stream)
                        .toList())
                .toList();
        return Gate.pass(rows.table(), lines);
    }

    /** It misses some gaps: where only the sweep sees one, the rows themselves must say so. */
    private static void checkGaps(long seed, Rows rows, Oracle.Findings found) {
        var space = new Space(Known.class, rows.table(), rows.list(), List.of());
        var gaps = new Cover().holes(space.all(), boxes(rows));

        for (var values : sample(rows)) {
            var point = Oracle.point(rows, values);
            var seen = found.gaps().stream().anyMatch(gap -> gap.holds(point));
            assertThat(gaps.stream().anyMatch(SweepPropertyTests.at(space, values)::within))
                    .as("seed %d, %s, %s", seed, values, rows.csv())
                    .isEqualTo(seen || Interpreter.matching(rows, values).isEmpty());
        }
    }

    private static List<Map<String, Object>> sample(Rows rows) {
        var all = new Grid(List.of(rows), false).points();
        var step = 1 + all.size() / POINTS;
        return Stream.iterate(0, at -> at < all.size(), at -> at + step)
                .map(all::get)
                .toList();
    }

    private static List<Box> boxes(Rows rows) {
        var space = new Space(Known.class, rows.table(), rows.list(), List.of());
        return rows.list().stream().map(space::of).toList();
    }

    private static Set<Set<Integer>> pairs(List<Box> boxes) {
        var pairs = new HashSet<Set<Integer>>();
        for (var one = 0; one < boxes.size(); one++) {
            for (var other = one + 1; other < boxes.size(); other++) {
                if (boxes.get(one).meets(boxes.get(other))) {
                    pairs.add(Set.of(one, other));
                }
            }
        }
        return pairs;
    }

    private static Set<Set<Integer>> pairs(Oracle.Findings found) {
        var pairs = new HashSet<Set<Integer>>();
        for (var overlap : found.overlaps()) {
            var rows = new ArrayList<>(overlap.rows());
            for (var one : rows) {
                rows.stream().filter(other -> other > one).forEach(other -> pairs.add(Set.of(one, other)));
            }
        }
        return pairs;
    }
}
