package com.clario.playbook.optimize.action;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.action.Action.Change;
import com.clario.playbook.optimize.action.Action.Kind;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import com.clario.playbook.partnership.Partnership.HandedOver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The actions of all reviews and what became of them; an open one stays until somebody says what did. */
@Repository
public class Actions implements Written {

    private static final String ACTION = "select a.id, r.partnership, a.action, a.person, a.owner, a.due, "
            + "r.number as agreed_in from playbook.review_action a join playbook.review r on r.id = a.review "
            + "where r.partnership = ? order by a.id";

    private static final String CHANGE = "select c.action, c.kind, c.due, c.reason, d.number as said_in, c.by_whom, "
            + "c.at from playbook.review_action_change c join playbook.review_action a on a.id = c.action "
            + "join playbook.review r on r.id = a.review left join playbook.review d on d.id = c.review "
            + "where r.partnership = ? order by c.id";

    private static final Comparator<Action> URGENT =
            Comparator.comparing(Action::due).thenComparing(Action::id);

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Actions(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** All actions of a partnership, in the order they were agreed. */
    public List<Action> of(String partnership) {
        var changes = changes(partnership);
        return jdbc.sql(ACTION)
                .param(partnership)
                .query((row, n) -> action(row, changes))
                .list();
    }

    /** What was agreed in reviews and is not done yet, the most urgent first. */
    public List<Action> open(String partnership) {
        return of(partnership).stream().filter(Action::open).sorted(URGENT).toList();
    }

    /** One action, held until the transaction ends so that two people do not settle it at once. */
    Action held(String partnership, long id) {
        jdbc.sql("select id from playbook.review_action where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return of(partnership).stream()
                .filter(action -> action.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such action in this partnership."));
    }

    void add(long review, String action, String person, String owner, LocalDate due) {
        jdbc.sql("insert into playbook.review_action (review, action, person, owner, due) values (?, ?, ?, ?, ?)")
                .params(review, action, person, owner, due)
                .update();
    }

    void change(Action action, Kind kind, LocalDate due, String reason, Long review) {
        jdbc.sql("insert into playbook.review_action_change (action, kind, due, reason, review, by_whom, at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        action.id(),
                        kind.name(),
                        due,
                        reason,
                        review,
                        people.current().id(),
                        now())
                .update();
    }

    /** Who answers for a case also does what the one before had promised; a reminder to nobody helps nobody. */
    @EventListener
    void handOver(HandedOver handed) {
        handed.cases().stream()
                .flatMap(code -> open(code).stream())
                .filter(action -> handed.from().equals(action.person()))
                .forEach(action -> jdbc.sql("update playbook.review_action set person = ?, owner = ? where id = ?")
                        .params(handed.to().id(), handed.to().name(), action.id())
                        .update());
    }

    boolean isReminded(Action action, String kind) {
        return jdbc.sql("select count(*) from playbook.review_action_reminder "
                                + "where action = ? and kind = ? and due = ?")
                        .params(action.id(), kind, action.due())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void reminded(Action action, String kind, String mail) {
        jdbc.sql("insert into playbook.review_action_reminder (action, kind, due, sent_to, sent_at) "
                        + "values (?, ?, ?, ?, ?)")
                .params(action.id(), kind, action.due(), mail, now())
                .update();
    }

    private Map<Long, List<Change>> changes(String partnership) {
        record Of(long action, Change change) {}
        return jdbc
                .sql(CHANGE)
                .param(partnership)
                .query((row, n) -> new Of(row.getLong("action"), change(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::action, Collectors.mapping(Of::change, Collectors.toList())));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                Kind.valueOf(row.getString("kind")),
                row.getObject("due", LocalDate.class),
                row.getString("reason"),
                row.getObject("said_in", Integer.class),
                row.getString("by_whom"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Action action(ResultSet row, Map<Long, List<Change>> changes) throws SQLException {
        var id = row.getLong("id");
        return new Action(
                id,
                row.getString("partnership"),
                row.getString("action"),
                row.getString("person"),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                row.getInt("agreed_in"),
                changes.getOrDefault(id, List.of()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of(
                                "Actions of reviews",
                                "review_action",
                                "review in (select id from playbook.review where " + OF_PARTNER + ")",
                                "action",
                                "owner")
                        .beside("due"),
                Place.of(
                                "What became of actions",
                                "review_action_change",
                                "action in (select id from playbook.review_action where "
                                        + "review in (select id from playbook.review where " + OF_PARTNER + ")" + ")",
                                "reason")
                        .beside("kind", "at"));
    }
}
