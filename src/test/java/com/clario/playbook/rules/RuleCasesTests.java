package com.clario.playbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleCasesTests {

    private static final RuleCompiler COMPILER = new RuleCompiler(Duration.ofSeconds(60));
    private static final Path FOLDER = Path.of("rules");

    @AfterAll
    static void close() {
        COMPILER.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseComesOutAsItsFileSays() {
        return RuleSets.all().stream().map(set -> dynamicContainer(set.name(), cases(set)));
    }

    @Test
    void everyFileUnderRulesBelongsToARuleSet() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            var folders =
                    RuleSets.all().stream().map(set -> Path.of(set.folder())).toList();

            assertThat(files.filter(file -> file.toString().endsWith(".csv"))).allSatisfy(file -> {
                assertThat(folders).contains(file.getParent());
                assertThat(file.getFileName().toString())
                        .satisfiesAnyOf(
                                name -> assertThat(name).isEqualTo("cases.csv"),
                                name -> assertThat(tables(file.getParent())).contains(name));
            });
        }
    }

    private static Stream<DynamicTest> cases(RuleSet<?> set) {
        var rows = Shipped.rows(set);
        var cases = Cases.read(read(Path.of(set.folder(), "cases.csv")), set.facts());
        var base = COMPILER.compile(Shipped.source(set, rows));
        return Stream.concat(
                Stream.of(dynamicTest(
                        "has a case for and against every row",
                        () -> assertThat(Cases.unproven(rows, cases)).isEmpty())),
                cases.stream().map(each -> dynamicTest(each.name(), () -> check(base, each))));
    }

    private static void check(RuleBase base, Cases.Case each) {
        assertThat(each.differences(base.judge(each.facts()), Map.of())).isEmpty();
    }

    private static List<String> tables(Path folder) {
        return RuleSets.all().stream()
                .filter(set -> Path.of(set.folder()).equals(folder))
                .flatMap(set -> set.tables().stream())
                .map(Table::name)
                .map(name -> name + ".drl.csv")
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
