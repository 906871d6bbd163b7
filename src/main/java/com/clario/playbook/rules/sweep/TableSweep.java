package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Looks over one table. */
final class TableSweep {

    private static final int MOST_NAMED = 5;

    private final Table table;
    private final List<Line> lines = new ArrayList<>();
    private final List<Box> before;

    /** Null where the table asks about facts alone: those may come together as they like. */
    private final CaseSearch search;

    /** The same among the tables in force; null where there are none. */
    private final CaseSearch earlier;

    private final Space space;
    private final List<Box> impossible;
    private final Cover cover = new Cover();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<Object> said = new HashSet<>();

    /** A row and the cases in which it fires. */
    private record Line(Row row, Box box) {
        String id() {
            return row.id();
        }
    }

    TableSweep(Class<?> facts, Rows rows, List<Rows> tables, List<Rows> inForce) {
        table = rows.table();
        var old = inForce.stream()
                .filter(each -> each.table().equals(table))
                .flatMap(each -> each.list().stream())
                .toList();
        var judges = Counted.judges(table);
        search = judges ? new CaseSearch(facts, tables, inForce) : null;
        earlier = judges && !inForce.isEmpty() ? new CaseSearch(facts, inForce, tables) : null;
        var all = Stream.concat(rows.list().stream(), old.stream()).toList();
        space = new Space(facts, table, all, judges ? search.reach() : Map.of());
        impossible = judges ? space.impossible(search::adding) : List.of();
        rows.list().forEach(row -> lines.add(new Line(row, space.of(row))));
        before = old.stream().map(space::of).toList();
    }

    List<Remark> remarks() {
        lines.stream().filter(line -> line.box().isEmpty()).forEach(this::remarkImpossible);
        lines.removeIf(line -> line.box().isEmpty());
        if (table.reading() == Table.Reading.FIRST) {
            lines.forEach(this::remarkHidden);
            remarkGaps();
        } else if (verdict() >= 0) {
            remarkPairs(this::remarkOverlap);
            remarkGaps();
        } else {
            remarkPairs(this::remarkRepetition);
        }
        if (cover.gaveUp()) {
            var sentence = "Table " + table.name()
                    + " is too tangled to be checked completely, so there may be more gaps or rows that never fire.";
            remarks.add(0, new Remark(Severity.ODD, table.name(), List.of(), sentence));
        }
        return remarks;
    }

    private void remarkImpossible(Line line) {
        var sentence = line.id() + " can never fire: no case has " + space.impossible(line.row()) + ".";
        add(new Remark(Severity.WRONG, table.name(), List.of(line.id()), sentence));
    }

    private void remarkHidden(Line line) {
        var earlier = lines.subList(0, lines.indexOf(line)).stream()
                .filter(each -> each.box().meets(line.box()))
                .toList();
        var hiding = hiding(earlier, line.box());
        if (hiding.isEmpty()) {
            return;
        }
        var ids = hiding.stream().map(Line::id).toList();
        var alike = hiding.size() == 1 && hiding.get(0).box().equals(line.box());
        var sentence = line.id() + " can never fire: "
                + (alike ? "it asks for the same as " + ids.get(0) + ", which comes first." : before(ids));
        var rows = Stream.concat(Stream.of(line.id()), ids.stream()).toList();
        if (search == null) {
            remark(Severity.WRONG, rows, sentence, line.box());
        } else {
            add(new Remark(Severity.WRONG, table.name(), rows, sentence));
        }
    }

    private static String before(List<String> ids) {
        var named = ids.size() <= MOST_NAMED
                ? ids
                : Stream.concat(ids.stream().limit(MOST_NAMED), Stream.of(ids.size() - MOST_NAMED + " more rows"))
                        .toList();
        return Space.listed(named) + (ids.size() == 1 ? " comes" : " come") + " first and already"
                + (ids.size() == 1 ? " decides" : " decide") + " every case of it.";
    }

    /** The rows that together leave nothing of this box; as few as can be. */
    private List<Line> hiding(List<Line> earlier, Box box) {
        var alone = earlier.stream().filter(each -> box.within(each.box())).findFirst();
        if (alone.isPresent()) {
            return List.of(alone.get());
        }
        if (!cover.covers(boxes(earlier), box)) {
            return List.of();
        }
        var needed = new ArrayList<>(earlier);
        for (var each : earlier) {
            var others = needed.stream().filter(other -> other != each).toList();
            if (cover.covers(boxes(others), box)) {
                needed.remove(each);
            }
        }
        return needed;
    }

