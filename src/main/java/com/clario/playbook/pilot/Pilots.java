package com.clario.playbook.pilot;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import com.clario.playbook.partnership.pause.PartnershipResumed;
import com.clario.playbook.rules.Decision;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pilots: one of each partnership, with its plan, results and judgement. */
@Repository
public class Pilots implements Written {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Pilots(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** The pilot of a partnership; none before it is planned. */
    public Optional<Pilot> of(String partnership) {
        return jdbc.sql("select * from playbook.pilot where partnership = ?")
                .param(partnership)
                .query((row, n) -> pilot(row))
                .optional();
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("Pilots", "pilot", OF_PARTNER, "failure_criteria", "scope", "sign_off_reason")
                        .beside("partnership"),
                Place.of("Pilot customers", "pilot_customer", OF_PARTNER, "name")
                        .beside("partnership"),
                Place.of("Pilot results", "pilot_result", OF_PARTNER, "note").beside("partnership", "entered_at"));
    }

    Pilot get(String partnership) {
        return of(partnership).orElseThrow(() -> new Refusal("No pilot is planned for " + partnership + " yet."));
    }

    /** Keeps the first plan of a pilot. */
    void add(String partnership, PilotPlan plan) {
        try {
            jdbc.sql("insert into playbook.pilot (starts_on, length_days, target_active_percent, "
                            + "target_satisfaction, failure_criteria, scope, who_pays, planned_by, planned_at, "
                            + "partnership) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(columns(partnership, plan))
                    .update();
        } catch (DuplicateKeyException planned) {
            throw new Refusal(
                    "The pilot is planned already, and its plan is fixed so that nobody moves the goal.", planned);
        }
        addCustomers(partnership, plan.customers());
    }

    /** Puts another plan in the place of one that legal sent back. */
    void replace(String partnership, PilotPlan plan) {
        var changed = jdbc.sql("update playbook.pilot set starts_on = ?, length_days = ?, target_active_percent = ?, "
                        + "target_satisfaction = ?, failure_criteria = ?, scope = ?, who_pays = ?, planned_by = ?, "
                        + "planned_at = ? where partnership = ? and started_on is null")
                .params(columns(partnership, plan))
                .update();
        if (changed == 0) {
            throw new Refusal("The pilot has started, and its plan is fixed so that nobody moves the goal.");
        }
        jdbc.sql("delete from playbook.pilot_customer where partnership = ?")
                .param(partnership)
                .update();
        addCustomers(partnership, plan.customers());
    }

    /** Fixes the plan for good: from this day on customers try the product. */
    void start(String partnership, LocalDate day) {
        jdbc.sql("update playbook.pilot set started_on = ? where partnership = ? and started_on is null")
                .params(day, partnership)
                .update();
    }

    private List<Object> columns(String partnership, PilotPlan plan) {
        return List.of(
                plan.startsOn(),
                plan.days(),
                plan.targetActivePercent(),
                plan.targetSatisfaction(),
                plan.failureCriteria(),
                plan.scope(),
                plan.whoPays(),
                who(),
                now(),
                partnership);
    }

    private void addCustomers(String partnership, List<String> customers) {
        var place = 1;
        for (var customer : customers) {
            jdbc.sql("insert into playbook.pilot_customer (partnership, place, name) values (?, ?, ?)")
                    .params(partnership, place++, customer)
                    .update();
        }
    }

    void endEarly(String partnership, LocalDate today) {
        jdbc.sql("update playbook.pilot set ended_early_on = ? where partnership = ?")
                .params(today, partnership)
                .update();
    }

    /** Gives a pilot its one extension. */
    void extend(String partnership, LocalDate until) {
        var extended = jdbc.sql("update playbook.pilot set extended_until = ?, ended_early_on = null "
                        + "where partnership = ? and extended_until is null")
                .params(until, partnership)
                .update();
        if (extended == 0) {
            throw new Refusal("The pilot was extended once already; it cannot be extended again.");
        }
    }

    /** A pilot that ran when the case was paused ends as many days later. */
    @EventListener
    void moved(PartnershipResumed resumed) {
        of(resumed.code())
                .filter(pilot -> pilot.started() && pilot.endedEarlyOn() == null)
                .filter(pilot -> !pilot.lastDay().isBefore(resumed.pausedOn()))
                .ifPresent(pilot -> move(pilot, resumed.days()));
    }

    private void move(Pilot pilot, int by) {
        var extended = pilot.extended();
        jdbc.sql("update playbook.pilot set extended_until = ?, paused_days = ? where partnership = ?")
                .params(
                        extended ? pilot.extendedUntil().plusDays(by) : null,
                        pilot.pausedDays() + (extended ? 0 : by),
                        pilot.partnership())
                .update();
    }

    void addResult(String partnership, int active, BigDecimal satisfaction, int incidents, String note) {
        jdbc.sql("insert into playbook.pilot_result (partnership, active_customers, satisfaction, "
                        + "serious_incidents, note, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(partnership, active, satisfaction, incidents, note, who(), now())
                .update();
    }

    void judge(Pilot.Result result, Decision decision, String verdict) {
        jdbc.sql("update playbook.pilot_result set decision = ?, verdict = ? where id = ?")
                .params(decision.id(), verdict, result.id())
                .update();
    }

    void signOff(String partnership, String decision, String reason) {
        jdbc.sql("update playbook.pilot set sign_off = ?, sign_off_reason = ?, sign_off_by = ?, sign_off_at = ? "
                        + "where partnership = ?")
                .params(decision, reason, who(), now(), partnership)
                .update();
    }

    private Pilot pilot(ResultSet row) throws SQLException {
        var partnership = row.getString("partnership");
        return new Pilot(
                partnership,
                customers(partnership),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("length_days"),
                row.getInt("target_active_percent"),
                row.getBigDecimal("target_satisfaction"),
                row.getString("failure_criteria"),
                row.getString("scope"),
                row.getString("who_pays"),
                row.getString("planned_by"),
                instant(row, "planned_at"),
                row.getObject("started_on", LocalDate.class),
                row.getInt("paused_days"),
                row.getObject("extended_until", LocalDate.class),
                row.getObject("ended_early_on", LocalDate.class),
                results(partnership),
                row.getString("sign_off") == null ? null : signOff(row));
    }

    private static Pilot.SignOff signOff(ResultSet row) throws SQLException {
        return new Pilot.SignOff(
                row.getString("sign_off"),
                row.getString("sign_off_reason"),
                row.getString("sign_off_by"),
                instant(row, "sign_off_at"));
    }

    private List<String> customers(String partnership) {
        return jdbc.sql("select name from playbook.pilot_customer where partnership = ? order by place")
                .param(partnership)
                .query(String.class)
                .list();
    }

    private List<Pilot.Result> results(String partnership) {
        return jdbc.sql("select * from playbook.pilot_result where partnership = ? order by id")
                .param(partnership)
                .query((row, n) -> new Pilot.Result(
                        row.getLong("id"),
                        row.getInt("active_customers"),
                        row.getBigDecimal("satisfaction"),
                        row.getInt("serious_incidents"),
                        row.getString("note"),
                        row.getString("entered_by"),
                        instant(row, "entered_at"),
                        row.getObject("decision", Long.class),
                        row.getString("verdict")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private String who() {
        return people.current().id();
    }
}
