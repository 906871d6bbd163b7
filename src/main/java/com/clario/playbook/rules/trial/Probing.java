package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Findings;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.check.Tally;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.trial.Snapshots.Snapshot;
import com.clario.playbook.rules.trial.Trials.Field;
import com.clario.playbook.rules.version.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Asks two contents about the numbers that differ between them. */
public final class Probing {

    private static final int MOST_FITTING = 20;

    private final Snapshots snapshots;
    private final RuleSet<?> set;
    private final Snapshot before;
    private final Snapshot after;
    private final Map<String, RuleBase> sums = new HashMap<>();

    /**
     * One changed number.
     *
     * @param label the column
     * @param from the cell before; empty where there was none
     * @param to the cell after; empty where there is none
     * @param basis the case or decision whose other facts were used; empty where none was
     * @param unprobed why some or all points could not be asked; empty where all were
     */
    public record Probe(
            String table,
            String row,
            String label,
            String from,
            String to,
            String basis,
            List<Point> points,
            String unprobed) {}

    /** The verdicts at one number, and whether the row fires there. */
    public record Point(BigDecimal value, String before, String after, boolean firesBefore, boolean firesAfter) {

        public boolean flips() {
            return !before.equals(after);
        }
    }

    Probing(Snapshots snapshots, RuleSet<?> set, Content before, Content after) {
        this.snapshots = snapshots;
        this.set = set;
        this.before = snapshots.of(set, before);
        this.after = snapshots.of(set, after);
    }