    /** A gap that the version in force has too is known to everybody; a new one is a mistake. */
    private void remarkGaps() {
        var known = holes(before);
        // Where not all known ones were found, the others are not new.
        var severity = cover.gaveUp() ? Severity.ODD : Severity.WRONG;
        var fresh = holes(known);
        fresh.forEach(gap -> remarkGap(severity, gap));
        known.forEach(gap -> remarkGap(isNew(gap) ? severity : Severity.ODD, gap));
    }

    /** What the rows and these boxes leave open. */
    private List<Box> holes(List<Box> others) {
        var boxes = Stream.of(boxes(lines), others, impossible).flatMap(List::stream);
        return cover.holes(space.all(), wideFirst(boxes));
    }

    /** Rows of other tables may bring cases to where none could come before. */
    private boolean isNew(Box gap) {
        return earlier != null && earlier.find(space, gap).isEmpty();
    }

    private void remarkGap(Severity severity, Box gap) {
        remark(
                severity,
                List.of(),
                "No row decides for " + space.words(space.inShort(gap, impossible, cover)) + ".",
                gap);
    }

    private void remarkOverlap(Line one, Line other) {
        if (!one.box().meets(other.box())) {
            return;
        }
        var both = one.box().and(other.box());
        var same = one.row().cells().get(verdict()).equals(other.row().cells().get(verdict()));
        var sentence = one.id() + " and " + other.id() + " both decide " + space.words(both)
                + (same ? ", and say the same." : ", and say different things.");
        remark(same ? Severity.ODD : Severity.WRONG, List.of(one.id(), other.id()), sentence, both);
    }

    private void remarkRepetition(Line one, Line other) {
        var inside = one.box().within(other.box());
        var around = other.box().within(one.box());
        var both = one.box().and(other.box());
        if (givesPoints() ? both.isEmpty() || !countsTwice(one, other) : !inside && !around) {
            return;
        }
        var narrow = inside ? one : other;
        var wide = inside ? other : one;
        var what = givesPoints() ? ", so both give points there." : ".";
        var sentence = inside && around
                ? one.id() + " and " + other.id() + " ask for the same" + what
                : narrow.id() + " fires only where " + wide.id() + " fires too" + what;
        if (!inside && !around) {
            sentence = one.id() + " and " + other.id() + " both give points for " + space.words(both) + ".";
        }
        remark(Severity.ODD, List.of(one.id(), other.id()), sentence, both);
    }

    /** Two rows about one criterion that add to one sum: most likely one of them was meant to end where the other begins. */
    private boolean countsTwice(Line one, Line other) {
        return Counted.addToOneSum(table, one.row(), other.row())
                && (table.columns().stream().anyMatch(Counted::isEvidence)
                        || space.bounded(one.box()).equals(space.bounded(other.box())));
    }

    private void remarkPairs(BiConsumer<Line, Line> look) {
        for (var i = 0; i < lines.size(); i++) {
            for (var j = i + 1; j < lines.size(); j++) {
                look.accept(lines.get(i), lines.get(j));
            }
        }
    }

    /** Nothing is said of what no case can come to. */
    private void remark(Severity severity, List<String> rows, String sentence, Box box) {
        if (search == null) {
            add(new Remark(severity, table.name(), rows, sentence, space.example(box), space.exampleInWords(box)));
            return;
        }
        search.find(space, box)
                .map(found -> found.shows()
                        ? new Remark(severity, table.name(), rows, sentence, found.facts(), space.inWords(found))
                        : new Remark(Severity.ODD, table.name(), rows, "Maybe " + Axis.inSentence(sentence)))
                .ifPresent(this::add);
    }

    private void add(Remark remark) {
        if (said.add(remark.said())) {
            remarks.add(remark);
        }
    }

    private boolean givesPoints() {
        return table.columns().stream().anyMatch(Column::isPoints);
    }

    private int verdict() {
        return table.columns().stream()
                .filter(column -> column.isOutput() && column.field().equals("verdict"))
                .findFirst()
                .map(table.columns()::indexOf)
                .orElse(-1);
    }

    private static List<Box> boxes(List<Line> lines) {
        return lines.stream().map(Line::box).toList();
    }

    /** Wide boxes leave the fewest pieces, so they are taken away first. */
    private List<Box> wideFirst(Stream<Box> boxes) {
        return boxes.sorted(Comparator.comparingInt(box -> space.bounded(box).size()))
                .toList();
    }
}
