package com.clario.playbook.access.account;

import java.time.Instant;

/**
 * How an account stands.
 *
 * @param oneTimeUntil until when its password for one sign-in is good; null where it has one of its own
 * @param leftAt when its person left; null while here
 * @param shutUntil until when wrong passwords keep it shut; null where they do not
 */
record Standing(Instant oneTimeUntil, Instant leftAt, Instant shutUntil) {

    public boolean left() {
        return leftAt != null;
    }

    public boolean shut() {
        return shutUntil != null;
    }

    public boolean oneTime() {
        return oneTimeUntil != null && !left();
    }
}
