package com.clario.playbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Severity;
import com.clario.playbook.rules.sweep.Sweep;
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

    /** A candidate nobody has researched, and a partnership nobody has reviewed, go to a person. */
    @Test
    void whatTheShippedTablesLeaveOpenIsMeant() {
        assertThat(remarks())
                .extracting(Remark::sentence)
                .containsExactly(
                        "No row decides for vetoes 0 with rows with points 0 and points for us -50 to 19.",
                        "No row decides for vetoes 0 with rows with points 0 and points for them 0 to 14.",
                        "No row decides for research days old 0 to 90 with rows with points 0.",
                        "No row decides for reviews held 0.");
    }

    private static List<Remark> remarks() {
        return RuleSets.all().stream().flatMap(ShippedSweepTests::remarks).toList();
    }

    private static Stream<Remark> remarks(RuleSet<?> set) {
        var rows = Shipped.rows(set);
        return Sweep.of(rows, rows).stream();
    }
}
