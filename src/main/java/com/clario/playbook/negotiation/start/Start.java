package com.clario.playbook.negotiation.start;

import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;

/**
 * How a version of the terms begins.
 *
 * @param on its first day, the day after the version it renews; null where it follows from the signature
 * @param replaces the signed version it replaces, with all before that; null for the first one
 */
public record Start(LocalDate on, Integer replaces) {

    /** With the signature, where nothing was signed before. */
    public static final Start FIRST = new Start(null, null);

    public boolean replacing() {
        return replaces != null;
    }

    /** The first day; a replaced version keeps the day of the signature, so that no day is divided between two. */
    public LocalDate firstDay(LocalDate signedOn) {
        if (on != null) {
            return on;
        }
        return replacing() ? signedOn.plusDays(1) : signedOn;
    }

    /** How people say it. */
    public String words() {
        if (on != null) {
            return "on " + Shown.day(on) + ", the day after the end of version " + replaces;
        }
        return replacing()
                ? "on the day after both have signed, instead of version " + replaces
                : "on the day of the signature";
    }
}
