package com.clario.playbook.access.knock;

import com.clario.playbook.engine.Retries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts passwords said in vain and makes whoever guesses wait, minutes at most. A browser its person has signed in
 * with before is counted by itself: strangers who guess elsewhere never shut that person out.
 */
@Repository
public class Knocks {

    private static final Logger LOG = LoggerFactory.getLogger(Knocks.class);

    private static final int FREE_FOR_A_NAME = 5;
    private static final int FREE_FOR_AN_ADDRESS = 50;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Nobody has another name, and no database has to read what else strangers send. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** What is counted together. */
    private record Counter(String name, String source, int free) {}

    private final JdbcClient jdbc;
    private final KnownBrowsers browsers;
    private final Retries retries;
    private final Clock clock;

    Knocks(JdbcClient jdbc, KnownBrowsers browsers, Retries retries, Clock clock) {
        this.jdbc = jdbc;
        this.browsers = browsers;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Counts a knock before its password is looked at, so that many at once count as well.
     *
     * @return until when to wait where it is one too many: the password is then not looked at
     */
    public Optional<Instant> count(String name, Knock knock) {
        for (var counter : counters(name, knock)) {
            var shut = count(counter);
            if (shut.isPresent()) {
                return shut;
            }
        }
        return Optional.empty();
    }

    /** Takes back what was counted: the password was right. */
    public void fits(String name, Knock knock) {
        for (var counter : counters(name, knock)) {
            if (counter.name().isEmpty()) {
                jdbc.sql("update playbook.knock set failed = failed - 1, shut_until = null "
                                + "where name = '' and source = ? and failed > 0")
                        .param(counter.source())
                        .update();
            } else {
                jdbc.sql("delete from playbook.knock where name = ? and source = ?")
                        .params(counter.name(), counter.source())
                        .update();
            }
        }
    }

    /** Until when this knock would have to wait now. */
    public Optional<Instant> shutUntil(String name, Knock knock) {
        return counters(name, knock).stream()
                .flatMap(counter -> shutUntil("source = ? and name = ?", counter.source(), counter.name()).stream())
                .findFirst();
    }

    /** Until when a name is shut, for strangers or for one of its own browsers. */
    public Optional<Instant> shutUntil(String name) {
        return shutUntil("name = ?", name);
    }

    /** Tells somebody who has to wait for how long: the minutes, and the time in our zone. */
    public String tryAgain(Instant until) {
        var minutes = Duration.between(clock.instant(), until).plusSeconds(59).toMinutes();
        return "Try again in " + (minutes <= 1 ? "one minute" : minutes + " minutes") + ", at "
                + TIME.withZone(clock.getZone()).format(until) + ".";
    }

    /** Opens a name at once. */
    public void open(String name) {
        jdbc.sql("delete from playbook.knock where name = ?").param(name).update();
    }

    private List<Counter> counters(String name, Knock knock) {
        if (!NAME.matcher(name).matches()) {
            return List.of(byAddress(knock));
        }
        return browsers.fingerprint(knock, name)
                .map(known -> List.of(new Counter(name, "browser " + known, FREE_FOR_A_NAME)))
                .orElseGet(() -> List.of(byAddress(knock), new Counter(name, "", FREE_FOR_A_NAME)));
    }

    private static Counter byAddress(Knock knock) {
        return new Counter("", knock.address(), FREE_FOR_AN_ADDRESS);
    }

    private Optional<Instant> count(Counter counter) {
        begin(counter);
        return retries.call(() -> jdbc.sql("select failed, last_at, shut_until from playbook.knock "
                        + "where name = ? and source = ? for update")
                .params(counter.name(), counter.source())
                .query((row, n) -> {
                    var shut = row.getObject("shut_until", OffsetDateTime.class);
                    if (shut != null && shut.toInstant().isAfter(clock.instant())) {
                        return Optional.of(shut.toInstant());
                    }
                    var last = row.getObject("last_at", OffsetDateTime.class).toInstant();
                    var before = last.plus(FORGOTTEN).isBefore(clock.instant()) ? 0 : row.getInt("failed");
                    keep(counter, before + 1);
                    return Optional.<Instant>empty();
                })
                .optional()
                .orElseGet(Optional::empty));
    }

    private void begin(Counter counter) {
        var present = jdbc.sql("select count(*) from playbook.knock where name = ? and source = ?")
                .params(counter.name(), counter.source())
                .query(Long.class)
                .single();
        if (present > 0) {
            return;
        }
        retries.run(() -> jdbc.sql("delete from playbook.knock where last_at < ?")
                .param(at(clock.instant().minus(FORGOTTEN)))
                .update());
        try {
            jdbc.sql("insert into playbook.knock (name, source, failed, last_at) values (?, ?, 0, ?)")
                    .params(counter.name(), counter.source(), at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException atTheSameMoment) {
            LOG.debug("Two knocks at the same moment: both are counted");
        }
    }

    private void keep(Counter counter, int failed) {
        var pause = pause(failed - counter.free());
        if (!pause.isZero()) {
            LOG.warn(
                    "{} wrong passwords for {}: shut for {} minutes",
                    failed,
                    (counter.name() + " " + counter.source()).strip(),
                    pause.toMinutes());
        }
        jdbc.sql("update playbook.knock set failed = ?, last_at = ?, shut_until = ? where name = ? and source = ?")
                .params(
                        failed,
                        at(clock.instant()),
                        pause.isZero() ? null : at(clock.instant().plus(pause)),
                        counter.name(),
                        counter.source())
                .update();
    }

    /** One minute, two, four, and then always the longest. */
    private static Duration pause(int tooMany) {
        if (tooMany < 0) {
            return Duration.ZERO;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tooMany, Byte.SIZE));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Optional<Instant> shutUntil(String which, Object... params) {
        return jdbc
                .sql("select shut_until from playbook.knock where shut_until is not null and " + which
                        + " order by shut_until desc")
                .params(params)
                .query((row, n) ->
                        row.getObject("shut_until", OffsetDateTime.class).toInstant())
                .list()
                .stream()
                .filter(clock.instant()::isBefore)
                .findFirst();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
