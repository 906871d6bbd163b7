package com.clario.playbook.rules.words;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.words.Difference.Cell;
import com.clario.playbook.rules.words.Difference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Compares two versions row by row and case by case. Where the first match counts, a row that changed its place among
 * the others is a difference too; elsewhere the order of the rows decides nothing.
 */
public final class Differences {

    private final String table;
    private final Listing before;
    private final Listing after;
    private final List<Difference> found = new ArrayList<>();

    private Differences(String table, Listing before, Listing after) {
        this.table = table;
        this.before = before;
        this.after = after;
    }

    /** All differences, table by table in the order of the rows after, then what was removed; the cases come last. */
    public static List<Difference> between(RuleSet<?> set, Content before, Content after) {
        var found = new ArrayList<Difference>();
        for (var table : set.tables()) {
            var name = table.name();
            var rows = new Differences(
                    name, Listing.rows(table, before.rows(name)), Listing.rows(table, after.rows(name)));
            found.addAll(rows.found(table.reading() == Table.Reading.FIRST));
        }
        var labels = labels(set);
        var answers = Answers.of(set);
        var cases = new Differences(
                CaseSheet.NAME,
                Listing.cases(before.proven(set).cases(), labels, answers),
                Listing.cases(after.proven(set).cases(), labels, answers));
        cases.found(false).forEach(each -> found.add(each.with(cells(each, labels, answers))));
        return found;
    }

    /** The cells of a case as people call them. */
    private static List<Cell> cells(Difference one, Map<String, String> labels, Answers answers) {
        return one.cells().stream()
                .map(cell -> cell.label().equals("sums")
                        ? new Cell(
                                labels.get(cell.label()),
                                String.join(", ", answers.said(cell.before())),
                                String.join(", ", answers.said(cell.after())))
                        : new Cell(labels.getOrDefault(cell.label(), cell.label()), cell.before(), cell.after()))
                .toList();
    }

    /** What people read above each column of the cases, by its technical name. */
    private static Map<String, String> labels(RuleSet<?> set) {
        var sheet = CaseSheet.of(set);
        Map<String, String> labels = new HashMap<>();
        for (var i = 0; i < sheet.names().size(); i++) {
            labels.put(sheet.names().get(i), sheet.labels().get(i));
        }
        return labels;
    }

    private List<Difference> found(boolean inOrder) {
        var moved = inOrder ? Moves.between(before.names(), after.names()) : List.<String>of();
        for (var name : after.names()) {
            if (!before.has(name)) {
                add(name, Kind.ADDED, cells(name));
            } else if (!cells(name).isEmpty()) {
                add(name, Kind.CHANGED, cells(name));
            }
            if (moved.contains(name)) {
                add(name, Kind.MOVED, List.of(new Cell("Place", before.place(name), after.place(name))));
            }
        }
        for (var name : before.names()) {
            if (!after.has(name)) {
                add(name, Kind.REMOVED, cells(name));
            }
        }
        return found;
    }

    private void add(String name, Kind kind, List<Cell> cells) {
        found.add(new Difference(table, name, kind, before.sentence(name), after.sentence(name), cells));
    }

    /** The cells that differ, except the name that both are found by. */
    private List<Cell> cells(String name) {
        var labels = new LinkedHashSet<>(after.labels());
        labels.addAll(before.labels());
        return labels.stream()
                .skip(1)
                .map(label -> new Cell(label, before.cell(name, label), after.cell(name, label)))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }
}
