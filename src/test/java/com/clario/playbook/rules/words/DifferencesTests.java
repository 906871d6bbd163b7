package com.clario.playbook.rules.words;

import static com.clario.playbook.rules.words.Difference.Kind.ADDED;
import static com.clario.playbook.rules.words.Difference.Kind.CHANGED;
import static com.clario.playbook.rules.words.Difference.Kind.MOVED;
import static com.clario.playbook.rules.words.Difference.Kind.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.table.Csv;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Shipped;
import com.clario.playbook.rules.words.Difference.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DifferencesTests {

    private static final RuleSet<?> FIT = set("identify/fit");
    private static final RuleSet<?> APPROACH = set("outreach/approach");
    private static final Content SHIPPED = shipped(FIT);
    private static final String MOKA = "Strong but in trouble,";

    @TestFactory
    Stream<DynamicTest> aVersionDoesNotDifferFromItself() {
        return RuleSets.all().stream()
                .map(set -> DynamicTest.dynamicTest(
                        set.name(), () -> assertThat(Differences.between(set, shipped(set), shipped(set)))
                                .isEmpty()));
    }

    @Test
    void aChangedRowNamesItsCellsAndReadsBothWays() {
        var after = with("points", csv -> csv.replace("FIT-02,POS,,5000,", "FIT-02,POS,,4000,"));

        assertThat(Differences.between(FIT, SHIPPED, after)).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("points");
            assertThat(one.row()).isEqualTo("FIT-02");
            assertThat(one.kind()).isEqualTo(CHANGED);
            assertThat(one.before()).contains("merchants are at least 5,000 and below 20,000");
            assertThat(one.after()).contains("merchants are at least 4,000 and below 20,000");
            assertThat(one.cells()).containsExactly(new Cell("Merchants from", "5000", "4000"));
        });
    }

    @Test
    void anAddedAndARemovedRowHaveOneSentenceEach() {
        var after = with("vetoes", csv -> csv.replace("FIT-32,", "FIT-33,"));

        var found = Differences.between(FIT, SHIPPED, after);

        assertThat(found).extracting(Difference::row).containsExactly("FIT-33", "FIT-32");
        assertThat(found).extracting(Difference::kind).containsExactly(ADDED, REMOVED);
        assertThat(found.get(0).before()).isEmpty();
        assertThat(found.get(0).after()).startsWith("If the candidate is in trouble, ");
        assertThat(found.get(0).cells()).contains(new Cell("In trouble", "", "yes"));
        assertThat(found.get(1).after()).isEmpty();
        assertThat(found.get(1).cells()).contains(new Cell("In trouble", "yes", ""));
    }

    @Test
    void aMovedRowMattersWhereTheFirstMatchCounts() {
        var after = with("verdict", csv -> csv.lines()
                .sorted((one, other) -> Boolean.compare(one.startsWith("FIT-41"), other.startsWith("FIT-41")))
                .collect(Collectors.joining("\n", "", "\n")));

        assertThat(Differences.between(FIT, SHIPPED, after)).singleElement().satisfies(one -> {
            assertThat(one.row()).isEqualTo("FIT-41");
            assertThat(one.kind()).isEqualTo(MOVED);
            assertThat(one.before()).isEqualTo(one.after()).isNotEmpty();
            assertThat(one.cells()).containsExactly(new Cell("Place", "1", "4"));
        });
    }

    @Test
    void aRowThatOnlyMadeRoomHasNotMoved() {
        var after = with("verdict", csv -> "FIT-40,2,,,,POOR,,\"Two vetoes, no doubt\"\n" + csv);

        assertThat(Differences.between(FIT, SHIPPED, after))
                .extracting(Difference::kind)
                .containsExactly(ADDED);
    }

    @Test
    void orderSaysNothingWhereEveryRowCounts() {
        var after = with("vetoes", csv -> csv.lines()
                .sorted((one, other) -> other.compareTo(one))
                .collect(Collectors.joining("\n", "", "\n")));

        assertThat(Differences.between(FIT, SHIPPED, after)).isEmpty();
    }

    @Test
    void casesDifferByTheirNames() {
        var after = new Content(
                SHIPPED.tables(),
                SHIPPED.cases()
                        .replace("Exactly 20000 merchants,POS", "Just 20000 merchants,POS")
                        .replaceFirst("(?m)^(" + MOKA + ".*),POOR,FIT-01 FIT-08", "$1,POSSIBLE,FIT-08"));

        var found = Differences.between(FIT, SHIPPED, after);

        assertThat(found).extracting(Difference::table).containsOnly("cases");
        assertThat(found)
                .extracting(Difference::row)
                .containsExactly("Strong but in trouble", "Just 20000 merchants", "Exactly 20000 merchants");
        assertThat(found).extracting(Difference::kind).containsExactly(CHANGED, ADDED, REMOVED);
        assertThat(found.get(0).before()).startsWith("It must come out as Poor by FIT-01, FIT-08, ");
        assertThat(found.get(0).after()).startsWith("It must come out as Possible by FIT-08, ");
        assertThat(found.get(0).cells()).extracting(Cell::label).containsExactly("Verdict", "Rows");
    }

    @Test
    void aCaseReadsOtherwiseWhereItsFactsDo() {
        var after = new Content(
                SHIPPED.tables(),
                SHIPPED.cases().replace("merchants,POS,WHITE_LABEL,20000,", "merchants,POS,WHITE_LABEL,20001,"));

        assertThat(Differences.between(FIT, SHIPPED, after)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(CHANGED);
            assertThat(one.before()).contains("given: Partner type POS", "Merchants 20000");
            assertThat(one.after()).contains("given: Partner type POS", "Merchants 20001");
        });
    }

    @Test
    void aLineBreakInACellMakesNoRow() {
        var after = with(
                "vetoes", csv -> csv + Csv.line(List.of("FIT-33", "true", "", "", "First\nsecond\r\nthird\rlast")));

        assertThat(Differences.between(FIT, SHIPPED, after))
                .extracting(Difference::row)
                .containsExactly("FIT-33");
    }

    @Test
    void aVersionWithoutCasesWasProvenByThoseThatShipped() {
        var old = new Content(SHIPPED.tables(), "");

        assertThat(Differences.between(FIT, old, SHIPPED)).isEmpty();
    }

    @Test
    void twoCasesOfOneNameAreTwo() {
        var cases = "case,mutualContact,contactMayBeMailed,contactHasMail,verdict,rows,sums\n"
                + "Cold,false,true,true,COLD,APP-04,\nCold,false,true,true,COLD,APP-04,\n";
        var before = new Content(shipped(APPROACH).tables(), cases);
        var after = new Content(before.tables(), cases.replaceFirst("Cold,false,.*\n", ""));

        assertThat(Differences.between(APPROACH, before, after)).singleElement().satisfies(one -> {
            assertThat(one.row()).isEqualTo("Cold (2)");
            assertThat(one.kind()).isEqualTo(REMOVED);
        });
    }

    @Test
    void everythingIsNewBesideNothing() {
        var found = Differences.between(APPROACH, new Content(Map.of(), ""), shipped(APPROACH));

        assertThat(found).extracting(Difference::row).containsExactly("APP-01", "APP-02", "APP-03", "APP-04");
        assertThat(found).extracting(Difference::kind).containsOnly(ADDED);
    }

    private static Content with(String table, UnaryOperator<String> change) {
        var tables = new LinkedHashMap<>(SHIPPED.tables());
        tables.computeIfPresent(table, (name, csv) -> change.apply(csv));
        return new Content(tables, SHIPPED.cases());
    }

    private static Content shipped(RuleSet<?> set) {
        var tables = Shipped.rows(set).stream()
                .collect(Collectors.toMap(rows -> rows.table().name(), Rows::csv));
        return new Content(tables, Shipped.cases(set));
    }

    private static RuleSet<?> set(String name) {
        return RuleSets.all().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
