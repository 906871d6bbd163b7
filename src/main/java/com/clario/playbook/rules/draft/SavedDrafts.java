package com.clario.playbook.rules.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one draft of each rule set in the database; who saves without having read the last save changes nothing. */
final class SavedDrafts {

    // A mapper of its own: what is stored must not depend on how the pages are set up.
    private static final JsonMapper JSON = JsonMapper.builder().build();
    // One query, so that the editors are those of exactly these cells, and no page needs a second connection.
    private static final String SELECT = "select d.rule_set, d.revision, d.sheet, d.base_version, d.started_by,"
            + " d.started_at, d.changed_by, d.changed_at, e.person from playbook.rule_draft d"
            + " left join (select distinct rule_set, person from playbook.rule_draft_save where person is not null) e"
            + " on e.rule_set = d.rule_set"
            + " where d.rule_set = :set and d.sheet is not null";
    private static final String BEGIN = "sheet = :sheet, base_version = :base, started_by = :who, started_at = :at,"
            + " changed_by = :who, changed_at = :at, revision = revision + 1";

    private final JdbcClient jdbc;

    SavedDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> find(String set) {
        return jdbc.sql(SELECT).param("set", set).query((ResultSetExtractor<Optional<Draft>>) SavedDrafts::draft);
    }

    /** Nobody saves or ends the draft until the caller's transaction is over. */
    void hold(String set) {
        jdbc.sql("select revision from playbook.rule_draft where rule_set = :set for update")
                .param("set", set)
                .query(Long.class)
                .optional();
    }

    /** Who ended the last draft. */
    Optional<String> endedBy(String set) {
        return jdbc.sql("select changed_by from playbook.rule_draft where rule_set = :set and sheet is null")
                .param("set", set)
                .query(String.class)
                .optional();
    }

    /**
     * Begins a draft where there is none; false where somebody was first.
     *
     * @throws org.springframework.dao.DuplicateKeyException where somebody begins the very first at the same moment
     */
    boolean begin(String set, Sheet sheet, int base, String who, Instant at) {
        if (begin(BEGIN + " where rule_set = :set and sheet is null", set, sheet, base, who, at) == 1) {
            return true;
        }
        var known = jdbc.sql("select count(*) from playbook.rule_draft where rule_set = :set")
                .param("set", set)
                .query(Integer.class)
                .single();
        return known == 0
                && jdbc.sql("insert into playbook.rule_draft (rule_set, revision, sheet, base_version, started_by,"
                                        + " started_at, changed_by, changed_at)"
                                        + " values (:set, 1, :sheet, :base, :who, :at, :who, :at)")
                                .param("set", set)
                                .param("sheet", write(sheet))
                                .param("base", base)
                                .param("who", who)
                                .param("at", utc(at))
                                .update()
                        == 1;
    }

    /** Begins anew in the place of a draft; false where it was saved since. */
    boolean replace(Draft old, Sheet sheet, int base, String who, Instant at) {
        var set = old.ruleSet();
        var where = " where rule_set = :set and sheet is not null and revision = " + old.revision();
        var replaced = begin(BEGIN + where, set, sheet, base, who, at) == 1;
        if (replaced) {
            forgetEditors(set);
        }
        return replaced;
    }

    private int begin(String change, String set, Sheet sheet, int base, String who, Instant at) {
        return jdbc.sql("update playbook.rule_draft set " + change)
                .param("set", set)
                .param("sheet", write(sheet))
                .param("base", base)
                .param("who", who)
                .param("at", utc(at))
                .update();
    }

    /** False where somebody saved or ended it since that revision. */
    boolean save(String set, long revision, Sheet sheet, String who, Instant at) {
        var saved = jdbc.sql("update playbook.rule_draft set sheet = :sheet, revision = revision + 1,"
                                + " changed_by = :who, changed_at = :at"
                                + " where rule_set = :set and revision = :revision and sheet is not null")
                        .param("sheet", write(sheet))
                        .param("who", who)
                        .param("at", utc(at))
                        .param("set", set)
                        .param("revision", revision)
                        .update()
                == 1;
        return saved && written(set, who, sheet);
    }

    /**
     * Remembers who led the draft to these cells. Where they are, to the letter, what they were before, all that was
     * saved in between is as if nobody had written it: nothing of it is left. Called by whoever just saved, so that the
     * draft's row is theirs.
     *
     * @param who null for a draft that begins with what is in force, which nobody wrote
     */
    boolean written(String set, String who, Sheet sheet) {
        var sha256 = sha256(write(sheet));
        var before = jdbc.sql("select revision from playbook.rule_draft_save where rule_set = :set and sha256 = :sha256"
                        + " order by revision")
                .param("set", set)
                .param("sha256", sha256)
                .query(Long.class)
                .list();
        if (before.isEmpty()) {
            jdbc.sql("insert into playbook.rule_draft_save (rule_set, revision, person, sha256) select rule_set,"
                            + " revision, :who, :sha256 from playbook.rule_draft where rule_set = :set")
                    .param("set", set)
                    .param("who", who, Types.VARCHAR)
                    .param("sha256", sha256)
                    .update();
        } else {
            jdbc.sql("delete from playbook.rule_draft_save where rule_set = :set and revision > :before")
                    .param("set", set)
                    .param("before", before.get(0))
                    .update();
        }
        return true;
    }

    /** Ends a draft; false where it was saved or ended since that revision. */
    boolean end(Draft draft, String who, Instant at) {
        var ended = jdbc.sql("update playbook.rule_draft set sheet = null, revision = revision + 1,"
                                + " changed_by = :who, changed_at = :at"
                                + " where rule_set = :set and revision = :revision and sheet is not null")
                        .param("who", who)
                        .param("at", utc(at))
                        .param("set", draft.ruleSet())
                        .param("revision", draft.revision())
                        .update()
                == 1;
        if (ended) {
            forgetEditors(draft.ruleSet());
        }
        return ended;
    }

    private void forgetEditors(String set) {
        jdbc.sql("delete from playbook.rule_draft_save where rule_set = :set")
                .param("set", set)
                .update();
    }

    /** Remembers ids for good; called by whoever just saved, so that the draft's row is theirs. */
    void use(String set, Collection<String> ids) {
        var known = usedIds(set);
        ids.stream().distinct().filter(id -> !known.contains(id)).forEach(id -> jdbc.sql(
                        "insert into playbook.rule_draft_row (rule_set, row_id) values (:set, :id)")
                .param("set", set)
                .param("id", id)
                .update());
    }

    Set<String> usedIds(String set) {
        return new HashSet<>(jdbc.sql("select row_id from playbook.rule_draft_row where rule_set = :set")
                .param("set", set)
                .query(String.class)
                .list());
    }

    private static Optional<Draft> draft(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var draft = new Draft(
                rows.getString("rule_set"),
                rows.getLong("revision"),
                read(rows.getString("sheet")),
                rows.getInt("base_version"),
                rows.getString("started_by"),
                rows.getObject("started_at", OffsetDateTime.class).toInstant(),
                rows.getString("changed_by"),
                rows.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Set.of());
        var editors = new HashSet<String>();
        do {
            Optional.ofNullable(rows.getString("person")).ifPresent(editors::add);
        } while (rows.next());
        return Optional.of(draft.by(editors));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String write(Sheet sheet) {
        try {
            return JSON.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A sheet is cells and nothing else", e);
        }
    }

    private static Sheet read(String json) {
        try {
            return JSON.readValue(json, Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft cannot be read", e);
        }
    }
}
