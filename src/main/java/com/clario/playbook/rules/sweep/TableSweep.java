package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Looks over one table. */
final class TableSweep {

    private static final int MOST_REMARKS = 10;
    private static final int MOST_NAMED = 5;

    private final Table table;
    private final List<Line> lines = new ArrayList<>();
    private final List<Box> before;
    private final Space space;
    private final Cover cover = new Cover();
    private final List<Remark> remarks = new ArrayList<>();

    /** A row and the cases in which it fires. */
    private record Line(Row row, Box box) {
        String id() {
            return row.id();
        }
    }

    /** @param before the rows of the version in force */
    TableSweep(Class<?> facts, Rows rows, List<Row> before, List<Rows> tables) {
        table = rows.table();
        space = new Space(
                facts,
                table,
                Stream.concat(rows.list().stream(), before.stream()).toList(),
                tables);
        rows.list().forEach(row -> lines.add(new Line(row, space.of(row))));
        this.before = before.stream().map(space::of).toList();
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
        var shown = shortened();
        if (cover.gaveUp()) {
            var sentence = "Table " + table.name()
                    + " is too tangled to be checked completely, so there may be more gaps or rows that never fire.";
            shown.add(new Remark(Severity.ODD, table.name(), List.of(), sentence));
        }
        return shown;
    }

    private void remarkImpossible(Line line) {
        var sentence = line.id() + " can never fire: no case has " + space.impossible(line.row()) + ".";
        remarks.add(new Remark(Severity.WRONG, table.name(), List.of(line.id()), sentence));
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
        add(Severity.WRONG, rows, sentence, line.box());
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
        var known = cover.holes(space.all(), wideFirst(Stream.concat(boxes(lines).stream(), before.stream())));
        // Where not all known ones were found, the others are not new.
        var severity = cover.gaveUp() ? Severity.ODD : Severity.WRONG;
        var fresh = cover.holes(space.all(), wideFirst(Stream.concat(boxes(lines).stream(), known.stream())));
        fresh.forEach(gap -> remarkGap(severity, gap));
        known.forEach(gap -> remarkGap(Severity.ODD, gap));
    }

    private void remarkGap(Severity severity, Box gap) {
        add(severity, List.of(), "No row decides for " + space.words(gap) + ".", gap);
    }

    private void remarkOverlap(Line one, Line other) {
        if (!one.box().meets(other.box())) {
            return;
        }
        var both = one.box().and(other.box());
        var same = one.row().cells().get(verdict()).equals(other.row().cells().get(verdict()));
        var sentence = one.id() + " and " + other.id() + " both decide " + space.words(both)
                + (same ? ", and say the same." : ", and say different things.");
        add(same ? Severity.ODD : Severity.WRONG, List.of(one.id(), other.id()), sentence, both);
    }

    private void remarkRepetition(Line one, Line other) {
        var inside = one.box().within(other.box());
        var around = other.box().within(one.box());
        if (!inside && !around || givesPoints() && !countsTwice(one, other)) {
            return;
        }
        var narrow = inside ? one : other;
        var wide = inside ? other : one;
        var what = givesPoints() ? ", so both give points there." : ".";
        var sentence = inside && around
                ? one.id() + " and " + other.id() + " ask for the same" + what
                : narrow.id() + " fires only where " + wide.id() + " fires too" + what;
        add(Severity.ODD, List.of(one.id(), other.id()), sentence, narrow.box());
    }

    /** Two rows about one criterion that add to one sum: most likely one of them was meant to end where the other begins. */
    private boolean countsTwice(Line one, Line other) {
        var sum = false;
        for (var i = 0; i < table.columns().size(); i++) {
            var mine = one.row().cells().get(i);
            var theirs = other.row().cells().get(i);
            if (table.columns().get(i).isPoints()) {
                sum |= !mine.isEmpty() && !theirs.isEmpty();
            } else if (isEvidence(table.columns().get(i)) && !mine.equals(theirs)) {
                return false;
            }
        }
        return sum
                && (table.columns().stream().anyMatch(TableSweep::isEvidence)
                        || space.bounded(one.box()).equals(space.bounded(other.box())));
    }

    private void remarkPairs(BiConsumer<Line, Line> look) {
        for (var i = 0; i < lines.size(); i++) {
            for (var j = i + 1; j < lines.size(); j++) {
                look.accept(lines.get(i), lines.get(j));
            }
        }
    }

    /** The wrong ones first, and of each kind no more than a person reads. */
    private List<Remark> shortened() {
        var shown = new ArrayList<Remark>();
        for (var severity : Severity.values()) {
            var all =
                    remarks.stream().filter(each -> each.severity() == severity).toList();
            shown.addAll(all.subList(0, Math.min(MOST_REMARKS, all.size())));
            if (all.size() > MOST_REMARKS) {
                var rest = all.subList(MOST_REMARKS, all.size());
                var rows = rest.stream()
                        .flatMap(each -> each.rows().stream())
                        .distinct()
                        .toList();
                var sentence = "And " + rest.size() + " more like these in table " + table.name() + ".";
                shown.add(new Remark(severity, table.name(), rows, sentence));
            }
        }
        return shown;
    }

    private void add(Severity severity, List<String> rows, String sentence, Box box) {
        remarks.add(new Remark(severity, table.name(), rows, sentence, space.example(box), space.exampleInWords(box)));
    }

    private boolean givesPoints() {
        return table.columns().stream().anyMatch(Column::isPoints);
    }

    private static boolean isEvidence(Column column) {
        return column.isOutput() && column.field().equals("evidence");
    }

    private int verdict() {
        for (var i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).isOutput()
                    && table.columns().get(i).field().equals("verdict")) {
                return i;
            }
        }
        return -1;
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
