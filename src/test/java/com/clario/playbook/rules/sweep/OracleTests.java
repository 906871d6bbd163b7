package com.clario.playbook.rules.sweep;

import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.check.Interpreter;
import com.clario.playbook.rules.check.RandomTables;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.table.Table.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static int gapsOfTheOracle;
    private static int seenByTheOracle;
    private static int seenByTheSweep;

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

    /** A validator that sees nothing would agree with everything. */
    @AfterAll
    static void close() throws IOException {
        ORACLE.close();
        assertThat(gapsOfTheOracle).as("gaps the validator found").isGreaterThan(2 * TABLES);
        assertThat(seenByTheOracle)
                .as("points in them, of %d in the gaps of the sweep", seenByTheSweep)
                .isGreaterThan(seenByTheSweep / 2);
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

    /** Tables that leave exactly one box open, so that neither can miss it unseen. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothSeeAGapThatIsPlanted(long seed) {
        var dice = new Random(seed);
        var table = Table.firstOf(
                "t",
                oneOf("kind", "Kind", "RED", "GREEN", "BLUE"),
                from("count", "Count from", 0, 100),
                below("count", "Count below", 0, 101),
                verdict("A", "B"));
        var least = 1 + dice.nextInt(49);
        var most = least + 1 + dice.nextInt(49);
        var kind = List.of("RED", "GREEN", "BLUE").get(dice.nextInt(3));
        var others = Stream.of("RED", "GREEN", "BLUE")
                .filter(each -> !each.equals(kind))
                .collect(Collectors.joining(", "));
        var rows = Gate.pass(
                table,
                "T-01,\"%s\",,,A,r\nT-02,%s,,%d,A,r\nT-03,%s,%d,,B,r\n".formatted(others, kind, least, kind, most));
        var found = ORACLE.ask(rows).gaps();
        var swept = Sweep.of(Known.class, List.of(rows), List.of());

        assertThat(found).as("seed %d, %s", seed, rows.csv()).isNotEmpty();
        assertThat(swept).as("seed %d, %s", seed, rows.csv()).singleElement().satisfies(gap -> assertThat(gap.example())
                .isEqualTo(Map.of("kind", kind, "count", Integer.toString(least))));
        for (var count : List.of(0, least - 1, least, most - 1, most, 100)) {
            for (var each : List.of("RED", "GREEN", "BLUE")) {
                var point = Oracle.point(rows, Map.of("kind", each, "count", count));
                assertThat(found.stream().anyMatch(gap -> gap.holds(point)))
                        .as("seed %d, %s %d, %s", seed, each, count, rows.csv())
                        .isEqualTo(each.equals(kind) && count >= least && count < most);
            }
        }
    }

    /** Without the rows that leave nothing, such as above the most: DMN cannot say them. */
    private static Rows table(long seed, Reading reading) {
        var rows = new RandomTables(seed).table("t", reading, 4, 4 + (int) (seed * 17 / TABLES), verdict("A", "B"));
        var space = new Space(Known.class, rows.table(), rows.list(), Map.of());
        var lines = rows.list().stream()
                .filter(row -> !space.of(row).isEmpty())
                .map(row -> Stream.of(List.of(row.id()), row.cells(), List.of(row.reason()))
                        .flatMap(List::stream)
                        .toList())
                .toList();
        return Gate.pass(rows.table(), lines);
    }

    /** It misses some gaps, but it sees none that the sweep misses; what only the sweep sees, the rows themselves say. */
    private static void checkGaps(long seed, Rows rows, Oracle.Findings found) {
        var space = new Space(Known.class, rows.table(), rows.list(), Map.of());
        var gaps = new Cover().holes(space.all(), boxes(rows));

        for (var values : sample(rows)) {
            var point = Oracle.point(rows, values);
            var seen = found.gaps().stream().anyMatch(gap -> gap.holds(point));
            var swept = gaps.stream().anyMatch(SweepPropertyTests.at(space, values)::within);
            var open = Interpreter.matching(rows, values).isEmpty();

            assertThat(!seen || swept)
                    .as("the sweep misses what the validator sees, seed %d, %s, %s", seed, values, rows.csv())
                    .isTrue();
            assertThat(swept)
                    .as("the sweep and the rows, seed %d, %s, %s", seed, values, rows.csv())
                    .isEqualTo(open);
            seenByTheOracle += seen ? 1 : 0;
            seenByTheSweep += swept ? 1 : 0;
        }
        gapsOfTheOracle += found.gaps().size();
    }

    private static List<Map<String, Object>> sample(Rows rows) {
        var all = new Grid(List.of(rows), false).points();
        var step = 1 + all.size() / POINTS;
        return Stream.iterate(0, at -> at < all.size(), at -> at + step)
                .map(all::get)
                .toList();
    }

    private static List<Box> boxes(Rows rows) {
        var space = new Space(Known.class, rows.table(), rows.list(), Map.of());
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
