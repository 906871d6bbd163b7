package com.clario.playbook.optimize.renewal;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.optimize.renewal.Renewal.Answer;
import com.clario.playbook.optimize.renewal.Renewal.Choice;
import com.clario.playbook.partner.Model;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every time terms came near their end: what was advised, answered and why. */
@Repository
public class Renewals implements Written {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Renewals(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** All of a partnership, newest first. */
    public List<Renewal> of(String partnership) {
        return jdbc.sql("select * from playbook.renewal where partnership = ? order by id desc")
                .param(partnership)
                .query(Renewals::renewal)
                .list();
    }

    /** The last answer a manager gave. */
    public Optional<Renewal> lastAnswered(String partnership) {
        return of(partnership).stream().filter(Renewal::answered).findFirst();
    }

    Optional<Renewal> open(String partnership) {
        return of(partnership).stream().findFirst().filter(one -> !one.answered());
    }

    void ask(String partnership, int version, Model model, long advice) {
        jdbc.sql("insert into playbook.renewal (partnership, version, model, advice, asked_at) "
                        + "values (?, ?, ?, ?, ?)")
                .params(partnership, version, model.name(), advice, now())
                .update();
    }

    void answer(Renewal renewal, Choice choice, String reason, LocalDate askAgainOn) {
        jdbc.sql("update playbook.renewal set answer = ?, reason = ?, ask_again_on = ?, answered_by = ?, "
                        + "answered_at = ? where id = ? and answer is null")
                .params(choice.name(), reason, askAgainOn, people.current().id(), now(), renewal.id())
                .update();
    }

    private static Renewal renewal(ResultSet row, int n) throws SQLException {
        return new Renewal(
                row.getLong("id"),
                row.getString("partnership"),
                row.getInt("version"),
                Model.valueOf(row.getString("model")),
                row.getLong("advice"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("answer") == null ? null : answer(row));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                Choice.valueOf(row.getString("answer")),
                row.getString("reason"),
                row.getObject("ask_again_on", LocalDate.class),
                row.getString("answered_by"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    @Override
    public List<Place> places() {
        return List.of(Place.of("Renewals", "renewal", OF_PARTNER, "reason").beside("partnership", "answer"));
    }
}
