package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks tables as a whole: gaps, overlaps, duplicates, and rows that can never fire, each with a case that shows it.
 * What counts as a fault depends on how the table is read. The gate has seen every cell before.
 */
public final class Sweep {

    private Sweep() {}

    /**
     * What there is to say about these tables of one rule set; a gap is wrong as soon as the tables in force have none
     * there.
     *
     * @param facts what cases consist of: more may be asked than cells can name
     */
    public static List<Remark> of(Class<?> facts, List<Rows> tables, List<Rows> inForce) {
        var remarks = new ArrayList<Remark>();
        for (var rows : tables) {
            var before = inForce.stream()
                    .filter(each -> each.table().equals(rows.table()))
                    .flatMap(each -> each.list().stream())
                    .toList();
            remarks.addAll(new TableSweep(facts, rows, before, tables).remarks());
        }
        return remarks;
    }
}
