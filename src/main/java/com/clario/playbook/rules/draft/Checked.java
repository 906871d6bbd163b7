package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Remark.Severity;
import java.util.List;
import java.util.Map;

/**
 * What the checks say to a draft.
 *
 * @param problems what the gate refuses, at its cells; with any of them in a table the rows are not swept
 * @param remarks what the sweep finds beside the version in force, what is new first
 * @param sentences every row read back, by table, in the order of its lines
 */
public record Checked(List<CellProblem> problems, List<Remark> remarks, Map<String, List<String>> sentences) {

    /** What the version in force does not have. */
    public List<Remark> fresh() {
        return remarks.stream().filter(remark -> !remark.isKnown()).toList();
    }

    /** What the version in force has, too: odd, and lived with so far. */
    public List<Remark> known() {
        return remarks.stream().filter(Remark::isKnown).toList();
    }

    /** Whether something stands against the rows themselves, before any case is asked. */
    public boolean wrong() {
        return !problems.isEmpty() || remarks.stream().anyMatch(remark -> remark.severity() == Severity.WRONG);
    }
}
