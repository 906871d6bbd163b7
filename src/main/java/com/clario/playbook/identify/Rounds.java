package com.clario.playbook.identify;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.Round.Ranked;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.partnership.pause.PartnershipResumed;
import com.clario.playbook.programme.StartGate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All rounds: opened, ranked by the rules, decided by a manager. */
@Service
public class Rounds {

    private static final Map<String, String> IN_WORDS = Map.of(
            Candidates.SELECTED, "Selected",
            Candidates.PARKED, "Parked",
            Candidates.DECLINED, "Declined");

    private final JdbcClient jdbc;
    private final Candidates candidates;
    private final Priorities priorities;
    private final Partnerships partnerships;
    private final StartGate gate;
    private final Timeline timeline;
    private final People people;
    private final BusinessDays days;

    Rounds(
            JdbcClient jdbc,
            Candidates candidates,
            Priorities priorities,
            Partnerships partnerships,
            StartGate gate,
            Timeline timeline,
            People people,
            BusinessDays days) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.priorities = priorities;
        this.partnerships = partnerships;
        this.gate = gate;
        this.timeline = timeline;
        this.people = people;
        this.days = days;
    }

    /** In one transaction, as every way to a round: its candidates are read meanwhile, and by the same connection. */
    @Transactional(readOnly = true)
    public Round get(long id) {
        return jdbc.sql("select * from playbook.round where id = ?")
                .param(id)
                .query(this::round)
                .optional()
                .orElseThrow(() -> new Refusal("There is no such round."));
    }

    /** The round a manager has not decided yet. */
    @Transactional(readOnly = true)
    public Optional<Round> open() {
        return jdbc.sql("select * from playbook.round where open_mark is not null")
                .query(this::round)
                .optional();
    }

    /** A round that begins while another is open, as the monthly one may, stays empty and closes at once. */
    @Transactional
    long begin() {
        var id = new GeneratedKeyHolder();
        jdbc.sql("insert into playbook.round (opened_on, open_mark) values (?, ?)")
                .params(days.today(), open().isPresent() ? null : "OPEN")
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    /** Ranks everybody who waits and tells how many that are. */
    @Transactional
    int rank(long id) {
        if (open().filter(round -> round.id() == id).isEmpty()) {
            return 0;
        }
        var ranked = Round.inOrder(candidates.waiting().stream()
                .map(one -> priorities.ranked(one, priorities.judge(one)))
                .toList());
        ranked.forEach(one -> insert(id, one));
        if (ranked.isEmpty()) {
            jdbc.sql("update playbook.round set open_mark = null where id = ?")
                    .param(id)
                    .update();
        }
        return ranked.size();
    }

    /** Stores a manager's choice about those who still wait; each case is told afterwards. */
    @Transactional
    void choose(long id, Round.Choice choice) {
        candidates.requireManager();
        var round = get(id);
        var gone = candidates.holdAndFindGone(
                round.candidates().stream().map(Ranked::partnership).toList());
        var decided = round.choose(choice, gone, days.today());
        if (decided.stream().anyMatch(one -> Candidates.SELECTED.equals(one.choice()))) {
            gate.check(choice.earlyReason());
        }
        jdbc.sql("update playbook.round set decided_on = ?, decided_by = ?, reason = ?, open_mark = null where id = ?")
                .params(days.today(), people.current().name(), choice.reason(), id)
                .update();
        decided.forEach(one -> store(round, one, choice));
    }

    private void store(Round round, Ranked one, Round.Choice choice) {
        jdbc.sql("update playbook.round_candidate set choice = ?, parked_until = ? where round = ? and partnership = ?")
                .params(one.choice(), one.parkedUntil(), round.id(), one.partnership())
                .update();
        if (!partnerships.get(one.partnership()).open()) {
            return;
        }
        candidates.decided(one.partnership(), one.choice(), one.parkedUntil());
        timeline.add(
                one.partnership(),
                "identify",
                IN_WORDS.get(one.choice()) + " in the round of " + round.name() + ", ranked " + one.place() + " of "
                        + round.candidates().size()
                        + (one.parkedUntil() == null ? "" : ", until " + Round.day(one.parkedUntil())),
                choice.reason());
        if (Candidates.SELECTED.equals(one.choice())) {
            letStart(one.partnership(), choice.earlyReason());
        }
    }

    private void letStart(String partnership, String earlyReason) {
        var permit = gate.grant(partnership, earlyReason);
        if (permit.reason() != null) {
            timeline.add(partnership, "identify", "Starts before product-market fit is confirmed", permit.reason());
        }
    }

    /** The rounds decided last, the newest first. */
    @Transactional(readOnly = true)
    List<Round> decided(int most) {
        return jdbc.sql("select * from playbook.round where decided_on is not null order by id desc limit ?")
                .param(most)
                .query(this::round)
                .list();
    }

    private void insert(long round, Ranked one) {
        jdbc.sql("insert into playbook.round_candidate (round, partnership, place, points, value_to_us, "
                        + "value_to_them, fit, waiting_since, decision, verdict) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        round,
                        one.partnership(),
                        one.place(),
                        one.points(),
                        one.valueToUs(),
                        one.valueToThem(),
                        one.fit(),
                        one.waitingSince().atOffset(ZoneOffset.UTC),
                        one.decision(),
                        one.researchAgain() ? PriorityFacts.RESEARCH_AGAIN : PriorityFacts.RANKED)
                .update();
    }

    /**
     * A decision that reached nobody is a line of the timeline; who only rests takes part in the next round.
     *
     * @param waits whether the case still waits for a round
     */
    void missed(Round round, String partnership, boolean waits) {
        var one = round.candidate(partnership);
        if (!waits) {
            told(round, partnership, "changed nothing: the case no longer waited for it");
            return;
        }
        jdbc.sql("update playbook.candidate set state = 'WAITING', waiting_since = ?, parked_until = null "
                        + "where partnership = ?")
                .params(one.waitingSince().atOffset(ZoneOffset.UTC), partnership)
                .update();
        told(
                round,
                partnership,
                "(" + one.choice().toLowerCase(Locale.ENGLISH)
                        + ") changed nothing: the case is paused. It takes part in the next round after that");
    }

    private void told(Round round, String partnership, String what) {
        timeline.add(partnership, "identify", "The round of " + round.name() + " " + what, null);
    }

    /** Who is parked wakes up as many days later as the case has rested. */
    @EventListener
    void moved(PartnershipResumed resumed) {
        jdbc.sql("select parked_until from playbook.candidate where partnership = ? and state = 'PARKED'")
                .param(resumed.code())
                .query(LocalDate.class)
                .optional()
                .ifPresent(until -> jdbc.sql("update playbook.candidate set parked_until = ? where partnership = ?")
                        .params(until.plusDays(resumed.days()), resumed.code())
                        .update());
    }

    private Round round(ResultSet row, int n) throws SQLException {
        var id = row.getLong("id");
        return new Round(
                id,
                row.getObject("opened_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                row.getString("reason"),
                jdbc.sql("select * from playbook.round_candidate where round = ? order by place")
                        .param(id)
                        .query(this::candidate)
                        .list());
    }

    private Ranked candidate(ResultSet row, int n) throws SQLException {
        var partnership = partnerships.get(row.getString("partnership"));
        return new Ranked(
                partnership.code(),
                partnership.partnerName() + ", " + partnership.model().label(),
                row.getInt("place"),
                row.getInt("points"),
                row.getInt("value_to_us"),
                row.getInt("value_to_them"),
                row.getString("fit"),
                row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
                row.getLong("decision"),
                row.getString("verdict").equals(PriorityFacts.RESEARCH_AGAIN),
                row.getString("choice"),
                row.getObject("parked_until", LocalDate.class));
    }
}
