package com.clario.playbook.optimize.end;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.end.WindDown.Agreement;
import com.clario.playbook.optimize.end.WindDown.Balance;
import com.clario.playbook.optimize.end.WindDown.Cause;
import com.clario.playbook.optimize.end.WindDown.How;
import com.clario.playbook.optimize.end.WindDown.Notice;
import com.clario.playbook.optimize.end.WindDown.Settlement;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways out of live partnerships, withdrawn ones included. */
@Repository
public class WindDowns implements Written {

    private static final String ALL = "select * from playbook.wind_down where partnership = ? order by id desc";

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    WindDowns(JdbcClient jdbc, People people, Clock clock, @Value("${playbook.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    /** All of a partnership, newest first. */
    public List<WindDown> of(String partnership) {
        return jdbc.sql(ALL).param(partnership).query((row, n) -> windDown(row)).list();
    }

    /** The one under way or completed; none where there is none or its notice was withdrawn. */
    public Optional<WindDown> current(String partnership) {
        return of(partnership).stream().findFirst().filter(one -> one.withdrawal() == null);
    }

    /** The same, held until the transaction ends so that two people do not end and withdraw it at once. */
    Optional<WindDown> held(String partnership) {
        jdbc.sql("select id from playbook.wind_down where partnership = ? for update")
                .param(partnership)
                .query(Long.class)
                .list();
        return current(partnership);
    }

    void begin(String partnership, Cause cause, Instant decidedAt, int version, long letter) {
        jdbc.sql("insert into playbook.wind_down (partnership, cause, decided_at, version, letter, begun_at) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(partnership, cause.name(), decidedAt.atOffset(ZoneOffset.UTC), version, letter, now())
                .update();
    }

    void give(WindDown one, Notice notice) {
        jdbc.sql("update playbook.wind_down set given_on = ?, given_how = ?, last_day = ?, last_day_why = ?, "
                        + "customers = ?, given_by = ? where id = ?")
                .params(
                        notice.givenOn(),
                        notice.how().name(),
                        notice.lastDay(),
                        notice.why(),
                        notice.customers(),
                        notice.by(),
                        one.id())
                .update();
    }

    void endEarly(WindDown one, LocalDate on, String why) {
        jdbc.sql("update playbook.wind_down set ended_early_on = ?, ended_early_by = ?, ended_early_why = ? "
                        + "where id = ?")
                .params(on, people.current().id(), why, one.id())
                .update();
    }

    void withdraw(WindDown one, String why) {
        jdbc.sql("update playbook.wind_down set withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ? where id = ?")
                .params(now(), people.current().id(), why, one.id())
                .update();
    }

    void revoked(WindDown one) {
        jdbc.sql("update playbook.wind_down set revoked_at = ? where id = ?")
                .params(now(), one.id())
                .update();
    }

    void settle(WindDown one, Settlement settlement) {
        var amount = settlement.amount();
        jdbc.sql("update playbook.wind_down set balance = ?, balance_amount = ?, balance_currency = ?, statement = ?, "
                        + "settlement_note = ?, settled_by = ?, settled_at = ? where id = ?")
                .params(
                        settlement.balance().name(),
                        amount == null ? null : Amounts.number(amount),
                        amount == null ? null : amount.getCurrency().getCurrencyCode(),
                        settlement.statement(),
                        settlement.note(),
                        people.current().id(),
                        now(),
                        one.id())
                .update();
    }

    void archived(WindDown one, long summary) {
        jdbc.sql("update playbook.wind_down set summary = ?, archived_at = ? where id = ?")
                .params(summary, now(), one.id())
                .update();
    }

    private WindDown windDown(ResultSet row) throws SQLException {
        return new WindDown(
                row.getLong("id"),
                row.getString("partnership"),
                Cause.valueOf(row.getString("cause")),
                instant(row, "decided_at"),
                row.getInt("version"),
                row.getLong("letter"),
                row.getString("given_by") == null ? null : notice(row),
                row.getString("ended_early_by") == null ? null : early(row),
                row.getString("withdrawn_by") == null ? null : withdrawal(row),
                instant(row, "revoked_at"),
                row.getString("settled_by") == null ? null : settlement(row),
                row.getObject("summary", Long.class));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("given_on", LocalDate.class),
                How.valueOf(row.getString("given_how")),
                row.getObject("last_day", LocalDate.class),
                row.getString("last_day_why"),
                row.getString("customers"),
                row.getString("given_by"));
    }

    private static Agreement early(ResultSet row) throws SQLException {
        return new Agreement(
                row.getObject("ended_early_on", LocalDate.class),
                row.getString("ended_early_why"),
                row.getString("ended_early_by"));
    }

    private Agreement withdrawal(ResultSet row) throws SQLException {
        return new Agreement(
                LocalDate.ofInstant(instant(row, "withdrawn_at"), zone),
                row.getString("withdrawn_why"),
                row.getString("withdrawn_by"));
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        var number = row.getBigDecimal("balance_amount");
        return new Settlement(
                Balance.valueOf(row.getString("balance")),
                number == null ? null : Amounts.of(number, row.getString("balance_currency")),
                row.getObject("statement", Long.class),
                row.getString("settlement_note"),
                row.getString("settled_by"),
                instant(row, "settled_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    @Override
    public List<Place> places() {
        return List.of(Place.of(
                        "Wind-down",
                        "wind_down",
                        OF_PARTNER,
                        "last_day_why",
                        "customers",
                        "ended_early_why",
                        "withdrawn_why",
                        "settlement_note")
                .beside("partnership", "cause"));
    }
}
