package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows with the id of a row that is gone: whoever reads an old decision would take the one for the other. */
final class ReusedIds {

    private ReusedIds() {}

    /** A row that comes back as it was, as after a roll-back, is the same row. */
    static List<Remark> remarks(RuleSet<?> set, Sheet sheet, Version inForce, Versions versions) {
        var known = Sheet.of(set, inForce).ids(set);
        var fresh = sheet.ids(set).stream().filter(id -> !known.contains(id)).toList();
        var remarks = new ArrayList<Remark>();
        if (!fresh.isEmpty()) {
            var gone = gone(set, versions.all(set.name()));
            set.tables().forEach(table -> sheet.rows(table.name()).stream()
                    .filter(line -> fresh.contains(line.get(0)) && gone.containsKey(line.get(0)))
                    .filter(line -> !gone.get(line.get(0)).says(line))
                    .forEach(line -> remarks.add(gone.get(line.get(0)).remark(table.name()))));
        }
        return remarks;
    }

    /** Every row there ever was, as the newest version says it that has it. */
    private static Map<String, Gone> gone(RuleSet<?> set, List<Version> newestFirst) {
        Map<String, Gone> gone = new HashMap<>();
        newestFirst.forEach(version -> {
            var sheet = Sheet.of(set, version);
            set.tables().forEach(table -> sheet.rows(table.name())
                    .forEach(line -> gone.putIfAbsent(line.get(0), new Gone(version.number(), line))));
        });
        return gone;
    }

    private record Gone(int version, List<String> line) {

        /** Another reason makes no other row. */
        boolean says(List<String> other) {
            return withoutReason(line).equals(withoutReason(other));
        }

        Remark remark(String table) {
            var id = line.get(0);
            return new Remark(
                    Severity.ODD,
                    table,
                    List.of(id),
                    "Another row had the id " + id + " up to version " + version
                            + ", and decisions of that time name it: give this one an id of its own");
        }

        private static List<String> withoutReason(List<String> line) {
            return line.subList(0, line.size() - 1);
        }
    }
}
