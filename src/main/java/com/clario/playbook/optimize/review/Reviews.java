package com.clario.playbook.optimize.review;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.review.Figures.Counted;
import com.clario.playbook.optimize.review.Figures.Retention;
import com.clario.playbook.optimize.review.Figures.Revenue;
import com.clario.playbook.optimize.review.Review.Conclusion;
import com.clario.playbook.optimize.review.Review.Judgement;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import com.clario.playbook.rules.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reviews of all partnerships; what stands in them is never changed. */
@Repository
public class Reviews implements Written {

    private static final String REVIEW = "select r.*, p.model as present_model, j.decision, j.verdict as judged, "
            + "j.months_live, v.verdict as concluded, v.reason, v.held_by, v.held_at from playbook.review r "
            + "join playbook.partnership p on p.code = r.partnership "
            + "left join playbook.review_judgement j on j.review = r.id "
            + "left join playbook.review_verdict v on v.review = r.id "
            + "where r.partnership = ? order by r.number desc";

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Reviews(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** All reviews of a partnership, newest first. */
    public List<Review> of(String partnership) {
        return jdbc.sql(REVIEW).param(partnership).query(Reviews::review).list();
    }

    public Optional<Review> newest(String partnership) {
        return of(partnership).stream().findFirst();
    }

    public Optional<Review> lastHeld(String partnership) {
        return of(partnership).stream().filter(Review::held).findFirst();
    }

    /** Begins the next review with its figures. */
    Review add(String partnership, Figures figures) {
        var number = newest(partnership).map(Review::number).orElse(0) + 1;
        var period = figures.period();
        var revenue = Optional.ofNullable(figures.revenue());
        var retention = Optional.ofNullable(figures.retention());
        jdbc.sql(
                        "insert into playbook.review (partnership, number, model, figures_month, covers_from, so_far, month_mark, "
                                + "referrals, target_referrals, connected, target_connected, leads, target_leads, "
                                + "partner_revenue, target_revenue, total_revenue, currency, retention_partner, "
                                + "retention_direct, open_complaints, note, entered_by, entered_at) "
                                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        number,
                        figures.model().name(),
                        period.month().atDay(1),
                        period.from().atDay(1),
                        period.soFar(),
                        period.soFar() ? null : partnership + "/" + period.month(),
                        number(figures.referrals()),
                        target(figures.referrals()),
                        number(figures.connected()),
                        target(figures.connected()),
                        number(figures.leads()),
                        target(figures.leads()),
                        revenue.map(Revenue::partner).map(Amounts::number).orElse(null),
                        revenue.map(Revenue::target).map(Amounts::number).orElse(null),
                        revenue.map(Revenue::total).map(Amounts::number).orElse(null),
                        revenue.map(Revenue::total)
                                .map(MonetaryAmount::getCurrency)
                                .map(Object::toString)
                                .orElse(Amounts.RUPIAH),
                        retention.map(Retention::partner).orElse(null),
                        retention.map(Retention::direct).orElse(null),
                        figures.openComplaints(),
                        figures.note(),
                        people.current().id(),
                        now())
                .update();
        return newest(partnership).orElseThrow();
    }

    void judge(Review review, Decision decision, int monthsLive) {
        jdbc.sql("insert into playbook.review_judgement (review, decision, verdict, months_live) values (?, ?, ?, ?)")
                .params(review.id(), decision.id(), decision.verdict(), monthsLive)
                .update();
    }

    void conclude(Review review, String verdict, String reason) {
        jdbc.sql("insert into playbook.review_verdict (review, verdict, reason, held_by, held_at) "
                        + "values (?, ?, ?, ?, ?)")
                .params(review.id(), verdict, reason, people.current().id(), now())
                .update();
    }

    private static Integer number(Counted counted) {
        return counted == null ? null : counted.number();
    }

    private static Integer target(Counted counted) {
        return counted == null ? null : counted.target();
    }

    private static Review review(ResultSet row, int n) throws SQLException {
        return new Review(
                row.getLong("id"),
                row.getString("partnership"),
                row.getInt("number"),
                figures(row),
                row.getString("entered_by"),
                instant(row, "entered_at"),
                row.getString("judged") == null ? null : judgement(row),
                row.getString("concluded") == null ? null : conclusion(row));
    }

    /** Reviews from before the model was kept are read by the present one. */
    private static Figures figures(ResultSet row) throws SQLException {
        var model = row.getString("model") == null ? row.getString("present_model") : row.getString("model");
        return new Figures(
                Period.of(
                        row.getObject("covers_from", LocalDate.class),
                        row.getObject("figures_month", LocalDate.class),
                        row.getBoolean("so_far")),
                Model.valueOf(model),
                counted(row, "referrals"),
                counted(row, "connected"),
                counted(row, "leads"),
                revenue(row),
                retention(row),
                row.getInt("open_complaints"),
                row.getString("note"));
    }

    private static Counted counted(ResultSet row, String what) throws SQLException {
        var number = row.getObject(what, Integer.class);
        return number == null ? null : new Counted(number, row.getInt("target_" + what));
    }

    private static Revenue revenue(ResultSet row) throws SQLException {
        var partner = amount(row, "partner_revenue");
        return partner == null
                ? null
                : new Revenue(partner, amount(row, "target_revenue"), amount(row, "total_revenue"));
    }

    private static MonetaryAmount amount(ResultSet row, String column) throws SQLException {
        var number = row.getBigDecimal(column);
        return number == null ? null : Amounts.of(number, row.getString("currency"));
    }

    private static Retention retention(ResultSet row) throws SQLException {
        var partner = row.getObject("retention_partner", Integer.class);
        return partner == null ? null : new Retention(partner, row.getInt("retention_direct"));
    }

    private static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(row.getLong("decision"), row.getString("judged"), row.getInt("months_live"));
    }

    private static Conclusion conclusion(ResultSet row) throws SQLException {
        return new Conclusion(
                row.getString("concluded"), row.getString("reason"), row.getString("held_by"), instant(row, "held_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("Reviews", "review", OF_PARTNER, "note").beside("partnership", "number", "entered_at"),
                Place.of(
                                "Verdicts of reviews",
                                "review_verdict",
                                "review in (select id from playbook.review where " + OF_PARTNER + ")",
                                "reason")
                        .beside("held_at"));
    }
}
