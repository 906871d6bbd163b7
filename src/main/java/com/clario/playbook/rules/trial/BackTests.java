package com.clario.playbook.rules.trial;

import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.trial.BackTest.Result;
import com.clario.playbook.rules.version.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges all recorded decisions of a rule set by two contents, on one thread of this node; how far it is and what came
 * out stands in the database, so that every node can show it.
 */
public class BackTests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);
    private static final int MOST_FLIPS = 500;
    private static final int MOST_WAITING = 20;
    private static final int MOST_KEPT = 5;
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String SELECT = "select * from playbook.rule_back_test ";

    private final JdbcClient jdbc;
    private final Recorded recorded;
    private final Snapshots snapshots;
    private final Clock clock;
    private final Supplier<Person> who;
    private final TransactionTemplate apart;
    // What this node runs, and what waits for it.
    private final Set<Long> alive = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                var thread = new Thread(work, "rule-back-test");
                thread.setDaemon(true);
                return thread;
            });

    public BackTests(
            JdbcClient jdbc,
            Recorded recorded,
            Snapshots snapshots,
            Clock clock,
            Supplier<Person> who,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.recorded = recorded;
        this.snapshots = snapshots;
        this.clock = clock;
        this.who = who;
        // Others see how far it is while the decisions are still being read.
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Begins in the background; rows that do not pass the gate are refused at once. */
    public long start(RuleSet<?> set, Content before, Content after) {
        var id = add(set, before, after);
        alive.add(id);
        try {
            thread.execute(() -> run(id, set, before, after));
        } catch (RejectedExecutionException e) {
            alive.remove(id);
            fail(id, "Too many back-tests were waiting");
            throw new Refusal("Too many back-tests are waiting; try again in a minute", e);
        }
        return id;
    }

    /** The same, while the caller waits for its end. */
    public BackTest run(RuleSet<?> set, Content before, Content after) {
        var id = add(set, before, after);
        run(id, set, before, after);
        return find(id).orElseThrow();
    }

    public Optional<BackTest> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, i) -> backTest(row))
                .optional();
    }

    /** The newest back-test of exactly these two contents. */
    public Optional<BackTest> find(RuleSet<?> set, Content before, Content after) {
        return jdbc.sql(SELECT + "where rule_set = :set and before_sha256 = :before and after_sha256 = :after"
                        + " order by id desc limit 1")
                .param("set", set.name())
                .param("before", before.sha256())
                .param("after", after.sha256())
                .query((row, i) -> backTest(row))
                .optional();
    }

    /** Asks the thread to end and does not interrupt it: H2 closes a file whose reader is interrupted. */
    @Override
    public void close() {
        thread.shutdown();
    }

    private void run(long id, RuleSet<?> set, Content before, Content after) {
        var begun = System.nanoTime();
        alive.add(id);
        try {
            advance(id, 0);
            var old = snapshots.of(set, before).base();
            var now = snapshots.of(set, after).base();
            var compiled = Duration.ofNanos(System.nanoTime() - begun);
            var result = recorded.replay(set, Instant.EPOCH, old, now, MOST_FLIPS, progress(id));
            finish(id, result);
            var done = Duration.ofNanos(System.nanoTime() - begun);
            LOG.info("Back-test {} of {}: compiled after {}, done after {}", id, set.name(), compiled, done);
        } catch (RuntimeException e) {
            LOG.warn("Back-test {} of {} came to no result", id, set.name(), e);
            fail(id, e instanceof Refusal ? e.getMessage() : "It broke off: " + e.getMessage());
        } finally {
            alive.remove(id);
        }
    }

    private long add(RuleSet<?> set, Content before, Content after) {
        Snapshots.gated(set, before);
        Snapshots.gated(set, after);
        var key = new GeneratedKeyHolder();
        apart.executeWithoutResult(status -> jdbc.sql("insert into playbook.rule_back_test"
                        + " (rule_set, before_sha256, after_sha256, started_by, started_at, seen_at, total, done)"
                        + " values (:set, :before, :after, :by, :at, :at, :total, 0)")
                .param("set", set.name())
                .param("before", before.sha256())
                .param("after", after.sha256())
                .param("by", who.get().id())
                .param("at", now())
                .param("total", recorded.count(set.name()))
                .update(key, "id"));
        apart.executeWithoutResult(status -> forget(set));
        return key.getKeyAs(Long.class);
    }

    /** The newest of a rule set stay, what still runs, and what a manager was shown to decide by. */
    private void forget(RuleSet<?> set) {
        jdbc.sql("delete from playbook.rule_back_test where rule_set = :set"
                        + " and (finished_at is not null or seen_at < :silent)"
                        + " and id not in (select back_test from playbook.rule_change where back_test is not null)"
                        + " and id not in (select id from playbook.rule_back_test where rule_set = :set"
                        + " order by id desc limit :most)")
                .param("set", set.name())
                .param("silent", now().minus(SILENCE))
                .param("most", MOST_KEPT)
                .update();
    }

    /** Told now and then: each time is a transaction, and on a fast node there would be more of them than of work. */
    private LongConsumer progress(long id) {
        var told = new AtomicLong(System.nanoTime());
        return done -> {
            if (thread.isShutdown() || System.nanoTime() - told.get() > PAUSE.toNanos()) {
                advance(id, done);
                told.set(System.nanoTime());
            }
        };
    }

    /** Those that wait behind it live as long as it does; row by row, so that two of us never wait for each other. */
    private void advance(long id, long done) {
        if (thread.isShutdown()) {
            throw new Refusal("It was stopped with its server; start it again");
        }
        var now = now();
        apart.executeWithoutResult(
                status -> jdbc.sql("update playbook.rule_back_test set done = ?, seen_at = ? where id = ?")
                        .params(done, now, id)
                        .update());
        alive.stream()
                .filter(each -> each != id)
                .forEach(each -> apart.executeWithoutResult(
                        status -> jdbc.sql("update playbook.rule_back_test set seen_at = ? where id = ?")
                                .params(now, each)
                                .update()));
    }

    /** What was decided meanwhile was judged as well, so that the total may have grown. */
    private void finish(long id, Result result) {
        apart.executeWithoutResult(
                status -> jdbc.sql("update playbook.rule_back_test set done = :done, total = :done, seen_at = :at,"
                                + " finished_at = :at, result = :result where id = :id")
                        .param("done", result.judged() + result.unread())
                        .param("at", now())
                        .param("result", result.json())
                        .param("id", id)
                        .update());
    }

    private void fail(long id, String sentence) {
        var brief = sentence.length() > 1000 ? sentence.substring(0, 999) + "…" : sentence;
        apart.executeWithoutResult(status -> jdbc.sql(
                        "update playbook.rule_back_test set finished_at = :at, error = :error where id = :id")
                .param("at", now())
                .param("error", brief)
                .param("id", id)
                .update());
    }

    private BackTest backTest(ResultSet row) throws SQLException {
        var finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        var seenAt = row.getObject("seen_at", OffsetDateTime.class).toInstant();
        var silent = finishedAt == null && seenAt.plus(SILENCE).isBefore(clock.instant());
        var error = silent ? "It stopped before its end, as its server did; start it again" : row.getString("error");
        return new BackTest(
                row.getLong("id"),
                row.getString("rule_set"),
                row.getString("before_sha256"),
                row.getString("after_sha256"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("total"),
                row.getLong("done"),
                finishedAt == null ? null : finishedAt.toInstant(),
                Optional.ofNullable(row.getString("result")).map(Result::read),
                error == null ? "" : error);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
