package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Finding;
import com.clario.playbook.rules.check.Findings;
import com.clario.playbook.rules.check.Tally;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.trial.Snapshots.Snapshot;
import com.clario.playbook.rules.trial.Trials.NearMiss;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the rows that one number alone kept from firing, and asks the rules what would have come out. */
final class NearMisses {

    private static final int MOST = 8;
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final RuleSet<?> set;
    private final Snapshot snapshot;
    private final Object facts;
    private final Tally tally;
    private final String verdict;
    private final Set<String> fired;

    private NearMisses(RuleSet<?> set, Snapshot snapshot, Object facts, Findings findings) {
        this.set = set;
        this.snapshot = snapshot;
        this.facts = facts;
        this.tally = snapshot.tally(findings);
        this.verdict = findings.verdict().orElse(Decision.UNDECIDED);
        this.fired = findings.list().stream().map(Finding::row).collect(Collectors.toSet());
    }

    static List<NearMiss> of(RuleSet<?> set, Snapshot snapshot, Object facts, Findings findings) {
        var search = new NearMisses(set, snapshot, facts, findings);
        return snapshot.tables().stream()
                .flatMap(search::in)
                .sorted(Comparator.comparing((NearMiss miss) -> !search.isBetter(miss.verdict()))
                        .thenComparing(miss -> !miss.changesTheVerdict()))
                .limit(MOST)
                .toList();
    }

    private Stream<NearMiss> in(Rows rows) {
        return rows.list().stream()
                .filter(row -> !fired.contains(row.id()))
                .map(row -> miss(rows, row))
                .flatMap(Optional::stream);
    }

    private Optional<NearMiss> miss(Rows rows, Row row) {
        var missing = Condition.of(rows.table(), row).stream()
                .filter(each -> !each.holds(facts, tally))
                .limit(2)
                .toList();
        if (missing.size() != 1 || !Condition.isNumber(missing.get(0).column())) {
            return Optional.empty();
        }
        var condition = missing.get(0);
        return condition.column().use() == Column.Use.TALLY
                ? tallied(rows, row, condition)
                : judged(rows.table(), row, condition);
    }

    /** A sum is not set by hand, so whether the row would be reached is read from the rows above it. */
    private Optional<NearMiss> tallied(Rows rows, Row row, Condition condition) {
        var value = condition.number(facts, tally);
        var gap = condition.needed().subtract(value);
        var becomes = verdictOf(rows.table(), row);
        if (becomes.equals(verdict)
                || condition.column().countsRows() && !isBetter(becomes)
                || isCutOff(rows, row, condition)) {
            return Optional.empty();
        }
        var what = Condition.what(condition.column());
        var where = side(gap) + Fired.inWords(becomes) + " (" + row.id() + ")";
        var sentence = condition.column().countsRows()
                ? what + " " + said(value) + " is " + said(gap.abs()) + where
                : said(gap.abs()) + " " + counted(what, gap) + where;
        return Optional.of(new NearMiss(rows.table().name(), row.id(), what, value, gap, becomes, sentence));
    }

    private boolean isCutOff(Rows rows, Row row, Condition condition) {
        return rows.table().reading() == Table.Reading.FIRST
                && rows.list().stream()
                        .takeWhile(above -> above != row)
                        .anyMatch(above -> Condition.of(rows.table(), above).stream()
                                .allMatch(each -> each.isAbout(condition.column())
                                        ? each.holds(condition.needed())
                                        : each.holds(facts, tally)));
    }

    /** A fact is set to what the row needs, and the rules are asked again. */
    private Optional<NearMiss> judged(Table table, Row row, Condition condition) {
        var value = condition.number(facts, tally);
        var then = value == null
                ? null
                : Facts.reach(facts, condition.column().field(), condition.needed())
                        .flatMap(snapshot::ask)
                        .filter(findings -> findings.list().stream()
                                .anyMatch(each -> each.row().equals(row.id())))
                        .orElse(null);
        if (then == null) {
            return Optional.empty();
        }
        var gap = condition.needed().subtract(value);
        var becomes = then.verdict().orElse(Decision.UNDECIDED);
        var far = isBetter(becomes) && !verdictOf(table, row).isEmpty();
        if (!isNear(condition, value, gap, far)) {
            return Optional.empty();
        }
        var changed = becomes.equals(verdict) ? "" : becomes;
        var what = Condition.what(condition.column());
        var sentence = what + " " + said(value) + " is " + said(gap.abs()) + side(gap) + row.id()
                + (changed.isEmpty() ? "" : ", which would make it " + Fired.inWords(changed));
        return Optional.of(new NearMiss(table.name(), row.id(), what, value, gap, changed, sentence));
    }

    /** Within a quarter of the limit or two steps; a row with a better verdict may be farther away. */
    private static boolean isNear(Condition condition, BigDecimal value, BigDecimal gap, boolean far) {
        var size = condition.limit().abs().max(value.abs());
        var distance = gap.abs().multiply(far ? BigDecimal.ONE : FOUR);
        return distance.compareTo(size) <= 0
                || gap.abs().compareTo(Condition.step(condition.column()).multiply(TWO)) <= 0;
    }

    /** Verdicts stand in the rule set from the best to the worst. */
    private boolean isBetter(String other) {
        var now = set.verdicts().indexOf(verdict);
        var then = set.verdicts().indexOf(other);
        return then >= 0 && (now < 0 || then < now);
    }

    private static String verdictOf(Table table, Row row) {
        for (var i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).isOutput()
                    && table.columns().get(i).field().equals("verdict")) {
                return row.cells().get(i);
            }
        }
        return "";
    }

    /** One point is no points. */
    private static String counted(String what, BigDecimal gap) {
        var plain = what.toLowerCase(Locale.ENGLISH);
        return gap.abs().compareTo(BigDecimal.ONE) == 0 ? plain.replaceFirst("^points\\b", "point") : plain;
    }

    private static String side(BigDecimal gap) {
        return gap.signum() > 0 ? " short of " : " too much for ";
    }

    private static String said(BigDecimal number) {
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }
}
