package com.clario.playbook.identify;

import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.partnership.pause.PartnershipResumed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of candidates who cannot hear what a round decided, because their case rests or has ended. */
@Component
class Absences {

    private final JdbcClient jdbc;
    private final Timeline timeline;

    Absences(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /**
     * A decision that reached nobody is a line of the timeline; who only rests takes part in the next round.
     *
     * @param waits whether the case still waits for a round
     */
    void missed(Round round, String partnership, boolean waits) {
        var one = round.candidate(partnership);
        if (!waits) {
            add(round, partnership, "changed nothing: the case no longer waited for it");
            return;
        }
        jdbc.sql("update playbook.candidate set state = 'WAITING', waiting_since = ?, parked_until = null "
                        + "where partnership = ?")
                .params(one.waitingSince().atOffset(ZoneOffset.UTC), partnership)
                .update();
        add(
                round,
                partnership,
                "(" + one.choice().toLowerCase(Locale.ENGLISH)
                        + ") changed nothing: the case is paused. It takes part in the next round after that");
    }

    private void add(Round round, String partnership, String what) {
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
}
