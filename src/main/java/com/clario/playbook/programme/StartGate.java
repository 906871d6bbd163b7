package com.clario.playbook.programme;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a partnership out of stage 1: by the confirmed gate, or before it by a manager's reason. */
@Service
public class StartGate {

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final People people;
    private final Clock clock;

    StartGate(JdbcClient jdbc, Programmes programmes, People people, Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.people = people;
        this.clock = clock;
    }

    /**
     * On what ground a partnership may start.
     *
     * @param version the programme's version that was in force
     * @param reason why it starts before product-market fit; null where that was confirmed
     */
    public record Permit(int version, String reason, String who) {}

    /** Whether a start needs a manager's reason now, because product-market fit is not confirmed. */
    public boolean needsReason() {
        return !programmes.current().gate().confirmed();
    }

    /** Refuses to let anybody start while the programme is at rest, or without a reason before the gate is confirmed. */
    public void check(String reason) {
        var programme = programmes.current();
        if (programme.status().atRest()) {
            throw new Refusal("The programme is "
                    + programme.status().label().toLowerCase()
                    + ", so nobody can be picked: park or decline the candidates, "
                    + "or let a manager run the programme again.");
        }
        if (!programme.gate().confirmed()
                && Words.optional("Reason to start before product-market fit", reason, 1000) == null) {
            throw new Refusal("Reason to start before product-market fit: nobody has confirmed the fit yet, "
                    + "so say why we start all the same.");
        }
    }

    /** Lets a partnership start and keeps on what ground. */
    @Transactional
    public Permit grant(String partnership, String reason) {
        check(reason);
        var programme = programmes.current();
        var early = programme.gate().confirmed() ? null : reason.strip();
        jdbc.sql("delete from playbook.start_permit where partnership = ?")
                .param(partnership)
                .update();
        jdbc.sql("insert into playbook.start_permit (partnership, programme_version, reason, who, at) "
                        + "values (?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        programme.version(),
                        early,
                        people.current().name(),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
        return permit(partnership).orElseThrow();
    }

    public Optional<Permit> permit(String partnership) {
        return jdbc.sql("select programme_version, reason, who from playbook.start_permit " + "where partnership = ?")
                .param(partnership)
                .query((row, n) ->
                        new Permit(row.getInt("programme_version"), row.getString("reason"), row.getString("who")))
                .optional();
    }

    /** Turns away a partnership that nobody let start, whatever its drawing says. */
    public void require(String partnership) {
        if (permit(partnership).isEmpty()) {
            throw new Refusal(partnership + " cannot leave Identify: no round has let it start.");
        }
    }
}
