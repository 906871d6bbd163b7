package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.sweep.Counted.Reach;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a case that comes to given counts and sums. These are not free: rows shut each other out, and no row gives
 * no points. The work is limited, and it says when it gave up.
 */
final class CaseSearch {

    private static final int MOST_LOOKS = 200_000;
    private static final int MOST_LOOKS_AT_ALL = 1_000_000;

    private final List<Axis> axes;
    private final List<String> criteria;
    private final List<Counted> tables;
    private final Box all;
    private final Box tryable;

    /** The fact that says whether a criterion is proven; where none does, the case is told in words alone. */
    private final List<String> proofs;

    private int looks;
    private int limit;

    /**
     * A case, or that none was found in time.
     *
     * @param shows whether there is a case
     * @param facts by field, and what is proven
     * @param rows the rows of the counted tables that fire in it
     */
    record Found(boolean shows, Map<String, String> facts, List<String> rows, Map<String, Integer> tally) {}

    /** @param others rows that this search will be asked about, too */
    CaseSearch(Class<?> facts, List<Rows> rows, List<Rows> others) {
        axes = Axis.of(facts, Stream.concat(rows.stream(), others.stream()).toList());
        criteria = rows.stream()
                .flatMap(each -> each.table().columns().stream())
                .filter(Counted::isEvidence)
                .flatMap(column -> ((CellType.Options) column.type()).options().stream())
                .distinct()
                .toList();
        all = box(Axis::size);
        tryable = box(Axis::named);
        proofs = criteria.stream()
                .map(criterion -> Cases.proof(facts, criterion).orElse("proof of " + criterion))
                .toList();
        tables = rows.stream()
                .filter(each -> !Counted.judges(each.table()))
                .map(each -> new Counted(
                        each, row -> box(each.table(), row), criterion -> axes.size() + criteria.indexOf(criterion)))
                .toList();
    }

    /** So many pieces of each fact; a criterion is proven or not. */
    private Box box(ToIntFunction<Axis> most) {
        var sizes =
                IntStream.concat(axes.stream().mapToInt(most), criteria.stream().mapToInt(each -> 2));
        return new Box(sizes.mapToObj(size -> {
                    var side = new BitSet();
                    side.set(0, size);
                    return side;
                })
                .toList());
    }

