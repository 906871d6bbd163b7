package com.clario.playbook.launch;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Announcement;
import com.clario.playbook.launch.Launch.Brand;
import com.clario.playbook.launch.Launch.GoLive;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.partner.person.ContactErased;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The launches, one of each partnership. */
@Repository
public class Launches implements Written {

    private static final String LAUNCH = "select * from playbook.launch where partnership = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Launches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The launch of a partnership; none before its stage begins. */
    public Optional<Launch> of(String partnership) {
        return find(LAUNCH, partnership);
    }

    @Override
    public List<Place> places() {
        return List.of(Place.of(
                        "Launch",
                        "launch",
                        OF_PARTNER,
                        "announcement",
                        "announced_where",
                        "brand_name",
                        "support_name",
                        "support_mail",
                        "go_live_note")
                .beside("partnership"));
    }

    Launch get(String partnership) {
        return required(of(partnership), partnership);
    }

    /** The launch, held until the transaction ends so that nothing changes beside a decision. */
    Launch held(String partnership) {
        return required(find(LAUNCH + " for update", partnership), partnership);
    }

    void open(String partnership, Brand brand, Support support) {
        jdbc.sql("insert into playbook.launch (partnership, prepared_at, brand_name, support_name, support_mail) "
                        + "values (?, ?, ?, ?, ?)")
                .params(partnership, now(), brand.name(), support.name(), support.mail())
                .update();
    }

    void save(String partnership, Announcement announcement) {
        jdbc.sql("update playbook.launch set announcement = ?, announced_on = ?, announced_where = ?, "
                        + "readiness = null where partnership = ?")
                .params(announcement.text(), announcement.on(), announcement.where(), partnership)
                .update();
    }

    void save(String partnership, Brand brand) {
        jdbc.sql("update playbook.launch set brand_name = ?, brand_approved = ?, readiness = null "
                        + "where partnership = ?")
                .params(brand.name(), brand.approved(), partnership)
                .update();
    }

    void save(String partnership, Support support) {
        jdbc.sql("update playbook.launch set support_name = ?, support_mail = ?, readiness = null "
                        + "where partnership = ?")
                .params(support.name(), support.mail(), partnership)
                .update();
    }

    /** An erased person answers no more questions: somebody else has to be named. */
    @EventListener
    void erased(ContactErased erased) {
        erased.somebody().addresses().forEach(address -> jdbc.sql(
                        "update playbook.launch set support_name = ?, support_mail = null where lower(support_mail) = lower(?)")
                .params(erased.somebody().pseudonym(), address)
                .update());
    }

    void judged(String partnership, long decision) {
        jdbc.sql("update playbook.launch set readiness = ? where partnership = ?")
                .params(decision, partnership)
                .update();
    }

    void decide(String partnership, String outcome, LocalDate liveOn, String note, String who) {
        jdbc.sql("update playbook.launch set go_live = ?, live_on = ?, go_live_note = ?, decided_by = ?, "
                        + "decided_at = ? where partnership = ?")
                .params(outcome, liveOn, note, who, now(), partnership)
                .update();
    }

    private Optional<Launch> find(String sql, String partnership) {
        return jdbc.sql(sql).param(partnership).query((row, n) -> launch(row)).optional();
    }

    private static Launch required(Optional<Launch> launch, String partnership) {
        return launch.orElseThrow(() -> new Refusal("The launch of " + partnership + " has not begun."));
    }

    private static Launch launch(ResultSet row) throws SQLException {
        return new Launch(
                row.getString("partnership"),
                new Announcement(
                        row.getString("announcement"),
                        row.getObject("announced_on", LocalDate.class),
                        row.getString("announced_where")),
                new Brand(row.getString("brand_name"), row.getObject("brand_approved", Boolean.class)),
                new Support(row.getString("support_name"), row.getString("support_mail")),
                row.getObject("readiness", Long.class),
                row.getString("go_live") == null ? null : decision(row));
    }

    private static GoLive decision(ResultSet row) throws SQLException {
        return new GoLive(
                row.getString("go_live"),
                row.getObject("live_on", LocalDate.class),
                row.getString("go_live_note"),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
