package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two sheets, cell by cell, as the trail keeps it: one line each for before and after. */
final class Changes {

    private static final int LONGEST_NAME = 200;

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    private Changes() {}

    static Changes between(RuleSet<?> set, Sheet before, Sheet after) {
        var changes = new Changes();
        for (var table : set.tables()) {
            var name = table.name();
            changes.lines(name, "", table.labels(), before.rows(name), after.rows(name));
        }
        changes.lines(CaseSheet.NAME, "Case ", CaseSheet.of(set).labels(), before.cases(), after.cases());
        return changes;
    }

    String before() {
        return String.join("\n", before);
    }

    String after() {
        return String.join("\n", after);
    }

    private void lines(
            String table, String kind, List<String> labels, List<List<String>> before, List<List<String>> after) {
        var old = byId(before);
        var now = byId(after);
        old.forEach((id, line) -> {
            if (!now.containsKey(id)) {
                add(kind + id, all(line), "deleted");
            }
        });
        now.forEach((id, line) -> {
            if (!old.containsKey(id)) {
                add(kind + id, "not there", all(line));
            } else {
                cells(kind + id, labels, old.get(id), line);
            }
        });
        order(table, old, now);
    }

    private void cells(String what, List<String> labels, List<String> before, List<String> after) {
        for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
            var old = i < before.size() ? before.get(i) : "";
            var now = i < after.size() ? after.get(i) : "";
            if (!old.equals(now)) {
                add(what + " " + (i < labels.size() ? labels.get(i) : "cell " + (i + 1)), old, now);
            }
        }
    }

    private void order(String table, Map<String, List<String>> before, Map<String, List<String>> after) {
        var old = before.keySet().stream().filter(after::containsKey).toList();
        var now = after.keySet().stream().filter(before::containsKey).toList();
        if (!old.equals(now)) {
            add("Order of " + table, String.join(", ", old), String.join(", ", now));
        }
    }

    private void add(String what, String old, String now) {
        before.add(line(what, old));
        after.add(line(what, now));
    }

    /** A name may be anything somebody typed; what changed under it is kept whole. */
    private static String line(String what, String value) {
        var name = what.length() > LONGEST_NAME ? what.substring(0, LONGEST_NAME) + "…" : what;
        return name.replace('\n', ' ') + ": " + (value.isEmpty() ? "empty" : value.replace('\n', ' '));
    }

    private static String all(List<String> line) {
        return String.join(" | ", line.subList(Math.min(1, line.size()), line.size()));
    }

    /** While they are typed, rows may have no id or the same. */
    private static Map<String, List<String>> byId(List<List<String>> lines) {
        Map<String, List<String>> byId = new LinkedHashMap<>();
        for (var line : lines) {
            var typed = line.isEmpty() || line.get(0).isBlank() ? "(no id)" : line.get(0);
            var id = typed;
            for (var again = 2; byId.containsKey(id); again++) {
                id = typed + " (" + again + ")";
            }
            byId.put(id, line);
        }
        return byId;
    }
}
