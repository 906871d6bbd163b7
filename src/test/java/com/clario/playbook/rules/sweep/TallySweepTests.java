package com.clario.playbook.rules.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.check.Anything;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.Interpreter;
import com.clario.playbook.rules.check.RandomTables;
import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.version.Shipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sweep says of counts and sums is shown by a case, and a plain reading of the rows says the same of it. */
class TallySweepTests {

    private static final int SETS = 60;
    private static final int CASES = 300;

    /** Counts over all random sets, so that none of the checks is empty. */
    private record Seen(int shown, int maybe, int open) {}

    @Test
    void everyCaseShowsWhatIsSaidOfItAndNoOpenOneIsMissed() {
        var shown = 0;
        var maybe = 0;
        var open = 0;
        for (var seed = 0L; seed < SETS; seed++) {
            var made = new RandomTables(seed);
            var tables = made.ruleSet();
            var remarks = Sweep.of(Anything.class, tables, List.of());

            for (var remark : remarks) {
                if (isShown(remark)) {
                    shown++;
                    assertShows(Anything.class, tables, remark, "seed " + seed);
                } else if (remark.sentence().startsWith("Maybe")) {
                    maybe++;
                }
            }
            for (var i = 0; i < CASES; i++) {
                var facts = made.facts();
                var fired = Interpreter.judge(tables, facts).rows();
                if (fired.stream().noneMatch(id -> id.startsWith("VERDICT"))) {
                    open++;
                    assertThat(remarks)
                            .as("seed %d, %s", seed, facts)
                            .anyMatch(remark -> remark.table().equals("verdict")
                                    && remark.sentence().toLowerCase().contains("no row decides"));
                }
            }
        }
        assertThat(new Seen(shown, maybe, open)).matches(seen -> seen.shown > SETS && seen.open > SETS);
        assertThat(maybe).as("left in doubt").isLessThan(shown / 20);
    }

    static Stream<RuleSet<?>> sets() {
        return RuleSets.all().stream();
    }

    /** As where a manager deletes one row after the other. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void everyCaseShowsWhatIsSaidOfShippedTablesWithoutOneOfTheirRows(RuleSet<?> set) {
        var shipped = Shipped.rows(set);
        var ids = shipped.stream()
                .flatMap(rows -> rows.list().stream())
                .map(Row::id)
                .toList();
        for (var id : ids) {
            var less = without(shipped, id);
            assertThat(Sweep.of(set.facts(), less, shipped))
                    .filteredOn(TallySweepTests::isShown)
                    .allSatisfy(remark -> assertShows(set.facts(), less, remark, "without " + id))
                    .noneMatch(remark -> remark.sentence().startsWith("Maybe"));
        }
    }

    @Test
    void aGapIsNewWhereRowsOfAnotherTableOpenIt() {
        var fit = set("identify/fit");
        var shipped = Shipped.rows(fit);

        assertThat(Sweep.of(fit.facts(), without(shipped, "FIT-22"), shipped))
                .filteredOn(remark -> remark.sentence().startsWith("No row decides"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.sentence())
                            .isEqualTo("No row decides for cases with no veto and no row with points.");
                    assertThat(gap.severity()).isEqualTo(Severity.WRONG);
                    assertThat(gap.example()).containsEntry("sponsor", "true").containsKey("merchantsProven");
                    assertThat(gap.isTryable()).as("%s", gap.example()).isTrue();
                    assertThat(gap.exampleInWords())
                            .isEqualTo("no veto, no row with points, points for us 0, points for them 0");
                });
    }

    @Test
    void aSumReachesOnlyWhatTheRowsOfItsTableCanAddUpTo() {
        var fit = set("identify/fit");
        var strict = Shipped.rows(fit).stream()
                .map(rows -> changed(rows, "FIT-42,,,40,30", "FIT-42,,,200,30"))
                .toList();

        assertThat(Sweep.of(fit.facts(), strict, Shipped.rows(fit)))
                .extracting(Remark::sentence)
                .contains("FIT-42 can never fire: no case has points for us from 200.");
    }

    private static RuleSet<?> set(String name) {
        return sets().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
    }

    private static Rows changed(Rows rows, String from, String to) {
        return Gate.pass(rows.table(), rows.csv().replace(from, to));
    }

    private static List<Rows> without(List<Rows> tables, String id) {
        return tables.stream()
                .map(rows -> {
                    var lines = new ArrayList<List<String>>();
                    for (var row : rows.list()) {
                        if (!row.id().equals(id)) {
                            lines.add(Stream.of(List.of(row.id()), row.cells(), List.of(row.reason()))
                                    .flatMap(List::stream)
                                    .toList());
                        }
                    }
                    return Gate.pass(rows.table(), lines);
                })
                .toList();
    }

    private static boolean isShown(Remark remark) {
        return !remark.example().isEmpty()
                && (remark.sentence().startsWith("No row decides")
                        || remark.sentence().contains(" both "));
    }

    private static void assertShows(Class<?> facts, List<Rows> tables, Remark remark, String where) {
        var values = new HashMap<String, Object>(remark.example());
        values.values().removeIf(Set.of("not measured", "not known")::contains);
        var proofs = criteria(tables)
                .filter(criterion ->
                        "true".equals(values.get(Cases.proof(facts, criterion).orElse("proof of " + criterion))))
                .collect(Collectors.toSet());
        var fired = Interpreter.judge(tables, values, proofs).rows();
        var asked = tables.stream()
                .filter(rows -> rows.table().name().equals(remark.table()))
                .flatMap(rows -> rows.list().stream())
                .map(Row::id)
                .filter(fired::contains)
                .toList();

        if (remark.rows().isEmpty()) {
            assertThat(asked).as("%s: %s", where, remark).isEmpty();
        } else {
            assertThat(asked).as("%s: %s", where, remark).containsAll(remark.rows());
        }
    }

    private static Stream<String> criteria(List<Rows> tables) {
        return tables.stream()
                .flatMap(rows -> rows.table().columns().stream())
                .filter(Counted::isEvidence)
                .flatMap(column -> ((CellType.Options) column.type()).options().stream());
    }
}
