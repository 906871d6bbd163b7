package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Finding;
import com.clario.playbook.rules.check.Findings;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.trial.BackTest.Flip;
import com.clario.playbook.rules.trial.BackTest.Result;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The recorded decisions, read to be judged again: their facts and verdict, without their rows. */
public class Recorded {

    private static final int AT_ONCE = 1_000;
    private static final String SELECT = "select id, subject, decided_at, version, verdict, facts"
            + " from playbook.decision where rule_set = :set and decided_at >= :since"
            + " order by decided_at desc, id desc";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    public Recorded(DataSource source, PlatformTransactionManager transactions) {
        var template = new JdbcTemplate(source);
        template.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(template);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** One decision as it was recorded. */
    record Case(long id, String subject, Instant at, int version, String verdict, String facts) {}

    /**
     * Judges all decisions since then again and counts what comes out otherwise.
     *
     * @param before what judged before; null where the recorded verdicts stand for it
     * @param progress is told now and then how many are done
     */
    Result replay(
            RuleSet<?> set, Instant since, RuleBase before, RuleBase after, int mostFlips, LongConsumer progress) {
        var replay = new Replay(set, before, after, mostFlips, progress);
        each(set.name(), since, replay::judge);
        return replay.result();
    }

    /** All decisions since then in one query, the newest first, some at once: PostgreSQL streams in a transaction only. */
    private void each(String set, Instant since, Consumer<Case> one) {
        reading.executeWithoutResult(status -> jdbc.sql(SELECT)
                .param("set", set)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) row -> one.accept(read(row))));
    }

    List<Case> newest(String set, int most) {
        return jdbc.sql(SELECT + " limit :most")
                .param("set", set)
                .param("since", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, i) -> read(row))
                .list();
    }

    long count(String set) {
        return jdbc.sql("select count(*) from playbook.decision where rule_set = :set")
                .param("set", set)
                .query(Long.class)
                .single();
    }

    /** How many decisions there are since then, and the last of them: they may be stored in another order than numbered. */
    record Mark(long number, long last) {}

    Mark mark(String set, Instant since) {
        return jdbc.sql("select count(*) as decisions, coalesce(max(id), 0) as newest from playbook.decision"
                        + " where rule_set = :set and decided_at >= :since")
                .param("set", set)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Mark(row.getLong("decisions"), row.getLong("newest")))
                .single();
    }

    /** The rows that fired in these decisions, in their order. */
    Map<Long, List<String>> fired(List<Long> decisions) {
        Map<Long, List<String>> fired = new HashMap<>();
        if (!decisions.isEmpty()) {
            jdbc.sql("select decision_id, row_id from playbook.decision_row"
                            + " where decision_id in (:ids) order by decision_id, place")
                    .param("ids", decisions)
                    .query((RowCallbackHandler)
                            row -> fired.computeIfAbsent(row.getLong("decision_id"), id -> new ArrayList<>())
                                    .add(row.getString("row_id")));
        }
        return fired;
    }

    private static Case read(ResultSet row) throws SQLException {
        return new Case(
                row.getLong("id"),
                row.getString("subject"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                row.getString("verdict"),
                row.getString("facts"));
    }

    /** One run: counts what comes out otherwise. */
    private static final class Replay {

        private static final int MOST_KEPT = 2_000;
        private static final int STEP = 500;

        private final RuleSet<?> set;
        private final RuleBase before;
        private final RuleBase after;
        private final int mostFlips;
        private final LongConsumer progress;

        private final Map<String, Pair> known = new HashMap<>();
        private final Map<String, Long> turns = new TreeMap<>();
        private final Map<String, Long> unreadable = new TreeMap<>();
        private final List<Flip> flips = new ArrayList<>();
        private long done;
        private long judged;
        private long flipped;
        private long moved;

        Replay(RuleSet<?> set, RuleBase before, RuleBase after, int mostFlips, LongConsumer progress) {
            this.set = set;
            this.before = before;
            this.after = after;
            this.mostFlips = mostFlips;
            this.progress = progress;
        }

        void judge(Case one) {
            try {
                compare(one, pair(one.facts()));
                judged++;
            } catch (Facts.Unreadable e) {
                unreadable.merge(e.getMessage(), 1L, Long::sum);
            }
            if (++done % STEP == 0) {
                progress.accept(done);
            }
        }

        Result result() {
            return new Result(judged, flipped, moved, turns, unreadable, List.copyOf(flips));
        }

        private Pair pair(String json) throws Facts.Unreadable {
            var same = known.get(json);
            if (same != null) {
                return same;
            }
            var facts = Facts.stored(set.facts(), json);
            var pair = new Pair(before == null ? null : outcome(before, facts), outcome(after, facts));
            if (known.size() < MOST_KEPT) {
                known.put(json, pair);
            }
            return pair;
        }

        /** Facts that were kept may still be such that the rules of today stumble over them. */
        private static Outcome outcome(RuleBase base, Object facts) throws Facts.Unreadable {
            try {
                return Outcome.of(base.judge(facts));
            } catch (RuntimeException e) {
                throw new Facts.Unreadable("The rules cannot judge these facts");
            }
        }

        private void compare(Case one, Pair pair) {
            var was = pair.before == null ? one.verdict() : pair.before.verdict();
            var becomes = pair.after.verdict();
            if (!was.equals(becomes)) {
                flipped++;
                turns.merge(was + " → " + becomes, 1L, Long::sum);
                if (flips.size() < mostFlips) {
                    flips.add(flip(one, was, pair));
                }
            } else if (pair.before != null && !pair.before.equals(pair.after)) {
                moved++;
            }
        }

        private static Flip flip(Case one, String was, Pair pair) {
            Map<String, Map<String, String>> old = pair.before == null ? Map.of() : pair.before.rows();
            var now = pair.after.rows();
            return new Flip(
                    one.id(),
                    one.subject(),
                    one.at(),
                    one.version(),
                    one.verdict(),
                    was,
                    pair.after.verdict(),
                    old.keySet().stream().filter(row -> !now.containsKey(row)).toList(),
                    now.keySet().stream().filter(row -> !old.containsKey(row)).toList(),
                    old.keySet().stream()
                            .filter(row -> now.containsKey(row) && !now.get(row).equals(old.get(row)))
                            .toList());
        }

        private record Pair(Outcome before, Outcome after) {}

        /** What the rules said: the rows in their order with what they put out, without what only explains them. */
        private record Outcome(String verdict, Map<String, Map<String, String>> rows, Map<String, Integer> sums) {

            static Outcome of(Findings findings) {
                Map<String, Map<String, String>> rows = new LinkedHashMap<>();
                findings.list().forEach(finding -> rows.put(finding.row(), effects(finding)));
                return new Outcome(findings.verdict().orElse(Decision.UNDECIDED), rows, findings.sums());
            }

            private static Map<String, String> effects(Finding finding) {
                Map<String, String> effects = new HashMap<>(finding.values());
                effects.remove("note");
                return effects;
            }
        }
    }
}
