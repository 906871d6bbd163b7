package com.clario.playbook.partnership.pause;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.mail.consent.Silence;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All pauses: begun by a manager, over on their day or earlier, and what they move. */
@Repository
public class Pauses implements Silence {

    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final Partnerships partnerships;
    private final PauseProcess process;
    private final List<FixedDates> fixed;
    private final Outbox outbox;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Pauses(
            JdbcClient jdbc,
            Partnerships partnerships,
            PauseProcess process,
            List<FixedDates> fixed,
            Outbox outbox,
            People people,
            Timeline timeline,
            BusinessDays days,
            ApplicationEventPublisher news,
            Clock clock) {
        this.jdbc = jdbc;
        this.partnerships = partnerships;
        this.process = process;
        this.fixed = fixed;
        this.outbox = outbox;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Lets a case rest from now on; it goes on by itself on the day.
     *
     * @throws Refusal when it has ended or rests already, when day or reason are missing, or when a day that stands in
     *     a contract would come meanwhile
     */
    @Transactional
    public void pause(String code, LocalDate until, String reason) {
        people.requireOneOf(Groups.MANAGERS);
        var partnership = partnerships.hold(code).requireGoing();
        if (!partnership.open()) {
            throw new Refusal(
                    "The partnership with " + partnership.partnerName() + " has ended, so there is nothing to pause.");
        }
        if (process.running(code)) {
            throw new Refusal("The pause before is only just ending. Try again in a moment.");
        }
        check(until);
        whyNot(code, until).ifPresent(why -> {
            throw new Refusal(why);
        });
        var why = reason("Why", reason);
        jdbc.sql("insert into playbook.pause (partnership, paused_at, paused_on, until_day, reason, paused_by, "
                        + "open_mark) values (?, ?, ?, ?, ?, ?, ?)")
                .params(code, now(), days.today(), until, why, people.current().id(), code)
                .update();
        timeline.add(code, "partnership", "Paused until " + Shown.day(until), why);
        process.start(code);
    }

    /** Why a case cannot rest until a day, for what it is bound to; nothing where it can. */
    public Optional<String> whyNot(String code, LocalDate until) {
        return fixed.stream().flatMap(one -> one.whyNot(code, until).stream()).findFirst();
    }

    /** Ends a pause before its day. */
    @Transactional
    public void resume(String code, String reason) {
        people.requireOneOf(Groups.MANAGERS);
        var partnership = partnerships.hold(code);
        if (!partnership.paused()) {
            throw new Refusal(partnership.partnerName() + " is not paused, so there is nothing to resume.");
        }
        timeline.add(
                code,
                "partnership",
                "Resumed before " + Shown.day(partnership.pause().until()),
                reason("Why", reason));
        if (!process.resume(code)) {
            throw new Refusal("The pause is only just beginning. Try again in a moment.");
        }
    }

    /** A case that is closed no longer rests. */
    @Transactional
    public void drop(String code) {
        if (partnerships.hold(code).paused()) {
            over(code, 0);
        }
        process.end(code);
    }

    @Override
    public Optional<String> whyNotNow(String about) {
        return partnerships
                .find(about)
                .filter(Partnership::paused)
                .map(one -> "The case is paused until " + Shown.day(one.pause().until()) + ".");
    }

    /** The day on which it goes on. */
    LocalDate until(String code) {
        return paused(code).pause().until();
    }

    /** Moves what lies ahead of the case, contracts aside, by the days it has rested; it still stands still. */
    @Transactional
    void endPause(String code) {
        var since = paused(code).pause().since();
        var rested = Math.toIntExact(ChronoUnit.DAYS.between(since, days.today()));
        over(code, rested);
        jdbc.sql("update playbook.partnership set paused_days = paused_days + ? where code = ?")
                .params(rested, code)
                .update();
        jdbc.sql("select id, planned_end from playbook.stage_visit "
                        + "where partnership = ? and left_on is null and planned_end is not null")
                .param(code)
                .query((row, n) -> move(row.getLong("id"), row.getObject("planned_end", LocalDate.class), rested))
                .list();
        var stay = new HashMap<String, LocalDate>();
        fixed.forEach(one -> stay.putAll(one.timers(code)));
        process.shift(code, rested, stay);
        timeline.add(
                code,
                "partnership",
                "The pause is over" + moved(rested),
                stay.isEmpty() ? null : "Days that stand in signed terms stay as they are");
        news.publishEvent(new PartnershipResumed(code, since, rested));
    }

    /** Lets everything run again, and what waited to be sent. */
    @Transactional
    void goOn(String code) {
        partnerships.hold(code);
        process.activate(code);
        outbox.wake(code);
    }

    private int move(long visit, LocalDate plannedEnd, int by) {
        return jdbc.sql("update playbook.stage_visit set planned_end = ? where id = ?")
                .params(plannedEnd.plusDays(by), visit)
                .update();
    }

    private void over(String code, int rested) {
        jdbc.sql("update playbook.pause set ended_at = ?, days = ?, open_mark = null where open_mark = ?")
                .params(now(), rested, code)
                .update();
    }

    private Partnership paused(String code) {
        var partnership = partnerships.hold(code);
        if (!partnership.paused()) {
            throw new IllegalStateException(code + " is not paused");
        }
        return partnership;
    }

    private static String moved(int rested) {
        return rested == 0 ? "" : ": all dates ahead move by " + rested + (rested == 1 ? " day" : " days");
    }

    private void check(LocalDate until) {
        if (until == null || !until.isAfter(days.today())) {
            throw new Refusal("Until: choose a day after today.");
        }
        if (until.isAfter(days.today().plusYears(1))) {
            throw new Refusal("Until: choose a day within a year; what rests longer is better closed and begun again.");
        }
    }

    private static String reason(String field, String reason) {
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Refusal(field + ": say why; it stands on the case.");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refusal(field + ": at most 1,000 characters, it has " + why.length() + ".");
        }
        return why;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
