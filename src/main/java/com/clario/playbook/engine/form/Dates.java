package com.clario.playbook.engine.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads days, as yyyy-MM-dd. */
final class Dates {

    private static final int MOST_YEARS = 10;

    private Dates() {}

    static String read(FormField field, Object given, Surroundings around) {
        var day = day(field, given);
        if (day.isBefore(around.today().minusYears(MOST_YEARS))
                || day.isAfter(around.today().plusYears(MOST_YEARS))) {
            throw field.refuse("is more than ten years away; check the year");
        }
        if (field.limits().noPastDays() && day.isBefore(around.today())) {
            throw field.refuse("must not lie in the past");
        }
        return day.toString();
    }

    private static LocalDate day(FormField field, Object given) {
        try {
            return LocalDate.parse(given instanceof String text ? text : "");
        } catch (DateTimeParseException notADay) {
            throw field.refuse("must be a date such as 2026-01-31");
        }
    }
}
