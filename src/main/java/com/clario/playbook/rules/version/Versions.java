package com.clario.playbook.rules.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The versions of all rule sets. They are added, never changed; which one is in force the database's time says. */
public class Versions {

    // With their tables in one query: no page needs a second connection.
    private static final String SELECT = "select v.id, v.rule_set, v.number, v.valid_from, v.sha256, v.author,"
            + " v.approved_by, v.reason, v.cases, c.called_off_by, c.called_off_at, c.why, t.name, t.csv"
            + " from playbook.rule_version v"
            + " left join playbook.rule_call_off c on c.rule_set = v.rule_set and c.number = v.number"
            + " left join playbook.rule_version_table t on t.version_id = v.id ";
    private static final String ORDER = " order by v.number desc, t.name";
    /** A version that was called off never begins. */
    private static final String STANDS = " and not exists (select 1 from playbook.rule_call_off c"
            + " where c.rule_set = v.rule_set and c.number = v.number)";

    private static final ResultSetExtractor<List<Version>> VERSIONS = Versions::versions;

    private final JdbcClient jdbc;

    public Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Mark> inForce(String ruleSet) {
        return begun(ruleSet, 1).stream().findFirst();
    }

    /** The newest versions that have begun: the one in force, then those it took the place of. */
    List<Mark> begun(String ruleSet) {
        return begun(ruleSet, 5);
    }

    private List<Mark> begun(String ruleSet, int most) {
        return jdbc.sql("select number, sha256, valid_from from playbook.rule_version v where rule_set = :set"
                        + " and valid_from <= current_timestamp" + STANDS
                        + " order by valid_from desc, number desc limit :most")
                .param("set", ruleSet)
                .param("most", most)
                .query((row, i) -> mark(row))
                .list();
    }

    /** Whether a version's time has come, by the database's clock. */
    public boolean hasBegun(String ruleSet, int number) {
        return jdbc.sql("select count(*) from playbook.rule_version v where rule_set = :set and number = :number"
                                + " and valid_from <= current_timestamp" + STANDS)
                        .param("set", ruleSet)
                        .param("number", number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Keeps a version from ever beginning; false where it has begun. Some seconds before it is too late as well: the
     * caller's transaction must be over by then, or nodes would begin with a version that is taken from them.
     */
    public boolean callOff(String ruleSet, int number, String by, String why) {
        return jdbc.sql("insert into playbook.rule_call_off (rule_set, number, called_off_by, called_off_at, why)"
                                + " select rule_set, number, cast(:by as varchar(255)), current_timestamp,"
                                + " cast(:why as varchar(2000)) from playbook.rule_version"
                                + " where rule_set = :set and number = :number"
                                + " and valid_from > current_timestamp + interval '5' second")
                        .param("by", by)
                        .param("why", why)
                        .param("set", ruleSet)
                        .param("number", number)
                        .update()
                == 1;
    }

    /** The versions in force and those that begin within ten minutes, of all rule sets. */
    List<Due> due() {
        return jdbc.sql("select rule_set, number, sha256, valid_from,"
                        + " case when valid_from <= current_timestamp then 1 else 0 end as begun"
                        + " from playbook.rule_version v where valid_from <= current_timestamp + interval '10' minute"
                        + STANDS
                        + " and not exists (select 1 from playbook.rule_version n where n.rule_set = v.rule_set"
                        + " and not exists (select 1 from playbook.rule_call_off c"
                        + " where c.rule_set = n.rule_set and c.number = n.number) and n.valid_from <= current_timestamp and (n.valid_from > v.valid_from"
                        + " or (n.valid_from = v.valid_from and n.number > v.number)))"
                        + " order by rule_set, valid_from, number")
                .query((row, i) -> new Due(row.getString("rule_set"), mark(row), row.getInt("begun") == 1))
                .list();
    }

    int next(String ruleSet) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from playbook.rule_version where rule_set = :set")
                .param("set", ruleSet)
                .query(Integer.class)
                .single();
    }

    public Optional<Version> find(String ruleSet, int number) {
        return jdbc
                .sql(SELECT + "where v.rule_set = :set and v.number = :number" + ORDER)
                .param("set", ruleSet)
                .param("number", number)
                .query(VERSIONS)
                .stream()
                .findFirst();
    }

    public List<Version> all(String ruleSet) {
        return jdbc.sql(SELECT + "where v.rule_set = :set" + ORDER)
                .param("set", ruleSet)
                .query(VERSIONS);
    }

    /** Adds a version that starts at the given time, or now where that is null or already past. */
    void add(Version version) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into playbook.rule_version"
                        + " (rule_set, number, valid_from, sha256, author, approved_by, reason, cases) values (:set, :number,"
                        + " greatest(cast(:from as timestamp with time zone), current_timestamp),"
                        + " :sha256, :author, :approvedBy, :reason, :cases)")
                .param("set", version.ruleSet())
                .param("number", version.number())
                .param("from", at(version.validFrom()))
                .param("sha256", version.sha256())
                .param("author", version.author())
                .param("approvedBy", version.approvedBy())
                .param("reason", version.reason())
                .param("cases", version.content().cases())
                .update(key, "id");
        version.content().tables().forEach((table, csv) -> addTable(key.getKeyAs(Long.class), table, csv));
    }

    private void addTable(long version, String name, String csv) {
        jdbc.sql("insert into playbook.rule_version_table (version_id, name, csv) values (:version, :name, :csv)")
                .param("version", version)
                .param("name", name)
                .param("csv", csv)
                .update();
    }

    private static List<Version> versions(ResultSet rows) throws SQLException {
        var versions = new ArrayList<Version>();
        var more = rows.next();
        while (more) {
            var id = rows.getLong("id");
            var version = version(rows);
            Map<String, String> tables = new LinkedHashMap<>();
            do {
                if (rows.getString("name") != null) {
                    tables.put(rows.getString("name"), rows.getString("csv"));
                }
                more = rows.next();
            } while (more && rows.getLong("id") == id);
            versions.add(asApproved(version, tables));
        }
        return versions;
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("rule_set"),
                row.getInt("number"),
                instant(row),
                new Content(Map.of(), row.getString("cases")),
                row.getString("sha256"),
                row.getString("author"),
                row.getString("approved_by"),
                row.getString("reason"),
                calledOff(row));
    }

    private static Version.CalledOff calledOff(ResultSet row) throws SQLException {
        var at = row.getObject("called_off_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Version.CalledOff(row.getString("called_off_by"), at.toInstant(), row.getString("why"));
    }

    private static Version asApproved(Version version, Map<String, String> tables) {
        var content = new Content(tables, version.content().cases());
        if (!content.sha256().equals(version.sha256())) {
            throw new IllegalStateException("Version " + version.number() + " of " + version.ruleSet()
                    + " was changed in the database; it is not the one that was approved");
        }
        return version.with(content);
    }

    /** What a decision needs to know of the version in force. */
    public record Mark(int number, String sha256, Instant validFrom) {

        /** Whether it takes the other's place; of two for the same moment the one with the higher number does. */
        boolean isAfter(Mark other) {
            var later = validFrom.compareTo(other.validFrom);
            return later > 0 || later == 0 && number > other.number;
        }
    }

    /** A version that is in force or soon will be. */
    record Due(String ruleSet, Mark version, boolean begun) {}

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getInt("number"), row.getString("sha256"), instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("valid_from", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return (instant == null ? Instant.EPOCH : instant).atOffset(ZoneOffset.UTC);
    }
}
