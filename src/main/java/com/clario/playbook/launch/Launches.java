package com.clario.playbook.launch;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.activity.LivePartnerships;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Announcement;
import com.clario.playbook.launch.Launch.Brand;
import com.clario.playbook.launch.Launch.Connection;
import com.clario.playbook.launch.Launch.GoLive;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.launch.Launch.Training;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.person.ContactErased;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.programme.ActivePartnerships;
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

/** The launches: one of each partnership, and another each time it grows into another model. */
@Repository
public class Launches implements LivePartnerships, ActivePartnerships, Written {

    private static final String ALL = "select * from playbook.launch where partnership = ? order by number desc";
    private static final String ONE = " where partnership = ? and number = ?";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BusinessDays days;

    Launches(JdbcClient jdbc, Clock clock, BusinessDays days) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
    }

    /** The newest launch of a partnership; none before its stage begins. */
    public Optional<Launch> of(String partnership) {
        return all(partnership).stream().findFirst();
    }

    /** All launches of a partnership, newest first. */
    public List<Launch> all(String partnership) {
        return jdbc.sql(ALL).param(partnership).query((row, n) -> launch(row)).list();
    }

    /** The first day a partnership was live, whatever is launched since; none before its first go-live. */
    public Optional<LocalDate> liveSince(String partnership) {
        return all(partnership).stream()
                .flatMap(launch -> launch.liveOn().stream())
                .min(LocalDate::compareTo);
    }

    @Override
    public boolean isLive(String partnership) {
        return liveSince(partnership)
                .filter(since -> !since.isAfter(days.today()))
                .isPresent();
    }

    @Override
    public int count() {
        return jdbc.sql("select count(*) from playbook.partnership where outcome is null and code in "
                        + "(select partnership from playbook.launch where live_on <= ?)")
                .param(days.today())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of(
                                "Launch",
                                "launch",
                                OF_PARTNER,
                                "announcement",
                                "announced_where",
                                "brand_name",
                                "trainees",
                                "training_material",
                                "trainer",
                                "support_name",
                                "support_mail",
                                "go_live_note")
                        .beside("partnership"),
                Place.of("Referral codes", "referral_code", OF_PARTNER, "text", "revoked_why")
                        .beside("code"),
                Place.of("API keys", "api_key", OF_PARTNER, "revoked_why").beside("id"));
    }

    Launch get(String partnership) {
        return required(of(partnership), partnership);
    }

    /** The newest launch, held until the transaction ends so that nothing changes beside a decision. */
    Launch held(String partnership) {
        return required(
                jdbc.sql(ALL + " for update").param(partnership).query((row, n) -> launch(row)).list().stream()
                        .findFirst(),
                partnership);
    }

    void open(String partnership, int number, Model model, Integer terms, Brand brand, Support support) {
        jdbc.sql("insert into playbook.launch (partnership, number, model, terms, prepared_at, brand_name, "
                        + "support_name, support_mail) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(partnership, number, model.name(), terms, now(), brand.name(), support.name(), support.mail())
                .update();
    }

    /** Follows the terms when others were signed since it began. */
    void rest(Launch launch, Model model, Integer terms) {
        change(launch, "model = ?, terms = ?", model.name(), terms);
    }

    void save(Launch launch, Announcement announcement) {
        change(
                launch,
                "announcement = ?, announced_on = ?, announced_where = ?",
                announcement.text(),
                announcement.on(),
                announcement.where());
    }

    void save(Launch launch, Brand brand) {
        change(launch, "brand_name = ?, brand_approved = ?", brand.name(), brand.approved());
    }

    void save(Launch launch, Training training) {
        change(
                launch,
                "trainees = ?, trained_on = ?, training_material = ?, trainer = ?",
                training.trainees(),
                training.on(),
                training.material(),
                training.trainer());
    }

    void save(Launch launch, Connection connection) {
        change(
                launch,
                "connected_activity = ?, connected_key = ?, connected_at = ?",
                connection.activity(),
                connection.key(),
                connection.at().atOffset(ZoneOffset.UTC));
    }

    void save(Launch launch, Support support) {
        change(launch, "support_name = ?, support_mail = ?", support.name(), support.mail());
    }

    /** Something beside the launch itself was prepared for it. */
    void changed(Launch launch) {
        change(launch, "model = model");
    }

    /** Every change makes the rules' last word on it void. */
    private void change(Launch launch, String what, Object... values) {
        jdbc.sql("update playbook.launch set readiness = null, " + what + ONE)
                .params(values)
                .params(launch.partnership(), launch.number())
                .update();
    }

    void judged(Launch launch, long decision) {
        jdbc.sql("update playbook.launch set readiness = ?" + ONE)
                .params(decision, launch.partnership(), launch.number())
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

    void decide(Launch launch, String outcome, LocalDate liveOn, String note, String who) {
        jdbc.sql("update playbook.launch set go_live = ?, live_on = ?, go_live_note = ?, decided_by = ?, "
                        + "decided_at = ?" + ONE)
                .params(outcome, liveOn, note, who, now(), launch.partnership(), launch.number())
                .update();
    }

    private static Launch required(Optional<Launch> launch, String partnership) {
        return launch.orElseThrow(() -> new Refusal("The launch of " + partnership + " has not begun."));
    }

    private static Launch launch(ResultSet row) throws SQLException {
        return new Launch(
                row.getString("partnership"),
                row.getInt("number"),
                Model.valueOf(row.getString("model")),
                row.getObject("terms", Integer.class),
                new Announcement(
                        row.getString("announcement"),
                        row.getObject("announced_on", LocalDate.class),
                        row.getString("announced_where")),
                new Brand(row.getString("brand_name"), row.getObject("brand_approved", Boolean.class)),
                new Training(
                        row.getString("trainees"),
                        row.getObject("trained_on", LocalDate.class),
                        row.getString("training_material"),
                        row.getString("trainer")),
                row.getString("connected_activity") == null ? null : connection(row),
                new Support(row.getString("support_name"), row.getString("support_mail")),
                row.getObject("readiness", Long.class),
                row.getString("go_live") == null ? null : decision(row));
    }

    private static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                row.getString("connected_activity"),
                row.getString("connected_key"),
                row.getObject("connected_at", OffsetDateTime.class).toInstant());
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
