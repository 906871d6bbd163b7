package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two sheets, cell by cell, as the trail keeps it: one line each for before and after. */
final class Changes {

    private static final int MOST_LINES = 60;
    private static final int LONGEST = 200;

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private int more;

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
        return text(before);
    }

    String after() {
        return text(after);
    }

    private String text(List<String> lines) {
        return String.join("\n", lines) + (more == 0 ? "" : "\nand " + more + " more");
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
        if (before.size() == MOST_LINES) {
            more++;
            return;
        }
        before.add(line(what, old));
        after.add(line(what, now));
    }

    private static String line(String what, String value) {
        return shortened(what).replace('\n', ' ') + ": "
                + (value.isEmpty() ? "empty" : shortened(value).replace('\n', ' '));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
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
