package com.clario.playbook.outreach;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import com.clario.playbook.partnership.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How every partner is or was reached, with all that went to and fro. */
@Repository
public class Outreaches implements Written {

    private static final int LONGEST_WHY = 2_000;

    /** One thing that went to or came from the partner, who did it, and what was noted. */
    public record Touch(long id, Instant at, String who, String text, String note) {}

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final People people;
    private final Clock clock;

    Outreaches(JdbcClient jdbc, Timeline timeline, People people, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
    }

    /** All that went to and fro, oldest first. */
    public List<Touch> touches(String partnership) {
        return jdbc.sql("select * from playbook.touch where partnership = ? order by id")
                .param(partnership)
                .query((row, n) -> new Touch(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("text"),
                        row.getString("note")))
                .list();
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("What went to and fro", "touch", OF_PARTNER, "text", "note")
                        .beside("partnership", "at", "who"),
                Place.of("Approved mails", "outreach", OF_PARTNER, "draft_text", "mail_subject", "mail_text")
                        .beside("partnership"));
    }

    Outreach get(String partnership) {
        return jdbc.sql("select * from playbook.outreach where partnership = ?")
                .param(partnership)
                .query(Outreach.class)
                .optional()
                .orElseGet(() -> new Outreach(partnership));
    }

    /** Changes an outreach while nobody else can: deck and mail are worked on at the same time. */
    @Transactional(propagation = Propagation.MANDATORY)
    <T> T change(String partnership, Function<Outreach, T> deed) {
        jdbc.sql("select code from playbook.partnership where code = ? for update")
                .param(partnership)
                .query(String.class)
                .single();
        var outreach = get(partnership);
        var answer = deed.apply(outreach);
        save(outreach);
        return answer;
    }

    /** Adds a line here and in the timeline. */
    void touch(String partnership, String text, String note) {
        jdbc.sql("insert into playbook.touch (partnership, at, who, text, note) values (?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)),
                        people.current().name(),
                        text,
                        note)
                .update();
        var why = note != null && note.length() > LONGEST_WHY ? note.substring(0, LONGEST_WHY - 1) + "…" : note;
        timeline.add(partnership, "outreach", text, why);
    }

    private void save(Outreach outreach) {
        jdbc.sql("delete from playbook.outreach where partnership = ?")
                .param(outreach.partnership)
                .update();
        jdbc.sql("insert into playbook.outreach (partnership, approach, decision, deck, introduced, contact, "
                        + "draft_text, mail_subject, mail_text, approved_by, sent, follow_ups, reply, meeting_on, "
                        + "met_on, outcome, opt_out_link, most_follow_ups, days_between, silence_ends_on) values (:partnership, :approach, :decision, :deck, :introduced, :contact, "
                        + ":draftText, :mailSubject, :mailText, :approvedBy, :sent, :followUps, :reply, :meetingOn, "
                        + ":metOn, :outcome, :optOutLink, :mostFollowUps, :daysBetween, :silenceEndsOn)")
                .paramSource(outreach)
                .update();
    }
}
