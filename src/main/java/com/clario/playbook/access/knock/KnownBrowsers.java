package com.clario.playbook.access.knock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The browsers people have signed in with; a cookie tells them, and opens nothing by itself. */
@Repository
public class KnownBrowsers {

    private static final Logger LOG = LoggerFactory.getLogger(KnownBrowsers.class);
    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How we call a browser a person has signed in with before; nothing where it is any other browser. */
    Optional<String> fingerprint(Knock knock, String person) {
        return knock.browser()
                .map(KnownBrowsers::fingerprint)
                .filter(print -> isKnown("fingerprint = ? and person = ?", print, person));
    }

    /**
     * Remembers a browser after its person has signed in.
     *
     * @return the cookie it is known by from now on
     */
    public ResponseCookie welcome(String person, Knock knock, boolean secure) {
        var held = knock.browser()
                .filter(token -> isKnown("fingerprint = ?", fingerprint(token)))
                .orElseGet(this::drawn);
        remember(fingerprint(held), person);
        return ResponseCookie.from(Knock.COOKIE, held)
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }

    private void remember(String print, String person) {
        var known = jdbc.sql("update playbook.known_browser set last_at = ? where fingerprint = ? and person = ?")
                .params(now(), print, person)
                .update();
        if (known > 0) {
            return;
        }
        jdbc.sql("delete from playbook.known_browser where last_at < ?")
                .param(now().minus(REMEMBERED))
                .update();
        try {
            jdbc.sql("insert into playbook.known_browser (fingerprint, person, last_at) values (?, ?, ?)")
                    .params(print, person, now())
                    .update();
        } catch (DuplicateKeyException atTheSameMoment) {
            LOG.debug("Two sign-ins with one browser at the same moment: it is known by the first");
        }
    }

    /** Forgets the browsers of a person, all but the one that asks. */
    public void forgetOthers(String person, Knock knock) {
        jdbc.sql("delete from playbook.known_browser where person = ? and fingerprint <> ?")
                .params(person, knock.browser().map(KnownBrowsers::fingerprint).orElse(""))
                .update();
    }

    public void forget(String person) {
        jdbc.sql("delete from playbook.known_browser where person = ?")
                .param(person)
                .update();
    }

    private boolean isKnown(String which, Object... params) {
        return jdbc.sql("select count(*) from playbook.known_browser where last_at > ? and " + which)
                        .param(now().minus(REMEMBERED))
                        .params(params)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }

    private String drawn() {
        var token = new byte[BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static String fingerprint(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
