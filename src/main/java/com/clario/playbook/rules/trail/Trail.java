package com.clario.playbook.rules.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to the rules, for good. An act is added in the transaction of the deed, so that neither is without the other. */
@Repository
public class Trail {

    private static final String SELECT = "select id, at, who, rule_set, act, before, after, why"
            + " from playbook.rule_act where rule_set = :set and ";

    private final JdbcClient jdbc;
    private final Clock clock;

    public Trail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an act; what does not apply to it is empty. */
    public void add(String ruleSet, String who, Act act, String before, String after, String why) {
        jdbc.sql("insert into playbook.rule_act (at, who, rule_set, act, before, after, why)"
                        + " values (:at, :who, :set, :act, :before, :after, :why)")
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("set", ruleSet)
                .param("act", act.name())
                .param("before", printable(before))
                .param("after", printable(after))
                .param("why", printable(why))
                .update();
    }

    /** The newest acts on a rule set, newest first; edits apart, since they are so many that they would hide the others. */
    public List<Entry> newest(String ruleSet, int acts, int edits) {
        return jdbc.sql("select * from (" + SELECT + "act <> 'EDITED' order by id desc limit :acts) as acts"
                        + " union all select * from (" + SELECT
                        + "act = 'EDITED' order by id desc limit :edits) as edits"
                        + " order by id desc")
                .param("set", ruleSet)
                .param("acts", acts)
                .param("edits", edits)
                .query(Trail::entry)
                .list();
    }

    /** A cell of a draft may hold anything, and PostgreSQL takes no zero character. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("rule_set"),
                Act.valueOf(row.getString("act")),
                row.getString("before"),
                row.getString("after"),
                row.getString("why"));
    }
}