    List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (var i = 0; i < set.tables().size(); i++) {
            var old = before.tables().get(i).byId();
            var now = after.tables().get(i).byId();
            Set<String> ids = new LinkedHashSet<>(now.keySet());
            ids.addAll(old.keySet());
            for (var id : ids) {
                add(changes, set.tables().get(i), old.get(id), now.get(id));
            }
        }
        return changes;
    }

    private void add(List<Change> changes, Table table, Row old, Row now) {
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var from = old == null ? "" : old.cells().get(i);
            var to = now == null ? "" : now.cells().get(i);
            var limit = !column.isOutput() || old != null && now != null;
            if (Condition.isNumber(column) && limit && !from.equals(to)) {
                changes.add(new Change(table, old, now, column, from, to));
            }
        }
    }

    Probe probe(Change change, List<Situation> situations) {
        if (change.column.isOutput()) {
            return change.probe(
                    "",
                    List.of(),
                    "This is what the row gives and no limit, so there is nothing to set; the back-test shows it");
        }
        var values = values(change);
        var fitting =
                situations.stream().filter(one -> meetsTheRest(change, one)).toList();
        if (change.tallied() && Snapshots.judges(change.table, Column.Use.FACT) && !fitting.isEmpty()) {
            return asTheyAre(change, fitting, values);
        }
        return fitting.stream()
                .limit(MOST_FITTING)
                .map(one -> probe(change, one, values))
                .max(Comparator.comparingInt(Probing::worth))
                .orElseGet(() -> change.probe(
                        "", List.of(), "No case and no decision meets the row's other conditions; add a case for it"));
    }

    /** No sum can be set where a table judges facts beside it: for each number somebody who has it. */
    private Probe asTheyAre(Change change, List<Situation> fitting, Set<BigDecimal> values) {
        var condition = new Condition(change.column, "0");
        var names = new LinkedHashSet<String>();
        var points = new ArrayList<Point>();
        for (var value : values) {
            fitting.stream()
                    .filter(one -> condition.number(one.facts, one.after).compareTo(value) == 0)
                    .findFirst()
                    .ifPresent(one -> {
                        names.add(one.name);
                        judged(change, value, one.facts).ifPresent(points::add);
                    });
        }
        return change.probe(
                String.join("; ", names),
                points,
                points.size() == values.size()
                        ? ""
                        : "The table judges sums and facts together, and nobody has each of these sums");
    }

    private TreeSet<BigDecimal> values(Change change) {
        var step = Condition.step(change.column);
        var values = new TreeSet<BigDecimal>();
        Stream.of(change.from, change.to)
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .forEach(limit -> values.addAll(List.of(limit.subtract(step), limit, limit.add(step))));
        values.removeIf(value -> value.compareTo(Field.bound(change.column.type(), true)) < 0
                || value.compareTo(Field.bound(change.column.type(), false)) > 0);
        return values;
    }

    /** A situation in which the row fires or would, were it not for this number. */
    private boolean meetsTheRest(Change change, Situation one) {
        return change.rows().anyMatch(row -> Condition.of(change.table, row).stream()
                .filter(each -> !each.isAbout(change.column))
                .allMatch(each -> each.holds(one.facts, row == change.after ? one.after : one.before)));
    }

    private Probe probe(Change change, Situation one, Set<BigDecimal> values) {
        var points = new ArrayList<Point>();
        values.forEach(value -> point(change, one, value).ifPresent(points::add));
        return change.probe(
                one.name,
                points,
                points.size() == values.size()
                        ? ""
                        : "Not every number can be reached by changing one fact of this case, and judged then");
    }

    /** Flips say most, then rows that begin or cease to fire, then points at all. */
    private static int worth(Probe probe) {
        return probe.points().stream()
                .mapToInt(point ->
                        1 + (point.flips() ? 10_000 : 0) + (point.firesBefore() != point.firesAfter() ? 100 : 0))
                .sum();
    }

    private Optional<Point> point(Change change, Situation one, BigDecimal value) {
        if (!change.tallied()) {
            return Facts.reach(one.facts, change.column.field(), value).flatMap(facts -> judged(change, value, facts));
        }
        return point(
                change,
                value,
                Snapshots.ask(sums(before, change.table), one.before.with(change.column, value)),
                Snapshots.ask(sums(after, change.table), one.after.with(change.column, value)));
    }

    private Optional<Point> judged(Change change, BigDecimal value, Object facts) {
        return point(change, value, before.ask(facts), after.ask(facts));
    }

    /** Empty where either stumbles over the facts. */
    private static Optional<Point> point(
            Change change, BigDecimal value, Optional<Findings> before, Optional<Findings> after) {
        return before.flatMap(was -> after.map(is -> new Point(
                value,
                was.verdict().orElse(Decision.UNDECIDED),
                is.verdict().orElse(Decision.UNDECIDED),
                fires(change, was),
                fires(change, is))));
    }

    private static boolean fires(Change change, Findings findings) {
        return findings.list().stream().anyMatch(each -> each.row().equals(change.row()));
    }

    /** Drools judges the table's own rows, and sees no facts but the sums. */
    private RuleBase sums(Snapshot snapshot, Table table) {
        return sums.computeIfAbsent(
                (snapshot == before) + table.name(),
                key -> snapshots.ofSums(
                        set,
                        snapshot.tables().stream()
                                .filter(rows -> rows.table().equals(table))
                                .findFirst()
                                .orElseThrow()));
    }

    /** The case as both contents see it; empty where either stumbles over it. */
    Optional<Situation> situation(String name, Object facts) {
        return before.ask(facts).flatMap(was -> after.ask(facts)
                .map(is -> new Situation(name, facts, before.tally(was), after.tally(is))));
    }

    record Situation(String name, Object facts, Tally before, Tally after) {}

    record Change(Table table, Row before, Row after, Column column, String from, String to) {

        String row() {
            return after == null ? before.id() : after.id();
        }

        Stream<Row> rows() {
            return Stream.of(Optional.ofNullable(after), Optional.ofNullable(before))
                    .flatMap(Optional::stream);
        }

        boolean tallied() {
            return column.use() == Column.Use.TALLY;
        }

        Probe probe(String basis, List<Point> points, String unprobed) {
            return new Probe(table.name(), row(), column.label(), from, to, basis, points, unprobed);
        }
    }
}
