package com.clario.playbook.access.account;

import com.clario.playbook.access.knock.Knocks;
import com.clario.playbook.engine.account.Accounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers of each account whether its password is for one sign-in, and whether its person has left. */
@Repository
public class Standings {

    /** What our table holds of an account. */
    private record Row(String oneTimeMark, Instant oneTimeUntil, Instant leftAt) {}

    private static final Row NOTHING = new Row(null, null, null);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Knocks knocks;

    Standings(JdbcClient jdbc, Accounts accounts, Knocks knocks) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.knocks = knocks;
    }

    /** Until when the password with this mark is good for one sign-in; nothing where it is the person's own. */
    public Optional<Instant> oneTimeUntil(String person, String mark) {
        return Optional.of(row(person))
                .filter(row -> mark.equals(row.oneTimeMark()))
                .map(Row::oneTimeUntil);
    }

    Standing of(String person) {
        return new Standing(
                accounts.mark(person)
                        .flatMap(mark -> oneTimeUntil(person, mark))
                        .orElse(null),
                row(person).leftAt(),
                knocks.shutUntil(person).orElse(null));
    }

    void oneTime(String person, String mark, Instant until) {
        begin(person);
        jdbc.sql("update playbook.account set one_time_mark = ?, one_time_until = ? where person = ?")
                .params(mark, at(until), person)
                .update();
    }

    /**
     * Notes that a person has left, or is back.
     *
     * @param moment null for somebody who is back
     */
    void left(String person, Instant moment) {
        begin(person);
        jdbc.sql("update playbook.account set left_at = ? where person = ?")
                .params(moment == null ? null : at(moment), person)
                .update();
    }

    /** Until the transaction ends nobody else changes an account. */
    void hold() {
        jdbc.sql("select id from playbook.register where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    private void begin(String person) {
        if (jdbc.sql("select count(*) from playbook.account where person = ?")
                        .param(person)
                        .query(Long.class)
                        .single()
                == 0) {
            jdbc.sql("insert into playbook.account (person) values (?)")
                    .param(person)
                    .update();
        }
    }

    private Row row(String person) {
        return jdbc.sql("select one_time_mark, one_time_until, left_at from playbook.account where person = ?")
                .param(person)
                .query((row, n) -> new Row(
                        row.getString("one_time_mark"), instant(row, "one_time_until"), instant(row, "left_at")))
                .optional()
                .orElse(NOTHING);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
