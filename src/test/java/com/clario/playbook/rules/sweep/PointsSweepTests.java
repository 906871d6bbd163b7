package com.clario.playbook.rules.sweep;

import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.evidence;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.points;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.check.Anything;
import com.clario.playbook.rules.check.Interpreter;
import com.clario.playbook.rules.check.RandomTables;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.table.Table.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Points add up, but two rows about one criterion were most likely meant to take turns. */
class PointsSweepTests {

    private static final int TABLES = 100;

    private enum Type {
        POS
    }

    /** Facts that are always known. */
    private interface Known {
        Type type();

        int merchants();
    }

    private static final Table POINTS = Table.allOf(
            "points",
            oneOf("type", "Partner type", "POS", "CHANNEL"),
            from("merchants", "Merchants from", 0, 100_000),
            below("merchants", "Merchants below", 0, 100_000),
            evidence("Rests on", "MERCHANTS", "API"),
            points("us", "For us", -100, 100),
            points("them", "For them", -100, 100));

    @Test
    void remarksOnRowsThatOverlapInPart() {
        var remarks = sweep("P-01,POS,20000,,MERCHANTS,25,,r\nP-02,POS,5000,25000,MERCHANTS,15,,r\n");

        assertThat(remarks)
                .containsExactly(new Remark(
                        Remark.Severity.ODD,
                        "points",
                        List.of("P-01", "P-02"),
                        "P-01 and P-02 both give points for partner type POS with merchants 20,000 to 24,999.",
                        Map.of("type", "POS", "merchants", "20000"),
                        "partner type POS, merchants 20,000"));
    }

    @Test
    void letsRowsAddUpThatRestOnOtherThingsOrGiveToOtherSums() {
        assertThat(sweep("P-01,POS,20000,,MERCHANTS,25,,r\nP-02,POS,5000,25000,API,15,,r\n"))
                .isEmpty();
        assertThat(sweep("P-01,POS,20000,,MERCHANTS,25,,r\nP-02,POS,5000,25000,MERCHANTS,,15,r\n"))
                .isEmpty();
        assertThat(sweep("P-01,POS,20000,,MERCHANTS,25,,r\nP-02,POS,5000,20000,MERCHANTS,15,,r\n"))
                .isEmpty();
    }

    /** Without a column for it, a criterion is what the rows ask about. */
    @Test
    void takesRowsThatAskAboutTheSameForOneCriterion() {
        var table = Table.allOf(
                "points",
                oneOf("type", "Partner type", "POS", "CHANNEL"),
                from("merchants", "Merchants from", 0, 100_000),
                below("merchants", "Merchants below", 0, 100_000),
                points("us", "For us", -100, 100));
        var csv = "P-01,,30,,9,r\nP-02,,20,40,5,r\nP-03,POS,,,5,r\n";

        assertThat(Sweep.of(Known.class, List.of(Gate.pass(table, csv)), List.of()))
                .extracting(Remark::sentence)
                .containsExactly("P-01 and P-02 both give points for merchants 30 to 39.");
    }

    @Test
    void remarksOnThePairsThatFireTogether() {
        for (var seed = 0L; seed < TABLES; seed++) {
            var rows = new RandomTables(seed)
                    .table("t", Reading.ALL, 4, 4, evidence("Rests on", "A", "B"), points("us", "For us", -20, 20));

            Set<Set<String>> together = new HashSet<>();
            for (var point : new Grid(List.of(rows), true).points()) {
                var firing = Interpreter.matching(rows, point);
                firing.forEach(one -> firing.stream()
                        .filter(other -> other != one && giveForOneThing(rows.table(), one, other))
                        .forEach(other -> together.add(Set.of(one.id(), other.id()))));
            }
            var found = Sweep.of(Anything.class, List.of(rows), List.of()).stream()
                    .filter(remark -> remark.sentence().contains("both give"))
                    .map(remark -> Set.copyOf(remark.rows()))
                    .collect(Collectors.toSet());

            assertThat(found).as("seed %d, %s", seed, rows.csv()).isEqualTo(together);
        }
    }

    private static boolean giveForOneThing(Table table, Row one, Row other) {
        return table.columns().stream()
                .filter(Column::isOutput)
                .mapToInt(table.columns()::indexOf)
                .allMatch(at -> table.columns().get(at).isPoints()
                        ? !one.cells().get(at).isEmpty()
                                && !other.cells().get(at).isEmpty()
                        : one.cells().get(at).equals(other.cells().get(at)));
    }

    private static List<Remark> sweep(String csv) {
        return Sweep.of(Known.class, List.of(Gate.pass(POINTS, csv)), List.of());
    }
}
