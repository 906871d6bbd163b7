package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What differs between two sheets, cell by cell, as the trail keeps it: one line each for before and after. */
final class Changes {

    private static final int LONGEST_NAME = 200;
    private static final CellType TEXT = new CellType.Text(LONGEST_NAME);

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    private Changes() {}

    static Changes between(RuleSet<?> set, Sheet before, Sheet after) {
        var changes = new Changes();
        for (var table : set.tables()) {
            var name = table.name();
            var types = new ArrayList<CellType>(
                    table.columns().stream().map(Column::type).toList());
            types.add(0, TEXT);
            changes.lines(name, "", new Columns(table.labels(), types), before.rows(name), after.rows(name));
        }
        var cases = CaseSheet.of(set);
        var columns = new Columns(cases.labels(), cases.types());
        changes.lines(CaseSheet.NAME, "Case ", columns, before.cases(), after.cases());
        return changes;
    }

    String before() {
        return String.join("\n", before);
    }

    String after() {
        return String.join("\n", after);
    }

    private void lines(
            String table, String kind, Columns columns, List<List<String>> before, List<List<String>> after) {
        var old = byId(before);
        var now = byId(after);
        old.forEach((id, line) -> {
            if (!now.containsKey(id)) {
                add(kind + id, columns.all(line), "deleted");
            }
        });
        now.forEach((id, line) -> {
            if (!old.containsKey(id)) {
                add(kind + id, "not there", columns.all(line));
            } else {
                cells(kind + id, columns, old.get(id), line);
            }
        });
        order(table, old, now);
    }

    private void cells(String what, Columns columns, List<String> before, List<String> after) {
        for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
            var old = i < before.size() ? before.get(i) : "";
            var now = i < after.size() ? after.get(i) : "";
            if (!old.equals(now)) {
                add(what + " " + columns.label(i), columns.said(i, old), columns.said(i, now));
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

    /** What people read above the cells of a line, and in them. */
    private record Columns(List<String> labels, List<CellType> types) {

        String label(int at) {
            return at < labels.size() ? labels.get(at) : "cell " + (at + 1);
        }

        String said(int at, String cell) {
            return at < types.size() ? types.get(at).said(cell) : cell;
        }

        /** Every filled cell but the id, by which the line is called already. */
        String all(List<String> line) {
            return IntStream.range(1, line.size())
                    .filter(at -> !line.get(at).isEmpty())
                    .mapToObj(at -> label(at) + ": " + said(at, line.get(at)))
                    .collect(Collectors.joining("; "));
        }
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
