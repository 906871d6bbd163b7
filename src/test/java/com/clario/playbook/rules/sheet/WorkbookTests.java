package com.clario.playbook.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.table.Attack;
import com.clario.playbook.rules.table.Dice;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Sample;
import com.clario.playbook.rules.version.Shipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out to Excel comes back as it was. */
class WorkbookTests {

    static final RuleSet<Sample> SET = RuleSet.of(
            "sample/points", "rules/sample", "A sample", "In tests", Sample.class, List.of("GOOD"), Sample.TABLE);

    @TestFactory
    Stream<DynamicTest> everyShippedRuleSetComesBack() {
        return RuleSets.all().stream()
                .map(set -> DynamicTest.dynamicTest(set.name(), () -> {
                    var sheet = shipped(set);

                    var back = Workbook.read(set, Workbook.write(set, sheet));

                    assertThat(back).isEqualTo(sheet);
                    assertThat(back.read(set)).isEqualTo(sheet);
                }));
    }

    @Test
    void theCasesAreHeadedAsOnThePageAndAnOlderFileIsReadToo() throws IOException {
        for (var set : RuleSets.all()) {
            var sheet = shipped(set);
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(Workbook.write(set, sheet)));
                    var old = new ByteArrayOutputStream()) {
                var names = Cases.labels(set.facts());
                var labels = new ArrayList<String>();
                book.getSheet("cases").getRow(0).forEach(cell -> {
                    labels.add(cell.getStringCellValue());
                    cell.setCellValue(names.get(cell.getColumnIndex()));
                });
                book.write(old);

                assertThat(labels).isEqualTo(CaseSheet.of(set).labels());
                assertThat(Workbook.read(set, old.toByteArray())).isEqualTo(sheet);
            }
        }
    }

    @Test
    void wordsOfTheScreenAreTakenForTheirCodes() {
        var written =
                List.of(" s-01 ", "Retail, food", "20\u2009000", "", " 0.5", "", "Yes", "10", "", "a good\nbase ");
        var codes = List.of("S-01", "RETAIL, FOOD", "20000", "", "0.5", "", "true", "10", "", "a good base");
        var verdict = List.of("One", "Retail", "5", "0.5", "No", "Undecided", "", "");
        var sheet = new Sheet(Map.of("points", List.of(written)), List.of(verdict));

        var read = Workbook.read(SET, Workbook.write(SET, sheet)).read(SET);

        assertThat(read.rows("points")).containsExactly(codes);
        assertThat(read.cases()).containsExactly(List.of("One", "RETAIL", "5", "0.5", "false", "UNDECIDED", "", ""));
    }

    @Test
    void rowsByChanceComeBack() {
        var seed = new Random().nextLong();
        var dice = new Dice(seed);
        var sets = RuleSets.all();

        for (var round = 0; round < 40; round++) {
            var set = sets.get(round % sets.size());
            var tables = new HashMap<String, List<List<String>>>();
            set.tables().forEach(table -> tables.put(table.name(), dice.lines(table, dice.number(0, 6))));
            var sheet = new Sheet(tables, wild(dice, Cases.labels(set.facts()).size()));

            assertThat(Workbook.read(set, Workbook.write(set, sheet)))
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(sheet);
        }
    }

    @Test
    void wrongCellsComeBackAsTheyWereTyped() {
        var seed = new Random().nextLong();
        var dice = new Dice(seed);

        for (var round = 0; round < 100; round++) {
            var width = Sample.TABLE.labels().size();
            var sheet = new Sheet(
                    Map.of("points", wild(dice, width)),
                    wild(dice, Cases.labels(Sample.class).size()));

            assertThat(Workbook.read(SET, Workbook.write(SET, sheet)))
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(sheet);
        }
    }

    static List<Attack> attacks() {
        return Attack.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void anAttackComesBackRawAndIsRefusedAtTheGateUnlessItIsOnlyAText(Attack attack) {
        var sheet = new Sheet(Map.of("points", attack.lines()), List.of());

        var lines = Workbook.read(SET, Workbook.write(SET, sheet)).tables().get("points");

        assertThat(lines).isEqualTo(padded(attack.lines()));
        assertThat(Gate.problems(Sample.TABLE, lines).isEmpty()).isEqualTo(attack.harmless());
    }

    @Test
    void emptyLinesAtTheEndAreDroppedAndThoseBetweenAreKept() {
        var good = List.of("S-01", "RETAIL", "100", "", "", "", "", "10", "", "a good base");
        var blank = List.of("", "", "", "", "", "", "", "", "", "");
        var sheet = new Sheet(Map.of("points", List.of(good, blank, good, blank, blank)), List.of());

        assertThat(Workbook.read(SET, Workbook.write(SET, sheet)).tables().get("points"))
                .containsExactly(good, blank, good);
    }

    @Test
    void numbersAreNumbersAndFormulasAreTexts() throws IOException {
        var line = List.of("S-01", "RETAIL, FOOD", "5000", "", "0.1", "007", "true", "-10", "=1+1", "+62 for us");
        try (var book = open(new Sheet(Map.of("points", List.of(line)), List.of()))) {
            var row = book.getSheet("points").getRow(1);

            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(5).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(7).getNumericCellValue()).isEqualTo(-10);
            assertThat(row.getCell(8).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(8).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(9).getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void offersListsAndKeepsTheLabelsInSight() throws IOException {
        try (var book = open(new Sheet(Map.of(), List.of()))) {
            var sheet = book.getSheet("points");

            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getRow(0).getCell(1).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getDataValidations())
                    .extracting(each ->
                            String.join(",", each.getValidationConstraint().getExplicitListValues()))
                    .containsExactly("RETAIL,FINTECH,FOOD", "true,false");
            assertThat(sheet.getDataValidations().get(0).getShowErrorBox()).isFalse();
            assertThat(sheet.getDataValidations().get(1).getShowErrorBox()).isTrue();
        }
    }

    static Sheet shipped(RuleSet<?> set) throws IOException {
        var tables = new HashMap<String, List<List<String>>>();
        for (var rows : Shipped.rows(set)) {
            tables.put(rows.table().name(), parsed(rows.csv()));
        }
        var cases = parsed(Shipped.cases(set));
        return new Sheet(tables, cases.subList(1, cases.size()));
    }

    private static XSSFWorkbook open(Sheet sheet) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Workbook.write(SET, sheet)));
    }

    private static List<List<String>> parsed(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv)).stream()
                .map(CSVRecord::toList)
                .toList();
    }

    /** Lines of any cells, the last of which holds something. */
    private static List<List<String>> wild(Dice dice, int width) {
        var lines = new ArrayList<List<String>>();
        for (var i = dice.number(0, 8); i > 0; i--) {
            lines.add(Stream.generate(dice::wild).limit(width).toList());
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).stream().allMatch(String::isEmpty)) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** A blank line among them comes back as one empty cell under every label. */
    private static List<List<String>> padded(List<List<String>> lines) {
        return lines.stream()
                .map(line -> Stream.concat(line.stream(), Stream.generate(() -> ""))
                        .limit(Sample.TABLE.labels().size())
                        .toList())
                .toList();
    }
}
