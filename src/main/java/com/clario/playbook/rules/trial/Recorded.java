package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.trial.BackTest.Outcome;
import com.clario.playbook.rules.trial.BackTest.Result;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The recorded decisions, read to be judged again; their rows only where they are what the new ones are held against. */
public class Recorded {

    private static final int AT_ONCE = 1_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CASE = "select d.id, d.subject, d.decided_at, d.version, d.verdict, d.facts";
    private static final String SINCE =
            " where d.rule_set = :set and d.decided_at >= :since" + " order by d.decided_at desc, d.id desc";
    private static final String SELECT = CASE + " from playbook.decision d" + SINCE;
    private static final String SELECT_OUTCOME = CASE + ", d.sums, r.row_id, r.outputs from playbook.decision d"
            + " left join playbook.decision_row r on r.decision_id = d.id" + SINCE + ", r.place";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    public Recorded(DataSource source, PlatformTransactionManager transactions) {
        var template = new JdbcTemplate(source);
        template.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(template);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * One decision as it was recorded.
     *
     * @param was what came out then; without rows and sums where nobody asked for them
     */
    record Case(long id, String subject, Instant at, int version, String facts, Outcome was) {}

    /**
     * Judges all decisions since then again and counts what comes out otherwise.
     *
     * @param before what judged before; null where what was recorded stands for it
     * @param progress is told now and then how many are done
     */
    Result replay(RuleSet<?> set, Instant since, RuleBase before, RuleBase after, int most, LongConsumer progress) {
        try (var replay = new Replay(set, before, after, most, progress)) {
            each(set.name(), since, before == null, replay::add);
            return replay.result();
        }
    }

    /** All decisions since then in one query, the newest first, some at once: PostgreSQL streams in a transaction only. */
    private void each(String set, Instant since, boolean outcome, Consumer<Case> one) {
        reading.executeWithoutResult(status -> jdbc.sql(outcome ? SELECT_OUTCOME : SELECT)
                .param("set", set)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(lines -> outcome ? withOutcomes(lines, one) : withVerdicts(lines, one)));
    }

    private static long withVerdicts(ResultSet lines, Consumer<Case> one) throws SQLException {
        var read = 0L;
        for (; lines.next(); read++) {
            one.accept(read(lines, Map.of()));
        }
        return read;
    }

    /** A line for each row that fired; those of one decision follow each other. */
    private static long withOutcomes(ResultSet lines, Consumer<Case> one) throws SQLException {
        var read = 0L;
        Case last = null;
        for (; lines.next(); read++) {
            if (last == null || last.id() != lines.getLong("id")) {
                if (last != null) {
                    one.accept(last);
                }
                last = read(lines, values(lines.getString("sums"), new TypeReference<>() {}));
            }
            if (lines.getString("row_id") != null) {
                last.was().add(lines.getString("row_id"), values(lines.getString("outputs"), new TypeReference<>() {}));
            }
        }
        if (last != null) {
            one.accept(last);
        }
        return read;
    }

    private static <T> Map<String, T> values(String json, TypeReference<Map<String, T>> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored decision cannot be read", e);
        }
    }

    List<Case> newest(String set, int most) {
        return jdbc.sql(SELECT + " limit :most")
                .param("set", set)
                .param("since", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, i) -> read(row, Map.of()))
                .list();
    }

    long count(String set) {
        return jdbc.sql("select count(*) from playbook.decision where rule_set = :set")
                .param("set", set)
                .query(Long.class)
                .single();
    }

    private static Case read(ResultSet row, Map<String, Integer> sums) throws SQLException {
        return new Case(
                row.getLong("id"),
                row.getString("subject"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                row.getString("facts"),
                new Outcome(row.getString("verdict"), new LinkedHashMap<>(), sums));
    }
}
