package com.clario.playbook.rules.change;

import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.version.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** All rule changes as they stand in the database. */
@Repository
class SavedChanges {

    // With their editors in one query: no page needs a second connection.
    private static final String SELECT = "select c.*, e.person from playbook.rule_change c"
            + " left join playbook.rule_change_editor e on e.change_id = c.id ";

    private static final ResultSetExtractor<List<RuleChange>> CHANGES = SavedChanges::changes;

    private final JdbcClient jdbc;

    SavedChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody submits, for the first time or again. */
    record Submission(
            Content content,
            String reason,
            Instant validFrom,
            String by,
            Instant at,
            Set<String> editors,
            int baseVersion,
            int startedFrom) {}

    /** Of two at the same moment the second breaks on the mark: one rule set has one open change. */
    long add(String ruleSet, Submission one) {
        var key = new GeneratedKeyHolder();
        submitted(
                        one,
                        "insert into playbook.rule_change (rule_set, number, state, open_mark, content, sha256, reason,"
                                + " valid_from, submitted_by, submitted_at, base_version, started_from) values (:set,"
                                + " (select coalesce(max(number), 0) + 1 from playbook.rule_change where rule_set = :set),"
                                + " 'SUBMITTED', :set, :content, :sha256, :reason, :from, :by, :at, :base, :started)")
                .param("set", ruleSet)
                .update(key, "id");
        var id = key.getKeyAs(Long.class);
        addEditors(id, one.editors());
        return id;
    }

    /** New content for a change that was with its author; those who wrote the old one still may not approve. */
    boolean submitAgain(long id, Submission one) {
        var done = submitted(
                                one,
                                "update playbook.rule_change set state = 'SUBMITTED', open_mark = rule_set,"
                                        + " content = :content, sha256 = :sha256, reason = :reason, valid_from = :from,"
                                        + " submitted_by = :by, submitted_at = :at, base_version = :base, started_from = :started,"
                                        + " comment = null, decided_by = null, decided_at = null, version = null, back_test = null"
                                        + " where id = :id and state = 'MENDING'")
                        .param("id", id)
                        .update()
                == 1;
        addEditors(id, one.editors());
        return done;
    }

    private JdbcClient.StatementSpec submitted(Submission one, String sql) {
        return jdbc.sql(sql)
                .param("content", one.content().json())
                .param("sha256", one.content().sha256())
                .param("reason", one.reason())
                .param("from", at(one.validFrom()))
                .param("by", one.by())
                .param("at", at(one.at()))
                .param("base", one.baseVersion())
                .param("started", one.startedFrom());
    }

    /** Moves a change on; false where somebody else moved it first. It is open again unless another one is by now. */
    boolean move(long id, State from, State to, String comment) {
        return jdbc.sql("update playbook.rule_change set state = :to, comment = :comment,"
                                + " open_mark = case when :open = 1 and not exists (select 1 from playbook.rule_change o"
                                + " where o.open_mark = rule_change.rule_set and o.id <> :id) then rule_set end"
                                + " where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("comment", comment)
                        .param("open", to == State.SUBMITTED || to == State.MENDING ? 1 : 0)
                        .update()
                == 1;
    }

    void decided(long id, String by, Instant at, Integer version) {
        jdbc.sql(
                        "update playbook.rule_change set decided_by = :by, decided_at = :at, version = :version where id = :id")
                .param("id", id)
                .param("by", by)
                .param("at", at(at))
                .param("version", version)
                .update();
    }

    void tested(long id, long backTest) {
        jdbc.sql("update playbook.rule_change set back_test = ? where id = ?")
                .params(backTest, id)
                .update();
    }

    Optional<RuleChange> find(long id) {
        var found = jdbc.sql(SELECT + "where c.id = :id").param("id", id).query(CHANGES);
        return found.stream().findFirst();
    }

    Optional<RuleChange> open(String ruleSet) {
        var found = jdbc.sql(SELECT + "where c.open_mark = :set")
                .param("set", ruleSet)
                .query(CHANGES);
        return found.stream().findFirst();
    }

    List<RuleChange> all(String ruleSet) {
        return jdbc.sql(SELECT + "where c.rule_set = :set order by c.number desc")
                .param("set", ruleSet)
                .query(CHANGES);
    }

    private void addEditors(long id, Set<String> editors) {
        var known = editors(id);
        editors.stream().filter(person -> !known.contains(person)).forEach(person -> jdbc.sql(
                        "insert into playbook.rule_change_editor (change_id, person) values (?, ?)")
                .params(id, person)
                .update());
    }

    private Set<String> editors(long id) {
        return new HashSet<>(jdbc.sql("select person from playbook.rule_change_editor where change_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    private static List<RuleChange> changes(ResultSet rows) throws SQLException {
        Map<Long, RuleChange> changes = new LinkedHashMap<>();
        Map<Long, Set<String>> editors = new HashMap<>();
        while (rows.next()) {
            var id = rows.getLong("id");
            if (!changes.containsKey(id)) {
                changes.put(id, change(rows));
            }
            var known = editors.computeIfAbsent(id, none -> new HashSet<>());
            Optional.ofNullable(rows.getString("person")).ifPresent(known::add);
        }
        return changes.values().stream()
                .map(change -> change.by(editors.get(change.id())))
                .toList();
    }

    private static RuleChange change(ResultSet row) throws SQLException {
        return new RuleChange(
                row.getLong("id"),
                row.getString("rule_set"),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                Content.read(row.getString("content")),
                row.getString("sha256"),
                row.getString("reason"),
                instant(row, "valid_from"),
                row.getString("submitted_by"),
                instant(row, "submitted_at"),
                Set.of(),
                row.getInt("base_version"),
                row.getInt("started_from"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("comment"),
                row.getObject("version", Integer.class),
                row.getObject("back_test", Long.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
