package com.clario.playbook.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drools and a plain reading of the rows come to the same, whatever the rows and the facts. */
class InterpreterTests {

    private static final RuleCompiler COMPILER = new RuleCompiler(Duration.ofSeconds(60));
    private static final int SETS = 6;
    private static final int CASES = 300;
    private static final String TALLY =
            """
            package rules.anything;
            import com.clario.playbook.rules.check.Anything;
            import com.clario.playbook.rules.check.Findings;
            global Findings findings;
            rule "tally" salience -1 when Anything() then insert(findings.tally()); end
            """;

    @AfterAll
    static void close() {
        COMPILER.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, SETS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void droolsJudgesAsTheRowsRead(long seed) {
        var made = new RandomTables(seed);
        var tables = made.ruleSet();
        var base = COMPILER.compile(new Source("anything", Anything.class, tables, Map.of("tally", TALLY)));

        for (var i = 0; i < CASES; i++) {
            var facts = made.facts();
            var findings = base.judge(facts);

            var outcome = new Interpreter.Outcome(
                    findings.verdict().orElse(null),
                    findings.list().stream().map(Finding::row).toList(),
                    findings.sums());
            assertThat(outcome)
                    .as(
                            "seed %d, %s, tables %s",
                            seed, facts, tables.stream().map(rows -> rows.csv()).toList())
                    .isEqualTo(Interpreter.judge(tables, facts));
        }
    }
}
