package com.clario.playbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.sweep.Sweep;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.version.Shipped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedSweepTests {

    @Test
    void nothingShippedIsWrong() {
        assertThat(remarks())
                .filteredOn(remark -> remark.severity() == Severity.WRONG)
                .isEmpty();
    }

    /** A candidate nothing speaks for or against, and a partnership nobody has reviewed, go to a person. */
    @Test
    void whatTheShippedTablesLeaveOpenIsMeant() {
        assertThat(remarks())
                .extracting(Remark::sentence)
                .filteredOn(sentence -> !isBeyondTheCells(sentence))
                .containsExactly(
                        "No row decides for research days old 0 to 90 with no row with points.",
                        "No row decides for reviews held 0.");
    }

    /** A model nobody has rules for, and figures nobody measured, go to a person, too. */
    @Test
    void whatNoCellCanNameIsLeftOpen() {
        assertThat(remarks())
                .extracting(Remark::sentence)
                .filteredOn(ShippedSweepTests::isBeyondTheCells)
                .contains(
                        "No row decides for model anything else with no missing piece.",
                        "No row decides for approach anything else.",
                        "No row decides for reviews asking for other terms 0 to 1 with three months' % of target"
                                + " not measured and retention, % points over direct -15 or more or not measured.");
    }

    private static boolean isBeyondTheCells(String sentence) {
        return sentence.contains("anything else") || sentence.contains("not measured");
    }

    @Test
    void tellsAManagerThatTwoStepsOfOneCriterionOverlap() {
        var fit = RuleSets.all().stream()
                .filter(set -> set.name().equals("identify/fit"))
                .findFirst()
                .orElseThrow();
        var shipped = Shipped.rows(fit);
        var wider = shipped.stream()
                .map(rows ->
                        Gate.pass(rows.table(), rows.csv().replace("FIT-02,POS,,5000,20000", "FIT-02,POS,,5000,25000")))
                .toList();

        assertThat(Sweep.of(fit.facts(), wider, shipped))
                .filteredOn(remark -> !remark.isKnown())
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.sentence())
                            .isEqualTo("FIT-01 and FIT-02 both give points for partner type POS"
                                    + " with merchants 20,000 to 24,999.");
                    assertThat(remark.rows()).containsExactly("FIT-01", "FIT-02");
                    assertThat(remark.example()).containsEntry("merchants", "20000");
                });
    }

    /** The row a manager adds for exactly the cases that nobody decides now. */
    @Test
    void letsAManagerDecideWhatWasNotMeasured() {
        var review = RuleSets.all().stream()
                .filter(set -> set.name().equals("optimize/review"))
                .findFirst()
                .orElseThrow();
        var shipped = Shipped.rows(review);
        var csv = shipped.get(0).csv() + "REV-15,\"RESELLER, WHITE_LABEL, REFERRAL\"" + ",".repeat(16)
                + "ADJUST,,Nothing was measured to judge by\n";
        var more = List.of(Gate.pass(review.tables().get(0), csv));

        assertThat(Sweep.of(review.facts(), more, shipped))
                .filteredOn(remark -> remark.severity() == Severity.WRONG)
                .isEmpty();
    }

    private static List<Remark> remarks() {
        return RuleSets.all().stream().flatMap(ShippedSweepTests::remarks).toList();
    }

    private static Stream<Remark> remarks(RuleSet<?> set) {
        var rows = Shipped.rows(set);
        return Sweep.of(set.facts(), rows, rows).stream();
    }
}
