package com.clario.playbook.activity;

import com.clario.playbook.activity.Activity.Reported;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.javamoney.moneta.Money;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was ever reported; rows are added and never changed. */
@Repository
public class Activities {

    private static final String OF_PARTNERSHIP = "select * from playbook.activity where partnership = ? ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Activities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Activity> find(String partnership, String id) {
        return jdbc.sql(OF_PARTNERSHIP + "and id = ?")
                .params(partnership, id)
                .query(Activities::activity)
                .optional();
    }

    /** The newest test activity that came with one of these keys. */
    public Optional<Activity> lastTest(String partnership, List<String> keys) {
        return keys.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select * from playbook.activity where partnership = :partnership and test "
                                + "and api_key in (:keys) order by number desc limit 1")
                        .param("partnership", partnership)
                        .param("keys", keys)
                        .query(Activities::activity)
                        .optional();
    }

    /** The newest test activities of a partnership. */
    public List<Activity> tests(String partnership, int most) {
        return jdbc.sql(OF_PARTNERSHIP + "and test order by number desc limit " + most)
                .param(partnership)
                .query(Activities::activity)
                .list();
    }

    /**
     * Adds an activity; tells whether it was the first of this id. The database decides, however many ask at once: no
     * transaction around it, because PostgreSQL gives up the whole transaction of whoever comes second.
     */
    @Transactional(propagation = Propagation.NEVER)
    public boolean add(String partnership, String id, String key, Reported reported) {
        try {
            insert(partnership, id, key, reported);
            return true;
        } catch (DuplicateKeyException otherWasFirst) {
            return false;
        }
    }

    private void insert(String partnership, String id, String key, Reported reported) {
        var amount = reported.amount();
        jdbc.sql("insert into playbook.activity (partnership, id, type, customer, at, test, amount, currency, "
                        + "api_key, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        id,
                        reported.type().name(),
                        reported.customer(),
                        utc(reported.at()),
                        reported.test(),
                        amount == null ? null : amount.getNumber().numberValueExact(BigDecimal.class),
                        amount == null ? null : amount.getCurrency().getCurrencyCode(),
                        key,
                        utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    private static Activity activity(ResultSet row, int n) throws SQLException {
        return new Activity(
                row.getString("partnership"),
                row.getString("id"),
                row.getString("api_key"),
                instant(row, "received_at"),
                new Reported(
                        ActivityType.valueOf(row.getString("type")),
                        row.getString("customer"),
                        instant(row, "at"),
                        row.getBoolean("test"),
                        row.getString("currency") == null
                                ? null
                                : Money.of(row.getBigDecimal("amount"), row.getString("currency"))));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
