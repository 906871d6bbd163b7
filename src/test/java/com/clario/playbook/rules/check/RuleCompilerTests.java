package com.clario.playbook.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.rules.table.Attack;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Csv;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Sample;
import com.clario.playbook.rules.table.Table;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCompilerTests {

    private static final int NOTE = 8;
    private static final int REASON = 9;
    private static final RuleCompiler COMPILER = new RuleCompiler(Duration.ofSeconds(60));
    private static final List<String> ODD_BUT_LEGAL = List.of(
            "the end",
            "rule when then end",
            "don't",
            "http://x.example/a",
            "drools.halt()",
            ";",
            "a; b",
            "a  b",
            "// no comment",
            "100% sure",
            "Größe, Ελλάδα, 好",
            "it’s – 5 €, 7 £, 3 m², 20 °C",
            "true",
            "42",
            "RuleSet",
            "Import, Queries, Functions",
            "package rules; import java.util",
            "eval(true)",
            "a.. b ... c",
            "+1 -1",
            "\"Moka \"Analytics\"\", the partner's own",
            "\"",
            "\"\"\"",
            "ends with \"",
            "\" + com.clario.playbook.rules.check.Break.in() + \"");

    private static List<String> texts() {
        return Stream.concat(
                        ODD_BUT_LEGAL.stream(),
                        Attack.all().stream()
                                .filter(Attack::harmless)
                                .map(attack -> attack.lines().get(0).get(REASON)))
                .toList();
    }

    @AfterAll
    static void close() {
        COMPILER.close();
    }

    @Test
    void repeatsEveryLegalTextWordForWord() {
        var texts = texts();
        var rows = new StringBuilder();
        for (var i = 0; i < texts.size(); i++) {
            var cells = Sample.lineWith(REASON, texts.get(i));
            cells.set(0, "S-%02d".formatted(i));
            cells.set(NOTE, texts.get(i));
            rows.append(Csv.line(cells));
        }

        var findings = compile(rows.toString()).judge(Sample.of(100));

        assertThat(findings.list()).extracting(Finding::reason).isEqualTo(texts);
        assertThat(findings.list())
                .extracting(each -> each.values().get("note"))
                .isEqualTo(texts);
        assertThat(Break.TIMES).hasValue(0);
    }

    @ParameterizedTest(name = "{0} fires {1}")
    @CsvSource({
        "0.0999, S-02",
        "0.1, S-01",
        "0.10, S-01",
        "0.1000, S-01",
        "0.2999, S-01",
        "0.3, S-03",
        "0.30, S-03",
        "1, S-03"
    })
    void comparesDecimalsExactly(BigDecimal rate, String row) {
        var base = compile("S-01,,,,0.1,0.3,,1,,from a tenth\nS-02,,,,,0.1,,1,,below\nS-03,,,,0.3,,,1,,above\n");

        var findings = base.judge(new Sample("FOOD", 1, rate, false));

        assertThat(findings.list()).extracting(Finding::row).containsExactly(row);
    }

    @Test
    void firesInTheOrderOfTheRowsEveryTime() {
        var ids = IntStream.range(0, 30).mapToObj("S-%02d"::formatted).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ids, new Random(7));
        var base =
                compile(ids.stream().map(id -> id + ",RETAIL,,,,,,1,,fires\n").collect(Collectors.joining()));

        var orders = IntStream.range(0, 100)
                .mapToObj(i -> base.judge(Sample.of(1)).list().stream()
                        .map(Finding::row)
                        .toList())
                .distinct();

        assertThat(orders).containsExactly(ids);
    }

    @Test
    void givesEveryoneTheirOwnTableWhenManyCompileAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var tasks = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> compile(points(i)).judge(Sample.of(1)).sums().get("score") - i)
                    .toList();

            for (var wrong : threads.invokeAll(tasks)) {
                assertThat(wrong.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesNoClassesBehindAfterFiftyVersions() {
        IntStream.range(0, 10).forEach(i -> compile(points(i)).judge(Sample.of(1)));
        System.gc();
        var before = metaspace();

        IntStream.range(0, 50).forEach(i -> compile(points(i)).judge(Sample.of(1)));
        System.gc();

        assertThat(metaspace() - before).isLessThan(10_000_000);
    }

    @Test
    void givesUpAfterItsTimeLimitAndGoesOn() {
        try (var hurried = new RuleCompiler(Duration.ofMillis(1))) {
            assertThatThrownBy(() -> hurried.compile(source(points(1)))).isInstanceOf(NotCompiled.class);
        }

        assertThat(compile(points(3)).judge(Sample.of(1)).sums()).containsEntry("score", 3);
    }

    @Test
    void letsNobodyPayForABuildThatHangs() throws Exception {
        compile(points(1));
        try (var limited = new RuleCompiler(Duration.ofSeconds(6));
                var held = new Held()) {
            var hangs = held.in(limited);
            held.begun.await();
            var behind = IntStream.range(0, 3)
                    .mapToObj(i -> Held.start(limited, source(points(i))))
                    .toList();

            assertThatThrownBy(hangs::join).hasMessageContaining("held took longer than 6 s to compile");
            for (var i = 0; i < behind.size(); i++) {
                assertThat(behind.get(i).get().judge(Sample.of(1)).sums()).containsEntry("score", i);
            }
        }
    }

    @Test
    void tellsThatThereWasNoTimeFromRowsThatDoNotCompile() {
        try (var compiler = new RuleCompiler(Duration.ofSeconds(60));
                var held = Held.full(compiler)) {
            assertThatThrownBy(() -> compiler.compile(source(points(1))))
                    .isInstanceOfSatisfying(NotCompiled.class, full -> assertThat(full.isPassing())
                            .isTrue())
                    .hasMessageContaining("Too many rule sets are waiting");
        }
        assertThatThrownBy(() -> COMPILER.compile(new Source(
                        "sample/one", Sample.class, source(points(1)).tables(), Map.of("broken", "rule when"))))
                .isInstanceOfSatisfying(NotCompiled.class, broken -> assertThat(broken.isPassing())
                        .isFalse());
    }

    @Test
    void tellsThoseWhoWaitThatItCloses() throws Exception {
        var compiler = new RuleCompiler(Duration.ofSeconds(60));
        try (var held = new Held()) {
            held.in(compiler);
            held.begun.await();
            var behind = held.in(compiler);

            compiler.close();

            assertThatThrownBy(behind::join).hasCauseInstanceOf(NotCompiled.class);
        }
    }

    @Test
    void refusesRulesThatAreNotTheRows() {
        var careless = new Column(
                "exclusive", "Exclusive", Column.Use.FACT, Column.Operator.IS, new CellType.Text(200), true, "$param");
        var table = Table.allOf("points", careless);
        var rows = Gate.pass(table, "S-01,exclusive) then end rule Z when Sample(exclusive,sneaks in a rule\n");

        assertThatThrownBy(() -> COMPILER.compile(new Source("sample/one", Sample.class, List.of(rows), Map.of())))
                .isInstanceOf(NotCompiled.class)
                .hasMessageContaining("its rows");
    }

    @Test
    void stopsRulesThatDoNotComeToAnEnd() {
        var endless =
                """
                package rules.sample.one;
                import com.clario.playbook.rules.table.Sample;
                rule "again" when Sample($m : merchants) then insert(Sample.of($m + 1)); end
                """;
        var rows = List.of(Gate.pass(Sample.TABLE, points(1)));
        var base = COMPILER.compile(new Source("sample/one", Sample.class, rows, Map.of("again", endless)));

        assertThatThrownBy(() -> base.judge(Sample.of(1))).hasMessageContaining("do not come to an end");
    }

    @Test
    void refusesTheSameIdInTwoTables() {
        var rows = Gate.pass(Sample.TABLE, points(1));

        assertThatThrownBy(
                        () -> COMPILER.compile(new Source("sample/one", Sample.class, List.of(rows, rows), Map.of())))
                .hasMessageContaining("Two tables have a row S-01");
    }

    /** Why there is a gate: the same conversion without it turns a cell into a call. */
    @Test
    void wouldMakeCodeOfACellWithoutTheGate() {
        var row = Sample.rowWith(2, "com.clario.playbook.rules.check.Break.in()");
        var csv = Source.header("sample/one", Sample.class, Sample.TABLE) + row;

        var drl = new SpreadsheetCompiler()
                .compile(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), InputType.CSV);

        assertThat(drl).contains("merchants >= com.clario.playbook.rules.check.Break.in()");
        assertThat(Break.TIMES).hasValue(0);
    }

    private static String points(int points) {
        return "S-01,RETAIL,,,,,," + points + ",,so many\n";
    }

    private static RuleBase compile(String rows) {
        return COMPILER.compile(source(rows));
    }

    private static Source source(String rows) {
        return new Source("sample/one", Sample.class, List.of(Gate.pass(Sample.TABLE, rows)), Map.of());
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
