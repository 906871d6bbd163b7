package com.clario.playbook.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The versions of all rule sets. They are added, never changed; which one is in force the database's time says. */
class Versions {

    private static final String SELECT =
            "select id, rule_set, number, valid_from, sha256, author, approved_by, reason from playbook.rule_version ";

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Mark> inForce(String ruleSet) {
        return jdbc.sql("select number, sha256 from playbook.rule_version where rule_set = :set"
                        + " and valid_from <= current_timestamp order by valid_from desc, number desc limit 1")
                .param("set", ruleSet)
                .query((row, i) -> new Mark(row.getInt("number"), row.getString("sha256")))
                .optional();
    }

    int next(String ruleSet) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from playbook.rule_version where rule_set = :set")
                .param("set", ruleSet)
                .query(Integer.class)
                .single();
    }

    Optional<Version> find(String ruleSet, int number) {
        return jdbc.sql(SELECT + "where rule_set = :set and number = :number")
                .param("set", ruleSet)
                .param("number", number)
                .query((row, i) -> version(row))
                .optional();
    }

    List<Version> all(String ruleSet) {
        return jdbc.sql(SELECT + "where rule_set = :set order by number desc")
                .param("set", ruleSet)
                .query((row, i) -> version(row))
                .list();
    }

    /** Adds a version that starts at the given time, or now where that is null or already past. */
    void add(Version version) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into playbook.rule_version"
                        + " (rule_set, number, valid_from, sha256, author, approved_by, reason) values (:set, :number,"
                        + " greatest(cast(:from as timestamp with time zone), current_timestamp),"
                        + " :sha256, :author, :approvedBy, :reason)")
                .param("set", version.ruleSet())
                .param("number", version.number())
                .param("from", at(version.validFrom()))
                .param("sha256", version.sha256())
                .param("author", version.author())
                .param("approvedBy", version.approvedBy())
                .param("reason", version.reason())
                .update(key, "id");
        version.rows().forEach((table, csv) -> addTable(key.getKeyAs(Long.class), table, csv));
    }

    /** The fingerprint of a version's rows, table by table. */
    static String sha256(Map<String, String> rows) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            rows.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(table -> {
                digest.update((table.getKey() + "\n" + table.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addTable(long version, String name, String csv) {
        jdbc.sql("insert into playbook.rule_version_table (version_id, name, csv) values (:version, :name, :csv)")
                .param("version", version)
                .param("name", name)
                .param("csv", csv)
                .update();
    }

    private Version version(ResultSet row) throws SQLException {
        var rows = rows(row.getLong("id"));
        var version = new Version(
                row.getString("rule_set"),
                row.getInt("number"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                rows,
                row.getString("sha256"),
                row.getString("author"),
                row.getString("approved_by"),
                row.getString("reason"));
        if (!sha256(rows).equals(version.sha256())) {
            throw new IllegalStateException("Version " + version.number() + " of " + version.ruleSet()
                    + " was changed in the database; it is not the one that was approved");
        }
        return version;
    }

    private Map<String, String> rows(long version) {
        Map<String, String> rows = new LinkedHashMap<>();
        jdbc.sql("select name, csv from playbook.rule_version_table where version_id = :version order by name")
                .param("version", version)
                .query((RowCallbackHandler) row -> rows.put(row.getString("name"), row.getString("csv")));
        return rows;
    }

    /** What a decision needs to know of the version in force. */
    record Mark(int number, String sha256) {}

    private static OffsetDateTime at(Instant instant) {
        return (instant == null ? Instant.EPOCH : instant).atOffset(ZoneOffset.UTC);
    }
}