    private Box box(Table table, Row row) {
        var sides = new ArrayList<BitSet>(all.sides());
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var cell = row.cells().get(i);
            if (column.use() == Column.Use.FACT && !cell.isEmpty()) {
                var at = place(column.field());
                var side = (BitSet) sides.get(at).clone();
                side.and(axes.get(at).of(column, cell));
                sides.set(at, side);
            }
        }
        return new Box(sides);
    }

    private int place(String field) {
        return axes.stream().map(Axis::field).toList().indexOf(field);
    }

    /** How far each count and each sum can come at all. */
    Map<String, Reach> reach() {
        return tally(all);
    }

    /** The tables that add to a sum. */
    List<String> adding(String sum) {
        return tables.stream()
                .filter(table -> table.sums().contains(sum))
                .map(Counted::name)
                .toList();
    }

    private Map<String, Reach> tally(Box cases) {
        Map<String, Reach> tally = new HashMap<>();
        for (var table : tables) {
            tally.put(Counted.rows(table.name()), Reach.NOTHING);
            table.sums().forEach(sum -> tally.putIfAbsent(Counted.sum(sum), Reach.NOTHING));
        }
        tables.forEach(table -> table.addTo(tally, cases));
        return tally;
    }

    /** A case in this box of a table that judges; empty where there is none. */
    Optional<Found> find(Space space, Box box) {
        var start = start(space, box);
        if (start.isEmpty() || !fits(space, box, start)) {
            return Optional.empty();
        }
        var found = search(space, box, start);
        if (found == null) {
            var late = looks > limit;
            return late ? Optional.of(new Found(false, Map.of(), List.of(), Map.of())) : Optional.empty();
        }
        // A case that cells can name is better than one that nobody can try.
        var named = start.and(tryable);
        if (!found.meets(named) && !named.isEmpty() && fits(space, box, named)) {
            var other = search(space, box, named);
            found = other == null ? found : other;
        }
        return Optional.of(found(found.meets(named) ? found.and(named) : found));
    }

    /** What the box says of facts; its own pieces may be larger than those here. */
    private Box start(Space space, Box box) {
        var sides = new ArrayList<BitSet>(all.sides());
        for (var i = 0; i < space.axes().size(); i++) {
            var coarse = space.axes().get(i);
            if (!coarse.isTally()) {
                var at = place(coarse.field());
                var fine = axes.get(at);
                var wanted = box.sides().get(i);
                var side = new BitSet();
                IntStream.range(0, fine.size())
                        .filter(piece -> coarse.holding(fine.example(piece)).intersects(wanted))
                        .forEach(side::set);
                sides.set(at, side);
            }
        }
        return new Box(sides);
    }

    /** Whether some of these cases may come to what the box asks for. */
    private boolean fits(Space space, Box box, Box cases) {
        looks += tables.stream().mapToInt(table -> 1 + table.lines().size()).sum();
        var tally = tally(cases);
        for (var i = 0; i < space.axes().size(); i++) {
            var axis = space.axes().get(i);
            if (axis.isTally()) {
                // What nothing adds to is nothing.
                var reach = tally.getOrDefault(Counted.key(axis.columns().get(0)), Reach.NOTHING);
                if (!axis.holding(reach).intersects(box.sides().get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Box search(Space space, Box box, Box cases) {
        limit = Math.min(MOST_LOOKS_AT_ALL, looks + MOST_LOOKS);
        return deeper(space, box, cases);
    }

    /** Decides the fact that leaves the fewest ways first; null where there is no case, or no time. */
    private Box deeper(Space space, Box box, Box cases) {
        if (looks > limit) {
            return null;
        }
        List<Box> fewest = null;
        for (var i = 0; i < cases.sides().size() && (fewest == null || fewest.size() > 1); i++) {
            var parts = parts(cases, i);
            if (parts.size() > 1) {
                var left = parts.stream().filter(part -> fits(space, box, part)).toList();
                fewest = fewest == null || left.size() < fewest.size() ? left : fewest;
            }
        }
        if (fewest == null) {
            return cases;
        }
        for (var part : fewest) {
            var found = deeper(space, box, part);
            if (found != null || looks > limit) {
                return found;
            }
        }
        return null;
    }

    /** These cases, apart by what one fact means to the rows. */
    private List<Box> parts(Box cases, int place) {
        var side = cases.sides().get(place);
        if (side.cardinality() < 2) {
            return List.of(cases);
        }
        var touched = tables.stream()
                .flatMap(table -> table.lines().stream())
                .filter(line -> line.box().meets(cases))
                .toList();
        Map<BitSet, BitSet> alike = new LinkedHashMap<>();
        side.stream().forEach(piece -> {
            var meant = new BitSet();
            IntStream.range(0, touched.size())
                    .filter(i -> touched.get(i).holds(place, piece))
                    .forEach(meant::set);
            alike.computeIfAbsent(meant, each -> new BitSet()).set(piece);
        });
        return alike.values().stream().map(pieces -> cases.with(place, pieces)).toList();
    }

    private Found found(Box cases) {
        Map<String, String> known = new LinkedHashMap<>();
        for (var i = 0; i < axes.size(); i++) {
            known.put(
                    axes.get(i).field(),
                    axes.get(i).example(cases.sides().get(i).nextSetBit(0)));
        }
        for (var i = 0; i < criteria.size(); i++) {
            known.put(
                    proofs.get(i),
                    String.valueOf(cases.sides().get(axes.size() + i).get(0)));
        }
        var rows = tables.stream().flatMap(table -> table.fired(cases).stream()).toList();
        Map<String, Integer> tally = new HashMap<>();
        tally(cases).forEach((key, reach) -> tally.put(key, reach.most()));
        return new Found(true, known, rows, tally);
    }
}
