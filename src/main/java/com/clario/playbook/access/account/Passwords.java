package com.clario.playbook.access.account;

import com.clario.playbook.access.People;
import com.clario.playbook.access.knock.Knock;
import com.clario.playbook.access.knock.Knocks;
import com.clario.playbook.access.knock.KnownBrowsers;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Retries;
import com.clario.playbook.engine.account.Accounts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Changes passwords: everybody their own, and administrators those of others, for one sign-in. */
@Service
class Passwords {

    static final String POLICY = "At least 8 characters; spaces between words count, so a few words make a good one.";

    static final String OLD = "Old password";
    static final String NEW = "New password";
    static final String AGAIN = "New password again";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    private static final Duration ONE_TIME = Duration.ofDays(3);

    /** Without those that look like one another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int DRAWN = 16;
    private static final int GROUP = 4;

    private final Accounts accounts;
    private final Standings standings;
    private final AccountChanges changes;
    private final Knocks knocks;
    private final KnownBrowsers browsers;
    private final People people;
    private final Retries retries;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Passwords(
            Accounts accounts,
            Standings standings,
            AccountChanges changes,
            Knocks knocks,
            KnownBrowsers browsers,
            People people,
            Retries retries,
            Clock clock) {
        this.accounts = accounts;
        this.standings = standings;
        this.changes = changes;
        this.knocks = knocks;
        this.browsers = browsers;
        this.people = people;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Changes the password of the person who acts; a wrong old one counts as a sign-in in vain.
     *
     * @return the account's new mark: sessions that hold another one end
     */
    String change(Knock knock, String old, String next, String again) {
        var me = people.current().id();
        check(me, old, next, again);
        knocks.count(me, knock).ifPresent(until -> {
            throw new Refusal(OLD + ": too many wrong ones. " + knocks.tryAgain(until));
        });
        if (!accounts.passwordFits(me, old)) {
            throw new Refusal(OLD + ": it is not the right one."
                    + knocks.shutUntil(me, knock)
                            .map(until -> " Too many were wrong. " + knocks.tryAgain(until))
                            .orElse(""));
        }
        knocks.fits(me, knock);
        browsers.forgetOthers(me, knock);
        return retries.call(() -> {
            changes.add(me, "Password changed; every other session ended");
            return people.unchecked(() -> accounts.give(me, next));
        });
    }

    private static void check(String me, String old, String next, String again) {
        if (old.isEmpty()) {
            throw new Refusal(OLD + ": fill it in.");
        }
        if (next.strip().length() < SHORTEST) {
            throw new Refusal(NEW + ": at least " + SHORTEST + " characters, it has "
                    + next.strip().length() + ".");
        }
        if (next.length() > LONGEST) {
            throw new Refusal(NEW + ": at most " + LONGEST + " characters, it has " + next.length() + ".");
        }
        if (next.equalsIgnoreCase(me)) {
            throw new Refusal(NEW + ": it is the name you sign in with; choose another.");
        }
        if (next.equals(old)) {
            throw new Refusal(NEW + ": it is the old one; choose another.");
        }
        if (!next.equals(again)) {
            throw new Refusal(AGAIN + ": it differs from the new password; type both once more.");
        }
    }

    /** Gives an account a password that lets its person in once, to choose another; it is told here and never again. */
    OneTimePassword oneTime(String person) {
        var text = drawn();
        var until = clock.instant().plus(ONE_TIME);
        var mark = people.unchecked(() -> accounts.give(person, text));
        standings.oneTime(person, mark, until);
        browsers.forget(person);
        knocks.open(person);
        return new OneTimePassword(text, until);
    }

    /** Gives an account a password nobody knows. */
    void close(String person) {
        people.unchecked(() -> accounts.give(person, drawn()));
        browsers.forget(person);
    }

    private String drawn() {
        return IntStream.range(0, DRAWN)
                .mapToObj(place ->
                        (place > 0 && place % GROUP == 0 ? "-" : "") + LETTERS.charAt(random.nextInt(LETTERS.length())))
                .collect(Collectors.joining());
    }

    /** A password for one sign-in, and until when that must be. */
    record OneTimePassword(String text, Instant until) {

        @Override
        public String toString() {
            return "a one-time password until " + until;
        }
    }
}
