package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Severity;
import java.util.List;
import java.util.Map;

/**
 * What the checks say to a draft.
 *
 * @param problems what the gate refuses, at its cells; with any of them nothing else is looked at
 * @param remarks what the sweep finds beside the version in force
 * @param sentences every row read back, by table, in the order of its lines
 */
public record Checked(List<CellProblem> problems, List<Remark> remarks, Map<String, List<String>> sentences) {

    /** Whether something stands against the rows themselves, before any case is asked. */
    public boolean wrong() {
        return !problems.isEmpty() || remarks.stream().anyMatch(remark -> remark.severity() == Severity.WRONG);
    }
}
