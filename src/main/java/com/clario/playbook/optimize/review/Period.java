package com.clario.playbook.optimize.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a review is about: a month's figures, and the months since the last review.
 *
 * @param from the first month this review covers; earlier than {@code month} where months passed without a review
 * @param month the month the figures are of
 * @param soFar whether the month was not over: the same month comes again when it is
 */
public record Period(YearMonth from, YearMonth month, boolean soFar) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    static Period soFar(YearMonth month) {
        return new Period(month, month, true);
    }

    static Period of(LocalDate from, LocalDate month, boolean soFar) {
        return new Period(YearMonth.from(from), YearMonth.from(month), soFar);
    }

    /** A month as people write it, such as Oct 2026. */
    public static String label(YearMonth month) {
        return MONTH.format(month);
    }

    /** The month of the figures in words. */
    public String label() {
        return label(month) + (soFar ? " so far" : "");
    }

    /** How many months the review covers. */
    public int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, month)) + 1;
    }

    /** The same, with the months that passed without figures. */
    public String line() {
        return months() == 1
                ? label()
                : label() + "; the review covers " + months() + " months, from " + label(from)
                        + " on, and the earlier ones have no figures";
    }
}
