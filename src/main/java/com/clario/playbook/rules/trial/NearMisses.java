package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.Decision;
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
import java.util.ArrayList;
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
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

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
                .sorted(Comparator.comparing((NearMiss miss) -> !miss.changesTheVerdict()))
                .limit(MOST)
                .toList();
    }

    private Stream<NearMiss> in(Rows rows) {
        var misses = new ArrayList<NearMiss>();
        for (var row : rows.list()) {
            if (!fired.contains(row.id())) {
                miss(rows.table(), row).ifPresent(misses::add);
            } else if (rows.table().reading() == Table.Reading.FIRST) {
                // The rows below could not have fired any more.
                break;
            }
        }
        return misses.stream();
    }

    private Optional<NearMiss> miss(Table table, Row row) {
        var missing = Condition.of(table, row).stream()
                .filter(each -> !each.holds(facts, tally))
                .limit(2)
                .toList();
        if (missing.size() != 1 || !Condition.isNumber(missing.get(0).column())) {
            return Optional.empty();
        }
        return miss(table, row, missing.get(0));
    }

    private Optional<NearMiss> miss(Table table, Row row, Condition condition) {
        var value = condition.number(facts, tally);
        if (value == null) {
            return Optional.empty();
        }
        var gap = condition.needed().subtract(value);
        var tallied = condition.column().use() == Column.Use.TALLY;
        var becomes = tallied ? verdictOf(table, row) : judged(condition);
        var wanted = tallied ? !condition.countsRows() || isBetter(becomes) : isNear(condition, value, gap);
        if (!wanted || tallied && becomes.equals(verdict)) {
            return Optional.empty();
        }
        var changed = becomes.equals(verdict) ? "" : becomes;
        var what = Condition.what(condition.column());
        var sentence = tallied && !condition.countsRows()
                ? sum(row, what, gap, changed)
                : number(row, what, value, gap, changed, tallied);
        return Optional.of(new NearMiss(table.name(), row.id(), what, value, gap, changed, sentence));
    }

    /** Whether the limit is within a quarter of its size, or a few steps away. */
    private static boolean isNear(Condition condition, BigDecimal value, BigDecimal gap) {
        var size = condition.limit().abs().max(value.abs());
        return gap.abs().multiply(FOUR).compareTo(size) <= 0
                || gap.abs().compareTo(Condition.step(condition.column()).multiply(FIVE)) <= 0;
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

    private String judged(Condition condition) {
        return Facts.reach(facts, condition.column().field(), condition.needed())
                .map(other -> snapshot.base().judge(other).verdict().orElse(Decision.UNDECIDED))
                .orElse(verdict);
    }

    private static String sum(Row row, String what, BigDecimal gap, String becomes) {
        return said(gap.abs()) + " " + what.toLowerCase(Locale.ENGLISH) + side(gap) + becomes + " (" + row.id() + ")";
    }

    private static String number(
            Row row, String what, BigDecimal value, BigDecimal gap, String becomes, boolean tallied) {
        var miss = what + " " + said(value) + " is " + said(gap.abs()) + side(gap);
        if (tallied) {
            return miss + becomes + " (" + row.id() + ")";
        }
        return miss + row.id() + (becomes.isEmpty() ? "" : ", which would make it " + becomes);
    }

    private static String side(BigDecimal gap) {
        return gap.signum() > 0 ? " short of " : " too much for ";
    }

    private static String said(BigDecimal number) {
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }
}
