package com.clario.playbook.rules;

import com.clario.playbook.rules.check.Findings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The decisions that were taken: kept for good, with their facts, their version and the rows that fired. */
class Decisions {

    // A mapper of its own: what is stored must not depend on how the pages are set up.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final String SELECT = "select id, rule_set, version, subject, decided_at, decided_by, verdict,"
            + " facts, sums from playbook.decision ";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Decision add(RuleSet<?> set, int version, String subject, Instant at, String by, Object facts, Findings findings) {
        var verdict = findings.verdict().orElse(Decision.UNDECIDED);
        var factsJson = write(facts);
        var fired = fired(findings);
        var id = insert(set.name(), version, subject, at, by, verdict, factsJson, write(findings.sums()));
        for (var place = 0; place < fired.size(); place++) {
            insertRow(id, place, fired.get(place));
        }
        return new Decision(
                id, set.name(), version, subject, at, by, verdict, texts(factsJson), fired, findings.sums());
    }

    /** What would be decided, without a record of it. */
    static Decision preview(RuleSet<?> set, int version, Instant at, String by, Object facts, Findings findings) {
        return new Decision(
                0,
                set.name(),
                version,
                "",
                at,
                by,
                findings.verdict().orElse(Decision.UNDECIDED),
                texts(write(facts)),
                fired(findings),
                findings.sums());
    }

    private static List<Fired> fired(Findings findings) {
        return findings.list().stream()
                .map(each -> new Fired(each.row(), each.table(), each.reason(), each.values()))
                .toList();
    }

    Optional<Decision> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::decision)
                .optional();
    }

    List<Decision> about(String subject) {
        return jdbc.sql(SELECT + "where subject = :subject order by id")
                .param("subject", subject)
                .query(this::decision)
                .list();
    }

    private long insert(
            String set, int version, String subject, Instant at, String by, String verdict, String facts, String sums) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into playbook.decision"
                        + " (rule_set, version, subject, decided_at, decided_by, verdict, facts, sums)"
                        + " values (:set, :version, :subject, :at, :by, :verdict, :facts, :sums)")
                .param("set", set)
                .param("version", version)
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("verdict", verdict)
                .param("facts", facts)
                .param("sums", sums)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private void insertRow(long decision, int place, Fired fired) {
        jdbc.sql("insert into playbook.decision_row (decision_id, place, row_id, table_name, reason, outputs)"
                        + " values (:decision, :place, :row, :table, :reason, :outputs)")
                .param("decision", decision)
                .param("place", place)
                .param("row", fired.row())
                .param("table", fired.table())
                .param("reason", fired.reason())
                .param("outputs", write(fired.values()))
                .update();
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getLong("id"),
                row.getString("rule_set"),
                row.getInt("version"),
                row.getString("subject"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getString("verdict"),
                texts(row.getString("facts")),
                fired(row.getLong("id")),
                read(row.getString("sums"), new TypeReference<Map<String, Integer>>() {}));
    }

    private List<Fired> fired(long decision) {
        return jdbc.sql("select row_id, table_name, reason, outputs from playbook.decision_row"
                        + " where decision_id = :decision order by place")
                .param("decision", decision)
                .query((row, i) -> new Fired(
                        row.getString("row_id"),
                        row.getString("table_name"),
                        row.getString("reason"),
                        read(row.getString("outputs"), new TypeReference<Map<String, String>>() {})))
                .list();
    }

    /** The facts as texts, in the order of the record. */
    private static Map<String, String> texts(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        read(json, new TypeReference<LinkedHashMap<String, Object>>() {})
                .forEach((name, fact) -> texts.put(
                        name, fact instanceof BigDecimal number ? number.toPlainString() : String.valueOf(fact)));
        return texts;
    }

    private static String write(Object object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Facts must be a record of plain values", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored decision cannot be read", e);
        }
    }
}
