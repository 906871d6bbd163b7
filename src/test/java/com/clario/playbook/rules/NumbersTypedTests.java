package com.clario.playbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sheet.Workbook;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Problem;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Shipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No cell becomes a number that nobody can reckon with, by whichever door it comes. */
class NumbersTypedTests {

    private static final List<String> ENDLESS =
            List.of("1e99999", "1e999999999", "0e-999999999", "9".repeat(400), "0." + "1".repeat(400));

    static Stream<RuleSet<?>> sets() {
        return RuleSets.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void areRefusedAtTheirCells(RuleSet<?> set) {
        for (var rows : Shipped.rows(set)) {
            var table = rows.table();
            for (var column = 0; column < table.columns().size(); column++) {
                var type = table.columns().get(column).type();
                if (type instanceof CellType.Whole || type instanceof CellType.Decimal) {
                    for (var endless : ENDLESS) {
                        var line = line(set, table.name());
                        line.set(column + 1, endless);
                        assertThat(Gate.problems(table, List.of(line)))
                                .extracting(Problem::column)
                                .contains(column + 2);
                    }
                }
            }
        }
    }

    /** Excel keeps them as texts, and as texts they come back. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void comeOutOfAWorkbookAsTheyWereTyped(RuleSet<?> set) {
        var sheet = sheet(set);
        Map<String, List<List<String>>> tables = new LinkedHashMap<>(sheet.tables());
        tables.replaceAll((name, lines) -> ENDLESS.stream()
                .map(endless -> lines.get(0).stream().map(cell -> endless).toList())
                .collect(Collectors.toList()));
        var typed = new Sheet(tables, sheet.cases());

        assertThat(Workbook.read(set, Workbook.write(set, typed))).isEqualTo(typed);
    }

    private static List<String> line(RuleSet<?> set, String table) {
        return new ArrayList<>(sheet(set).rows(table).get(0));
    }

    private static Sheet sheet(RuleSet<?> set) {
        var tables = Shipped.rows(set).stream()
                .collect(Collectors.toMap(rows -> rows.table().name(), rows -> rows.csv()));
        return Sheet.of(set, new Content(tables, Shipped.cases(set)));
    }
}
