package com.clario.playbook.rules.table;

import static com.clario.playbook.rules.table.Sample.TABLE;
import static com.clario.playbook.rules.table.Sample.rowWith;
import static com.clario.playbook.rules.table.Sample.rowWithQuoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTests {

    private static final String GOOD = rowWith(0, "S-01");
    private static final int SEGMENT = 1;
    private static final int FROM = 2;
    private static final int RATE = 4;
    private static final int EXCLUSIVE = 6;
    private static final int POINTS = 7;
    private static final int REASON = 9;

    static Stream<Arguments> attacks() {
        return Attack.all().stream()
                .filter(attack -> !attack.harmless())
                .map(attack -> arguments(attack.what(), attack.csv()));
    }

    /** What Drools takes without an error and turns into other rules than were meant. */
    static Stream<Arguments> traps() {
        return Stream.of(
                arguments("no rows", ""),
                arguments("only a byte order mark", "\uFEFF"),
                arguments("blank line between rows", GOOD + "\n" + rowWith(0, "S-02")),
                arguments("line of spaces", GOOD + "   \n"),
                arguments("line of commas", GOOD + ",,,,,,,,,\n"),
                arguments("a cell too few", "S-01,RETAIL,100,,,,,10,a good base\n"),
                arguments("a cell too many", "S-01,RETAIL,100,,,,,10,,a good base,more\n"),
                arguments("semicolons", "S-01;RETAIL;100;;;;;10;;a good base\n"),
                arguments("tabs", "S-01\tRETAIL\t100\t\t\t\t\t10\t\ta good base\n"),
                arguments("line break in a cell", rowWithQuoted(REASON, "two\nlines")),
                arguments("carriage return in a cell", rowWithQuoted(REASON, "two\rlines")),
                arguments("quotation mark never closed", rowWith(REASON, "\"a good base")),
                arguments("quotation mark inside a plain cell", rowWith(REASON, "a \"good\" base")),
                arguments("text after a quoted cell", rowWith(REASON, "\"a good\" base")),
                arguments("three dots at the end", rowWith(REASON, "and so on...")),
                arguments("dollar sign", rowWith(REASON, "costs $1")),
                arguments("unknown option", rowWith(SEGMENT, "RETALE")),
                arguments("option in small letters", rowWith(SEGMENT, "retail")),
                arguments("option twice", rowWithQuoted(SEGMENT, "RETAIL, RETAIL")),
                arguments("empty part of a list", rowWithQuoted(SEGMENT, "RETAIL, ")),
                arguments("text in a number", rowWith(FROM, "many")),
                arguments("leading zero", rowWith(FROM, "0100")),
                arguments("thousands", rowWithQuoted(FROM, "1,000")),
                arguments("decimals in a whole number", rowWith(FROM, "1.5")),
                arguments("number out of range", rowWith(FROM, "1000001")),
                arguments("points out of range", rowWith(POINTS, "101")),
                arguments("too many decimals", rowWith(RATE, "0.12345")),
                arguments("decimal comma", rowWithQuoted(RATE, "0,1")),
                arguments("yes instead of true", rowWith(EXCLUSIVE, "yes")),
                arguments("no condition at all", "S-01,,,,,,,10,,always fires\n"),
                arguments("no reason", rowWith(REASON, "")),
                arguments("same id twice", GOOD + GOOD));
    }

    /** What else somebody could think of. */
    static Stream<Arguments> oddities() {
        var manyRows = IntStream.range(0, 301)
                .mapToObj(i -> rowWith(0, "S-" + (1000 + i)))
                .collect(Collectors.joining());
        return Stream.of(
                arguments("from not below its own upper bound", "S-01,RETAIL,100,100,,,,10,,never fires\n"),
                arguments("rate from not below its own upper bound", "S-01,RETAIL,,,0.20,0.2,,10,,never fires\n"),
                arguments("no points", rowWith(POINTS, "")),
                arguments("digits of another script", rowWith(FROM, "١٠٠")),
                arguments("minus zero", rowWith(FROM, "-0")),
                arguments("power of ten", rowWith(RATE, "1e-1")),
                arguments("zero character", rowWith(REASON, "a\0b")),
                arguments("text read from right to left by force", rowWith(REASON, "a \u202Egood base")),
                arguments("reason that begins like a table", rowWith(REASON, "ruletable of ours")),
                arguments("endless reason", rowWith(REASON, "x".repeat(301))),
                arguments("space before the id", rowWith(0, " S-01")),
                arguments("the sign that stands for a quotation mark", rowWith(REASON, "a \uE000good\uE000 base")),
                arguments("line separator in a text", rowWith(REASON, "a\u2028b")),
                arguments("more rows than a person reads", manyRows));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"attacks", "traps", "oddities"})
    void refuses(String what, String csv) {
        assertThat(Gate.problems(TABLE, csv)).isNotEmpty();
        assertThatThrownBy(() -> Gate.pass(TABLE, csv)).isInstanceOf(RowsRefused.class);
    }

    @Test
    void refusesEveryAttackThatLiesInCellsAlready() {
        assertThat(Attack.all()).hasSize(22).allSatisfy(attack -> assertThat(
                        Gate.problems(TABLE, attack.lines()).isEmpty())
                .isEqualTo(attack.harmless()));
    }

    @Test
    void namesRowColumnAndReasonOfEveryProblem() {
        var csv = GOOD + "S-02,RETALE,0100,,,,maybe,10,,\n";

        var problems = Gate.problems(TABLE, csv);

        assertThat(problems).extracting(Problem::row).containsOnly(2);
        assertThat(problems).extracting(Problem::column).containsExactly(2, 3, 7, 10);
        assertThat(problems).extracting(Problem::code).containsExactly("option", "whole", "boolean", "missing");
        assertThat(problems.get(0).toString())
                .isEqualTo("Row 2, Segment: must be one of Retail, Fintech, Food (here: RETALE)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S-01,RETAIL,100,,,,,10,,a good base",
                "\uFEFFS-01,RETAIL,100,,,,,10,,a good base\r\n",
                "\"S-01\",\"RETAIL\",\"100\",\"\",,,,\"10\",,\"a good base\"\n"
            })
    void writesTheSameRowInOneWay(String csv) {
        assertThat(Gate.pass(TABLE, csv).csv()).isEqualTo(GOOD);
    }

    @Test
    void writesListsAndDecimalsInOneWay() {
        var csv = Gate.pass(TABLE, "S-01,\"FOOD,RETAIL\",,,0.10,1.0,false,-5,Grüße,\"it's 好, a good base\"\n")
                .csv();

        assertThat(csv).isEqualTo("S-01,\"RETAIL, FOOD\",,,0.1,1,false,-5,Grüße,\"it's 好, a good base\"\n");
        assertThat(Gate.pass(TABLE, csv).csv()).isEqualTo(csv);
    }

    @Test
    void letsQuotationMarksThroughAsTheyAre() {
        var cells = Sample.lineWith(REASON, "\"Moka \"Analytics\"\", the partner's own");

        var rows = Gate.pass(TABLE, List.of(cells));

        assertThat(rows.list().get(0).reason()).isEqualTo(cells.get(REASON));
        assertThat(Gate.pass(TABLE, rows.csv()).list()).isEqualTo(rows.list());
    }

    @Test
    void refusesAFileWithAnotherHeader() {
        var header = Header.of(TABLE, "rules.sample.points", List.of("a.B"), "B");

        assertThat(Header.rowsOf(header + GOOD, header, "sample")).isEqualTo(GOOD);
        assertThatThrownBy(() -> Header.rowsOf(header.replace(">=", ">") + GOOD, header, "sample"))
                .hasMessageContaining("does not begin with its header");
    }

    @Test
    void makesOneRowOfALineWhateverStandsInItsCells() {
        var line = Sample.lineWith(REASON, "a good base\nS-02,RETAIL,,,,,,10,,and another row");

        assertThat(Gate.problems(TABLE, List.of(line)))
                .extracting(Problem::row, Problem::label, Problem::code)
                .containsExactly(tuple(1, "Reason", "character"));
    }
}
