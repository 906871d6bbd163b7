package com.clario.playbook.programme;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All versions of the programme; the newest holds, the others stay readable. */
@Repository
public class Programmes {

    private final JdbcClient jdbc;
    private final People people;
    private final ActivePartnerships active;
    private final Clock clock;
    private final ZoneId zone;

    Programmes(
            JdbcClient jdbc,
            People people,
            ActivePartnerships active,
            Clock clock,
            @Value("${playbook.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.people = people;
        this.active = active;
        this.clock = clock;
        this.zone = zone;
    }

    public Programme current() {
        return jdbc.sql("select * from playbook.programme_version order by number desc limit 1")
                .query(this::programme)
                .single();
    }

    /** All versions, newest first. */
    public List<Programme> all() {
        return jdbc.sql("select * from playbook.programme_version order by number desc")
                .query(this::programme)
                .list();
    }

    public Optional<Programme> version(int number) {
        return jdbc.sql("select * from playbook.programme_version where number = ?")
                .param(number)
                .query(this::programme)
                .optional();
    }

    public Standing standing() {
        var programme = current();
        var year = programme.yearOn(today());
        return new Standing(programme, year, programme.in(Math.max(1, year)), active.count());
    }

    /**
     * Adds the next version.
     *
     * @param changed what is to hold, with the number of the version it was made from
     * @throws Refusal when somebody else was quicker, nothing is different, or a day lies in the future
     */
    @Transactional
    public Programme change(Programme changed) {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager changes the programme.");
        }
        var why = Words.needed("Why", changed.why(), 1000);
        if (changed.gate().confirmed() && changed.gate().on().isAfter(today())) {
            throw new Refusal("Confirmed on: the day lies in the future.");
        }
        var before = version(changed.version()).orElseThrow(() -> new Refusal("There is no such version."));
        if (changed.since(before).isEmpty()) {
            throw new Refusal("Nothing is different from version " + before.version() + ", so nothing was kept.");
        }
        var next = before.version() + 1;
        insert(next, changed, why);
        return version(next).orElseThrow();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** The number is unique, so of two who start from the same version the database takes only the first. */
    private void insert(int number, Programme programme, String why) {
        try {
            jdbc.sql("insert into playbook.programme_version (number, at, who, why, status, priority, starts_on, "
                            + "gate_by, gate_on, gate_note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            number,
                            clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                            people.current().name(),
                            why,
                            programme.status().name(),
                            programme.priority(),
                            programme.startsOn(),
                            programme.gate().by(),
                            programme.gate().on(),
                            programme.gate().note())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal(
                    "Somebody else has changed the programme since you opened this page. What you entered is still "
                            + "here: compare it with the change below and save again.",
                    taken);
        }
        programme.years().stream().filter(year -> !year.empty()).forEach(year -> insert(number, year));
    }

    private void insert(int version, ProgrammeYear year) {
        jdbc.sql("insert into playbook.programme_year (version, number, owner, partnerships_from, partnerships_to, "
                        + "revenue_share, referrals_per_month) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        version,
                        year.number(),
                        year.owner(),
                        year.partnershipsFrom(),
                        year.partnershipsTo(),
                        year.revenueShare(),
                        year.referralsPerMonth())
                .update();
    }

    private Programme programme(ResultSet row, int n) throws SQLException {
        return new Programme(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("why"),
                ProgrammeStatus.valueOf(row.getString("status")),
                row.getString("priority"),
                row.getObject("starts_on", LocalDate.class),
                new Gate(
                        row.getString("gate_by"),
                        row.getObject("gate_on", LocalDate.class),
                        row.getString("gate_note")),
                years(row.getInt("number")));
    }

    private List<ProgrammeYear> years(int version) {
        return jdbc.sql("select * from playbook.programme_year where version = ? order by number")
                .param(version)
                .query((row, n) -> new ProgrammeYear(
                        row.getInt("number"),
                        row.getString("owner"),
                        row.getObject("partnerships_from", Integer.class),
                        row.getObject("partnerships_to", Integer.class),
                        row.getBigDecimal("revenue_share"),
                        row.getObject("referrals_per_month", Integer.class)))
                .list();
    }
}
