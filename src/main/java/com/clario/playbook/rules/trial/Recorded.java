package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.trial.BackTest.Flip;
import com.clario.playbook.rules.trial.BackTest.Outcome;
import com.clario.playbook.rules.trial.BackTest.Result;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        try (var replay = new Replay(set, before, after, mostFlips, progress)) {
            each(set.name(), since, replay::add);
            return replay.result();
        }
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

    private static Case read(ResultSet row) throws SQLException {
        return new Case(
                row.getLong("id"),
                row.getString("subject"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                row.getString("verdict"),
                row.getString("facts"));
    }

    /** One run: two threads judge, some cases at once, while the caller's reads on and counts in the order it read. */
    private static final class Replay implements AutoCloseable {

        private static final int MOST_KEPT = 2_000;
        private static final int STEP = 500;
        private static final int CHUNK = 125;
        private static final int MOST_AHEAD = 8;

        private final RuleSet<?> set;
        private final RuleBase before;
        private final RuleBase after;
        private final int mostFlips;
        private final LongConsumer progress;
        private final ExecutorService judges = Executors.newFixedThreadPool(2, work -> {
            var thread = new Thread(work, "rule-replay");
            thread.setDaemon(true);
            return thread;
        });

        private final Map<String, Pair> known = new ConcurrentHashMap<>();
        private final Map<String, Long> turns = new TreeMap<>();
        private final Map<String, Long> unreadable = new TreeMap<>();
        private final List<Flip> flips = new ArrayList<>();
        private final Queue<CompletableFuture<List<Judged>>> ahead = new ArrayDeque<>();
        private List<Case> chunk = new ArrayList<>();
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

        void add(Case one) {
            chunk.add(one);
            if (chunk.size() == CHUNK) {
                judgeChunk();
                if (ahead.size() > MOST_AHEAD) {
                    ahead.remove().join().forEach(this::count);
                }
            }
        }

        Result result() {
            judgeChunk();
            ahead.forEach(each -> each.join().forEach(this::count));
            return new Result(judged, flipped, moved, turns, unreadable, List.copyOf(flips));
        }

        @Override
        public void close() {
            judges.shutdownNow();
        }

        private void judgeChunk() {
            var cases = chunk;
            chunk = new ArrayList<>();
            ahead.add(CompletableFuture.supplyAsync(
                    () -> cases.stream().map(this::judge).toList(), judges));
        }

        private Judged judge(Case one) {
            try {
                return new Judged(one, pair(one.facts()), "");
            } catch (Facts.Unreadable e) {
                return new Judged(one, null, e.getMessage());
            }
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

        private void count(Judged one) {
            if (one.pair == null) {
                unreadable.merge(one.unreadable, 1L, Long::sum);
            } else {
                compare(one.asked, one.pair);
                judged++;
            }
            if (++done % STEP == 0) {
                progress.accept(done);
            }
        }

        private void compare(Case one, Pair pair) {
            var was = pair.before == null ? one.verdict() : pair.before.verdict();
            var becomes = pair.after.verdict();
            if (!was.equals(becomes)) {
                flipped++;
                turns.merge(was + " → " + becomes, 1L, Long::sum);
                if (flips.size() < mostFlips) {
                    flips.add(flip(one, was, pair.before == null ? Outcome.NONE : pair.before, pair.after));
                }
            } else if (pair.before != null && !pair.before.equals(pair.after)) {
                moved++;
            }
        }

        private static Flip flip(Case one, String was, Outcome before, Outcome after) {
            return new Flip(
                    one.id(),
                    one.subject(),
                    one.at(),
                    one.version(),
                    one.verdict(),
                    was,
                    after.verdict(),
                    before.beyond(after),
                    after.beyond(before),
                    before.otherwise(after));
        }

        private record Pair(Outcome before, Outcome after) {}

        private record Judged(Case asked, Pair pair, String unreadable) {}
    }
}
