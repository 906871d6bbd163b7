package com.clario.playbook.access.account;

import com.clario.playbook.access.People;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to each account, by whom and when; lines are added and never changed. */
@Repository
class AccountChanges {

    /** One line: what was done, when, and who did it. */
    record Entry(Instant at, String who, String text) {}

    private static final int SHOWN = 50;
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    AccountChanges(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** Adds a line in the caller's transaction, in the name of the person who acts. */
    void add(String person, String text) {
        jdbc.sql("insert into playbook.account_change (person, at, who, text) values (?, ?, ?, ?)")
                .params(
                        person,
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS),
                        people.current().name(),
                        text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…")
                .update();
    }

    /** The last lines about one account, newest first. */
    List<Entry> of(String person) {
        return jdbc.sql("select at, who, text from playbook.account_change where person = ? "
                        + "order by id desc fetch first " + SHOWN + " rows only")
                .param(person)
                .query((row, n) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("text")))
                .list();
    }
}
