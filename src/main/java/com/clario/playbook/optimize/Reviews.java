package com.clario.playbook.optimize;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.Review.Conclusion;
import com.clario.playbook.optimize.Review.Judgement;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reviews of all partnerships; what stands in them is never changed. */
@Repository
public class Reviews implements Written {

    private static final String REVIEW = "select r.*, j.decision, j.verdict as judged, j.months_live, "
            + "v.verdict as concluded, v.reason, v.held_by, v.held_at from playbook.review r "
            + "left join playbook.review_judgement j on j.review = r.id "
            + "left join playbook.review_verdict v on v.review = r.id "
            + "where r.partnership = ? order by r.number desc";

    private static final String ACTION = "select a.id, a.action, a.person, a.owner, a.due, r.number as agreed_in, "
            + "d.number as done_in from playbook.review_action a join playbook.review r on r.id = a.review "
            + "left join playbook.review_action_done x on x.action = a.id "
            + "left join playbook.review d on d.id = x.review where r.partnership = ? order by a.due, a.id";

    private static final String OF_REVIEWS = "review in (select id from playbook.review where " + OF_PARTNER + ")";

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
        var actions = actions(partnership);
        return jdbc.sql(REVIEW)
                .param(partnership)
                .query((row, n) -> review(row, actions))
                .list();
    }

    /** What was agreed in reviews and is not done yet, the most urgent first. */
    public List<Action> openActions(String partnership) {
        return actions(partnership).stream().filter(Action::open).toList();
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("Reviews", "review", OF_PARTNER, "note").beside("partnership", "number", "entered_at"),
                Place.of("Verdicts of reviews", "review_verdict", OF_REVIEWS, "reason")
                        .beside("held_at"),
                Place.of("Actions of reviews", "review_action", OF_REVIEWS, "action", "owner")
                        .beside("due"));
    }

    Optional<Review> newest(String partnership) {
        return of(partnership).stream().findFirst();
    }

    Optional<Review> lastHeld(String partnership) {
        return of(partnership).stream().filter(Review::held).findFirst();
    }

    /** Begins the next review with its figures. */
    Review add(String partnership, Figures figures) {
        var number = newest(partnership).map(Review::number).orElse(0) + 1;
        jdbc.sql("insert into playbook.review (partnership, number, referrals, target_referrals, partner_revenue, "
                        + "target_revenue, total_revenue, currency, retention_partner, retention_direct, "
                        + "open_complaints, note, entered_by, entered_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        number,
                        figures.referrals(),
                        figures.targetReferrals(),
                        Amounts.number(figures.partnerRevenue()),
                        Amounts.number(figures.targetRevenue()),
                        Amounts.number(figures.totalRevenue()),
                        figures.totalRevenue().getCurrency().getCurrencyCode(),
                        figures.retentionPartner(),
                        figures.retentionDirect(),
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

    void add(Review review, Action action) {
        jdbc.sql("insert into playbook.review_action (review, action, person, owner, due) values (?, ?, ?, ?, ?)")
                .params(review.id(), action.action(), action.person(), action.owner(), action.due())
                .update();
    }

    void done(Review review, Action action) {
        jdbc.sql("insert into playbook.review_action_done (action, review) values (?, ?)")
                .params(action.id(), review.id())
                .update();
    }

    private List<Action> actions(String partnership) {
        return jdbc.sql(ACTION)
                .param(partnership)
                .query((row, n) -> new Action(
                        row.getLong("id"),
                        row.getString("action"),
                        row.getString("person"),
                        row.getString("owner"),
                        row.getObject("due", LocalDate.class),
                        row.getInt("agreed_in"),
                        row.getObject("done_in", Integer.class)))
                .list();
    }

    private static Review review(ResultSet row, List<Action> actions) throws SQLException {
        var number = row.getInt("number");
        return new Review(
                row.getLong("id"),
                row.getString("partnership"),
                number,
                figures(row),
                row.getString("entered_by"),
                instant(row, "entered_at"),
                row.getString("judged") == null ? null : judgement(row),
                row.getString("concluded") == null ? null : conclusion(row),
                actions.stream().filter(action -> action.agreedIn() == number).toList());
    }

    private static Figures figures(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Figures(
                row.getInt("referrals"),
                row.getInt("target_referrals"),
                Amounts.of(row.getBigDecimal("partner_revenue"), currency),
                Amounts.of(row.getBigDecimal("target_revenue"), currency),
                Amounts.of(row.getBigDecimal("total_revenue"), currency),
                row.getInt("retention_partner"),
                row.getInt("retention_direct"),
                row.getInt("open_complaints"),
                row.getString("note"));
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
}
