package com.clario.playbook.rules.check;

/** Thrown when rows that passed the gate still do not become a rule base. */
public class NotCompiled extends RuntimeException {

    private final boolean passing;

    NotCompiled(String message) {
        this(message, null);
    }

    NotCompiled(String message, Throwable cause) {
        this(message, cause, false);
    }

    private NotCompiled(String message, Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** Where there was no time, which says nothing about the rows. */
    static NotCompiled forNow(String message, Throwable cause) {
        return new NotCompiled(message, cause, true);
    }

    /** Whether the same rows may well compile later. */
    public boolean isPassing() {
        return passing;
    }
}
