package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.table.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks tables as a whole: gaps, overlaps, duplicates, and rows that can never fire, each with a case that shows it.
 * What counts as a fault depends on how the table is read. The gate has seen every cell before.
 */
public final class Sweep {

    private static final int MOST_REMARKS = 10;

    private Sweep() {}

    /**
     * What there is to say about these tables of one rule set, what is new first; a gap is wrong as soon as the tables
     * in force have none there.
     *
     * @param facts what cases consist of: more may be asked than cells can name
     */
    public static List<Remark> of(Class<?> facts, List<Rows> tables, List<Rows> inForce) {
        Set<Object> known = new HashSet<>();
        inForce.forEach(rows -> remarks(facts, rows, inForce, inForce).forEach(each -> known.add(each.said())));
        var remarks = new ArrayList<Remark>();
        for (var rows : tables) {
            var all = remarks(facts, rows, tables, inForce).stream()
                    .map(each -> each.severity() == Severity.ODD && known.contains(each.said()) ? each.known() : each)
                    .toList();
            remarks.addAll(shortened(all));
        }
        remarks.sort(Comparator.comparing(Remark::isKnown));
        return remarks;
    }

    private static List<Remark> remarks(Class<?> facts, Rows rows, List<Rows> tables, List<Rows> inForce) {
        return new TableSweep(facts, rows, tables, inForce).remarks();
    }

    /** The wrong ones first, and of each kind no more than a person reads. */
    private static List<Remark> shortened(List<Remark> remarks) {
        var shown = new ArrayList<Remark>();
        for (var severity : Severity.values()) {
            for (var known : List.of(false, true)) {
                var alike = remarks.stream()
                        .filter(each -> each.severity() == severity && each.isKnown() == known)
                        .toList();
                shown.addAll(alike.subList(0, Math.min(MOST_REMARKS, alike.size())));
                if (alike.size() > MOST_REMARKS) {
                    shown.add(rest(alike.subList(MOST_REMARKS, alike.size())));
                }
            }
        }
        return shown;
    }

    private static Remark rest(List<Remark> rest) {
        var rows =
                rest.stream().flatMap(each -> each.rows().stream()).distinct().toList();
        var first = rest.get(0);
        var sentence = "And " + rest.size() + " more like these in table " + first.table() + ".";
        var remark = new Remark(first.severity(), first.table(), rows, sentence);
        return first.isKnown() ? remark.known() : remark;
    }
}
