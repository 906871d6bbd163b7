package com.clario.playbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.negotiation.TermsFacts;
import com.clario.playbook.optimize.review.ReviewFacts;
import com.clario.playbook.outreach.ApproachFacts;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.table.Problem;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.version.Shipped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseSheetTests {

    private static final RuleSet<FitFacts> FIT = RuleSets.named("identify/fit", FitFacts.class);
    private static final RuleSet<TermsFacts> TERMS = RuleSets.named("negotiation/terms", TermsFacts.class);
    private static final RuleSet<ReviewFacts> REVIEW = RuleSets.named("optimize/review", ReviewFacts.class);
    private static final RuleSet<ApproachFacts> APPROACH = RuleSets.named("outreach/approach", ApproachFacts.class);

    static Stream<RuleSet<?>> sets() {
        return RuleSets.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void writesWhatShipsByteForByte(RuleSet<?> set) {
        var sheet = CaseSheet.of(set);
        var lines = sheet.lines(Shipped.cases(set));

        assertThat(sheet.problems(lines, ids(set))).isEmpty();
        assertThat(sheet.pass(lines, ids(set))).isEqualTo(Shipped.cases(set));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void letsNobodyDeleteEveryCase(RuleSet<?> set) {
        var sheet = CaseSheet.of(set);

        assertThat(sheet.problems(List.of(), ids(set)))
                .extracting(Problem::code)
                .containsExactly("empty");
        assertThatThrownBy(() -> sheet.pass(List.of(), ids(set))).isInstanceOf(RowsRefused.class);
    }

    @ParameterizedTest(name = "{0} = {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Merchants     | 1.000                     | needs a whole number",
                "Merchants     | com.clario.Break.in()     | needs a whole number",
                "Could sell it on | yes                    | needs yes or no",
                "API           | SOME                      | must be one of None, Read, Full",
                "Verdict       | GREAT                     | must be one of Strong, Possible, Poor, Undecided",
                "Rows          | FIT-01 FIT-99             | names FIT-99, and there is no such row",
                "Rows          | FIT-01 FIT-01             | names FIT-01 twice",
                "Sums          | us=many                   | needs sums such as us=50 them=50",
                "Sums          | we=50                     | needs sums such as us=50 them=50",
                "Sums          | us=1 us=2                 | names us twice",
                "Sums          | ==                        | needs sums such as us=50 them=50",
                "Case          | back\\slash              | may hold letters",
                "Merchants     | ''                        | must not be empty",
                "Case          | ''                        | must not be empty"
            })
    void saysAtTheCellWhatIsWrong(String label, String cell, String sentence) {
        var sheet = CaseSheet.of(FIT);
        var column = sheet.labels().indexOf(label);

        var problems = sheet.problems(List.of(shipped(FIT, 0), changed(FIT, 1, column, cell)), ids(FIT));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(column + 1);
            assertThat(problem.label()).isEqualTo(label);
            assertThat(problem.sentence()).startsWith(sentence);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"not measured,true", "12.5,true", "-3,true", "1e999999999,false", "unknown,false", "NaN,false"})
    void takesAFigureThatWasNotMeasuredInItsOwnWordsOnly(String cell, boolean passes) {
        var sheet = CaseSheet.of(REVIEW);
        var line = changed(REVIEW, 0, sheet.names().indexOf("connected"), cell);

        var problems = sheet.problems(List.of(line), ids(REVIEW));

        assertThat(problems.isEmpty()).isEqualTo(passes);
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.sentence()).endsWith("; or not measured"));
    }

    @Test
    void keepsADecimalAsItWasTypedBecauseThatMayBeThePoint() {
        var sheet = CaseSheet.of(TERMS);
        var line = changed(TERMS, 0, sheet.names().indexOf("partnerShare"), "70.00");

        assertThat(sheet.pass(List.of(line), ids(TERMS))).contains(",70.00,");
    }

    @Test
    void asksWhetherAThousandIsMeant() {
        var line = changed(TERMS, 0, CaseSheet.of(TERMS).names().indexOf("partnerShare"), "1.000");

        assertThat(CaseSheet.of(TERMS).problems(List.of(line), ids(TERMS)))
                .extracting(Problem::toString)
                .containsExactly(
                        "Row 1, Partner's share %: may mean 1000 or 1.0000: write the one you mean (here: 1.000)");
    }

    @Test
    void writesRowsInTheOrderOfTheTablesAndTakesCommas() {
        var sheet = CaseSheet.of(FIT);
        var rows = sheet.names().indexOf("rows");
        var line = changed(FIT, 0, rows, " FIT-42, FIT-01,FIT-08\tFIT-11 ");

        var written = sheet.lines(sheet.pass(List.of(line), ids(FIT)));

        assertThat(written.get(0).get(rows)).isEqualTo("FIT-01 FIT-08 FIT-11 FIT-42");
    }

    @Test
    void refusesTheSameNameTwice() {
        var problems = CaseSheet.of(FIT).problems(List.of(shipped(FIT, 0), shipped(FIT, 0)), ids(FIT));

        assertThat(problems)
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("Row 2, Case: has a name that another case has");
    }

    /** A case about a model nobody knows is one of ours; a slip of the fingers is not. */
    @ParameterizedTest
    @CsvSource({"FRANCHISE,true", "RESELLER,true", "RESELER,false"})
    void letsATextBeWhatTheColumnsAndTheShippedCasesName(String model, boolean passes) {
        var line = changed(REVIEW, 0, CaseSheet.of(REVIEW).names().indexOf("model"), model);

        assertThat(CaseSheet.of(REVIEW).problems(List.of(line), ids(REVIEW)).isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void refusesSumsWhereNothingIsAddedUp() {
        var line = changed(APPROACH, 0, CaseSheet.of(APPROACH).names().indexOf("sums"), "us=1");

        assertThat(CaseSheet.of(APPROACH).problems(List.of(line), ids(APPROACH)))
                .extracting(Problem::sentence)
                .containsExactly("must be empty, because these tables add nothing up");
    }

    @Test
    void refusesMoreCasesThanAnybodyReads() {
        var many = Collections.nCopies(501, shipped(FIT, 0));

        assertThatThrownBy(() -> CaseSheet.of(FIT).pass(many, ids(FIT)))
                .isInstanceOf(RowsRefused.class)
                .hasMessageContaining("there may be at most 500 cases");
    }

    @Test
    void findsColumnsOfAnOlderFileByName() {
        var lines = CaseSheet.of(APPROACH).lines("case,verdict,mutualContact,gone\nOld,WARM,true,x\n");

        assertThat(lines).containsExactly(List.of("Old", "true", "", "", "WARM", "", ""));
    }

    @Test
    void refusesAFileThatIsNoCsv() {
        assertThatThrownBy(() -> CaseSheet.of(APPROACH).lines("case,\"verdict\nOld"))
                .isInstanceOf(RowsRefused.class);
    }

    /** Whatever stands in the cells, there is a sentence and never an exception; what passes can be read. */
    @Test
    void neverBreaksOnWhatSomebodyTypes() {
        var random = new Random(20261128);
        var sheet = CaseSheet.of(FIT);
        var odd = List.of(
                "", " ", "\0", "\n", "=", "us=", "=1", "us=55 =", "🙂", "\uD800", "a,b\"c", "-0", "1e9", "FIT-01");
        for (var round = 0; round < 2000; round++) {
            var line = new ArrayList<>(shipped(FIT, random.nextInt(20)));
            IntStream.range(0, 1 + random.nextInt(3))
                    .forEach(i -> line.set(random.nextInt(line.size()), odd.get(random.nextInt(odd.size()))));
            if (random.nextInt(10) == 0) {
                line.remove(0);
            }
            if (sheet.problems(List.of(line), ids(FIT)).isEmpty()) {
                var csv = sheet.pass(List.of(line), ids(FIT));
                assertThat(sheet.pass(sheet.lines(csv), ids(FIT))).isEqualTo(csv);
                assertThat(Cases.read(csv, FIT.facts())).hasSize(1);
            }
        }
    }

    private static List<String> ids(RuleSet<?> set) {
        return Shipped.rows(set).stream()
                .flatMap(rows -> rows.list().stream())
                .map(Row::id)
                .toList();
    }

    private static List<String> shipped(RuleSet<?> set, int number) {
        return CaseSheet.of(set).lines(Shipped.cases(set)).get(number);
    }

    private static List<String> changed(RuleSet<?> set, int number, int column, String cell) {
        var line = new ArrayList<>(shipped(set, number));
        line.set(column, cell);
        return line;
    }
}
