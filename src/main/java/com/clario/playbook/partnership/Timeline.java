package com.clario.playbook.partnership;

import com.clario.playbook.access.People;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each partnership, who did it and why; lines are added and never changed. */
@Repository
public class Timeline {

    /** One line: what happened, when, who did it, and why. */
    public record Entry(long id, Instant at, String who, String kind, String text, String why) {}

    static final String ENDED = "Partnership ended: ";

    private static final int LONGEST_REASON = 2000;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Timeline(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Adds a line in the caller's transaction, in the name of the person who acts.
     *
     * @param kind the stage's or room's word, such as {@code pilot}
     * @param why the reason given; may be null
     */
    public void add(String partnership, String kind, String text, String why) {
        jdbc.sql("insert into playbook.timeline (partnership, at, who, kind, text, why) "
                        + "values (:partnership, :at, :who, :kind, :text, :why)")
                .param("partnership", partnership)
                .param("at", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .param("who", people.current().name())
                .param("kind", kind)
                .param("text", text)
                .param("why", reason(why))
                .update();
    }

    private static String reason(String why) {
        var reason = why == null ? "" : why.strip();
        return reason.isEmpty() ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    /** The last reason anybody gave before a partnership ended; none while it is open. */
    public Optional<String> lastReason(String partnership) {
        return of(partnership).stream()
                .dropWhile(entry -> !entry.text().startsWith(ENDED))
                .map(Entry::why)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All lines about a partnership, newest first. */
    public List<Entry> of(String partnership) {
        return jdbc.sql("select id, at, who, kind, text, why from playbook.timeline "
                        + "where partnership = ? order by id desc")
                .param(partnership)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("kind"),
                        row.getString("text"),
                        row.getString("why")))
                .list();
    }
}
