package com.clario.playbook.access.key;

import com.clario.playbook.access.People;
import com.clario.playbook.access.key.ApiKey.Issued;
import com.clario.playbook.access.key.ApiKey.Revocation;
import com.clario.playbook.access.key.ApiKey.Scope;
import com.clario.playbook.engine.Refusal;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The API keys of all partnerships; two of one scope may live side by side, so that a key can be changed at leisure. */
@Repository
public class ApiKeys {

    private static final int LIVE_AT_ONCE = 2;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Issues a key; its text is in the answer and nowhere else.
     *
     * @param expiresAt null for a key that does not end by itself
     */
    @Transactional
    public Issued issue(String partnership, Scope scope, Instant expiresAt) {
        var text = KeyText.drawn(random);
        try {
            jdbc.sql("insert into playbook.api_key (id, partnership, scope, fingerprint, issued_by, issued_at, "
                            + "expires_at, live_place) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            text.id(),
                            partnership,
                            scope.name(),
                            text.fingerprint(),
                            people.current().id(),
                            now(),
                            expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC),
                            place(partnership, scope))
                    .update();
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new Refusal("Somebody else issued a key at the same moment. Reload and look first.", atTheSameMoment);
        }
        return new Issued(find(text.id()).orElseThrow(), text.text());
    }

    /** Issues the key's successor and lets the old one work on for a while, so that the partner can change over. */
    @Transactional
    public Issued rotate(String partnership, String id, Duration grace) {
        var old = of(partnership).stream()
                .filter(key -> key.id().equals(id) && key.live(clock.instant()))
                .findFirst()
                .orElseThrow(() -> new Refusal("This key is not live any more, so there is nothing to replace."));
        var issued = issue(partnership, old.scope(), null);
        var ends = clock.instant().plus(grace).truncatedTo(ChronoUnit.SECONDS);
        if (old.expiresAt() == null || old.expiresAt().isAfter(ends)) {
            jdbc.sql("update playbook.api_key set expires_at = ? where id = ?")
                    .params(ends.atOffset(ZoneOffset.UTC), id)
                    .update();
        }
        return issued;
    }

    /** Ends a key at once: the next call with it is refused. */
    @Transactional
    public void revoke(String partnership, String id, String why) {
        if (end("and id = ?", why, partnership, id) == 0) {
            throw new Refusal("This key is revoked already.");
        }
    }

    /** Ends all keys of a partnership at once; tells how many there were. */
    @Transactional
    public int revokeAll(String partnership, String why) {
        return end("", why, partnership);
    }

    /** All keys of a partnership that ever were, newest first. */
    public List<ApiKey> of(String partnership) {
        return jdbc.sql("select * from playbook.api_key where partnership = ? order by issued_at desc, id")
                .param(partnership)
                .query(ApiKeys::key)
                .list();
    }

    /** The keys of a partnership that open something now, newest first. */
    public List<ApiKey> live(String partnership) {
        return of(partnership).stream().filter(key -> key.live(clock.instant())).toList();
    }

    /** Whether a key is written as ours are; asks nobody. */
    public static boolean isWellWritten(String text) {
        return KeyText.read(text).isPresent();
    }

    /** The key whose secret this is, live or not; nothing where nobody holds it. */
    public Optional<ApiKey> holding(String text) {
        return KeyText.read(text).flatMap(written -> jdbc
                .sql("select * from playbook.api_key where id = ?")
                .param(written.id())
                .query((row, n) -> written.hasFingerprint(row.getString("fingerprint")) ? key(row, n) : null)
                .list()
                .stream()
                .flatMap(key -> Optional.ofNullable(key).stream())
                .findFirst());
    }

    /** Remembers that a key was used, at most once a minute. */
    public void used(ApiKey key) {
        if (key.lastUsedAt() == null
                || key.lastUsedAt().isBefore(clock.instant().minus(REMEMBERED))) {
            jdbc.sql("update playbook.api_key set last_used_at = ? where id = ?")
                    .params(now(), key.id())
                    .update();
        }
    }

    private Optional<ApiKey> find(String id) {
        return jdbc.sql("select * from playbook.api_key where id = ?")
                .param(id)
                .query(ApiKeys::key)
                .optional();
    }

    /** The first free place; the database gives each to one key only, however many people ask at once. */
    private int place(String partnership, Scope scope) {
        jdbc.sql("update playbook.api_key set live_place = null where partnership = ? and expires_at <= ?")
                .params(partnership, now())
                .update();
        var taken = jdbc.sql("select live_place from playbook.api_key "
                        + "where partnership = ? and scope = ? and live_place is not null")
                .params(partnership, scope.name())
                .query(Integer.class)
                .list();
        return IntStream.rangeClosed(1, LIVE_AT_ONCE)
                .filter(place -> !taken.contains(place))
                .findFirst()
                .orElseThrow(() -> new Refusal("Two keys are live already: revoke one before you issue another."));
    }

    private int end(String which, String why, Object... whose) {
        return jdbc.sql("update playbook.api_key set revoked_by = ?, revoked_at = ?, revoked_why = ?, "
                        + "live_place = null where partnership = ? and revoked_at is null " + which)
                .params(people.current().id(), now(), why)
                .params(whose)
                .update();
    }

    private static ApiKey key(ResultSet row, int n) throws SQLException {
        var revoked = instant(row, "revoked_at");
        return new ApiKey(
                row.getString("id"),
                row.getString("partnership"),
                Scope.valueOf(row.getString("scope")),
                row.getString("issued_by"),
                instant(row, "issued_at"),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                revoked == null
                        ? null
                        : new Revocation(row.getString("revoked_by"), revoked, row.getString("revoked_why")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }
}
