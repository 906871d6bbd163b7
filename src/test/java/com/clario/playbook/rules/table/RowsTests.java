package com.clario.playbook.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.version.Shipped;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that are stored come back as they were. */
class RowsTests {

    @Test
    void everyShippedRowComesBackFromItsText() {
        assertThat(RuleSets.all()).isNotEmpty().allSatisfy(set -> assertThat(Shipped.rows(set))
                .allSatisfy(RowsTests::comesBack));
    }

    @Test
    void rowsByChanceComeBackFromTheirText() {
        var seed = new Random().nextLong();
        var dice = new Dice(seed);
        var sets = RuleSets.all();

        for (var round = 0; round < 200; round++) {
            var table = Sample.TABLE;
            if (round % 2 == 1) {
                var tables = sets.get(round % sets.size()).tables();
                table = tables.get(dice.number(0, tables.size() - 1));
            }
            var rows = Gate.pass(table, dice.lines(table, dice.number(1, 8)));

            assertThat(rows).as("seed " + seed).satisfies(RowsTests::comesBack);
        }
    }

    private static void comesBack(Rows rows) {
        var again = Gate.pass(rows.table(), rows.csv());

        assertThat(again.list()).isEqualTo(rows.list());
        assertThat(again.csv()).isEqualTo(rows.csv());
    }
}
