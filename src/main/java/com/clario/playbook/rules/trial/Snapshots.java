package com.clario.playbook.rules.trial;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Findings;
import com.clario.playbook.rules.check.NotCompiled;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.check.Tally;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contents that are tried, gated and compiled, a few of them kept at hand. They lie apart from the versions, so that
 * nobody's trying pushes a version out that is about to start.
 */
public class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int MOST = 6;
    private static final int LONGEST = 500;

    private final Bases bases;
    private final Map<Key, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Snapshot> eldest) {
            return size() > MOST;
        }
    };

    public Snapshots(Bases bases) {
        this.bases = bases;
    }

    /** Through the gate and compiled; rows that do not pass, or do not become rules, are refused in a sentence. */
    Snapshot of(RuleSet<?> set, Content content) {
        var key = new Key(set.name(), content.sha256());
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        var tables = gated(set, content);
        var snapshot = new Snapshot(tables, compiled(set, tables));
        synchronized (kept) {
            kept.put(key, snapshot);
        }
        return snapshot;
    }

    /** The tables that judge nothing but sums, asked with sums alone. */
    RuleBase ofSums(RuleSet<?> set, Rows rows) {
        return compiled(set, List.of(rows));
    }

    /** What passes the gate may still not compile, such as an id in two tables. */
    private RuleBase compiled(RuleSet<?> set, List<Rows> tables) {
        try {
            return bases.compile(set, tables);
        } catch (NotCompiled e) {
            LOG.warn("Rows of {} passed the gate and do not compile", set.name(), e);
            var why = String.valueOf(e.getMessage());
            throw new Refusal(
                    "These rows do not become rules: "
                            + (why.length() > LONGEST ? why.substring(0, LONGEST) + "…" : why),
                    e);
        }
    }

    /** What the rules say of these facts; empty where they stumble over them. */
    static Optional<Findings> ask(RuleBase base, Object facts) {
        try {
            return Optional.of(base.judge(facts));
        } catch (RuntimeException e) {
            LOG.info("Rules that are tried cannot judge these facts: {}", e.toString());
            return Optional.empty();
        }
    }

    static List<Rows> gated(RuleSet<?> set, Content content) {
        return content.gated(set);
    }

    static boolean judges(Table table, Column.Use use) {
        return table.columns().stream().anyMatch(column -> column.use() == use);
    }

    private record Key(String ruleSet, String sha256) {}

    record Snapshot(List<Rows> tables, RuleBase base) {

        Optional<Findings> ask(Object facts) {
            return Snapshots.ask(base, facts);
        }

        /** What the rows found before the tables that judge the sums were asked. */
        Tally tally(Findings findings) {
            Map<String, Integer> sums = new HashMap<>();
            Map<String, Integer> fired = new HashMap<>();
            for (var rows : tables) {
                var table = rows.table();
                if (judges(table, Column.Use.TALLY)) {
                    continue;
                }
                for (var finding : findings.list()) {
                    if (finding.table().equals(table.name())) {
                        fired.merge(table.name(), 1, Integer::sum);
                        table.columns().stream()
                                .filter(column -> column.isOutput() && Condition.isNumber(column))
                                .filter(column -> finding.values().containsKey(column.field()))
                                .forEach(column -> sums.merge(
                                        column.field(),
                                        Integer.valueOf(finding.values().get(column.field())),
                                        Integer::sum));
                    }
                }
            }
            return new Tally(sums, fired);
        }
    }
}
