package com.clario.playbook.rules.words;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.words.Difference.Cell;
import com.clario.playbook.rules.words.Difference.Kind;
import com.clario.playbook.rules.words.Listing.CaseWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Compares two versions row by row and case by case. Where the first match counts, a row that changed its place among
 * the others is a difference too; elsewhere the order of the rows decides nothing.
 */
public final class Differences {

    private static final CellType TEXT = new CellType.Text(300);

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
            rows.found(table.reading() == Table.Reading.FIRST).forEach(each -> found.add(each.with(said(each, table))));
        }
        var words = CaseWords.of(set);
        var cases = new Differences(
                CaseSheet.NAME,
                Listing.cases(before.proven(set).cases(), words),
                Listing.cases(after.proven(set).cases(), words));
        cases.found(false).forEach(each -> found.add(each.with(cells(each, words))));
        return found;
    }

    /** The cells of a row as people read them. */
    private static List<Cell> said(Difference one, Table table) {
        Map<String, CellType> types = new HashMap<>();
        table.columns().forEach(column -> types.put(column.label(), column.type()));
        return one.cells().stream()
                .map(cell -> said(cell, cell.label(), types.getOrDefault(cell.label(), TEXT)::said))
                .toList();
    }

    /** The cells of a case as people call and read them. */
    private static List<Cell> cells(Difference one, CaseWords words) {
        return one.cells().stream()
                .map(cell -> said(cell, words.label(cell.label()), text -> words.said(cell.label(), text)))
                .toList();
    }

    private static Cell said(Cell cell, String label, UnaryOperator<String> words) {
        return new Cell(label, words.apply(cell.before()), words.apply(cell.after()));
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
