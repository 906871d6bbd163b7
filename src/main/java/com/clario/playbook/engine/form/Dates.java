package com.clario.playbook.engine.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads days, as yyyy-MM-dd. */
final class Dates {

    private Dates() {}

    static String read(FormField field, Object given, Surroundings around) {
        var day = day(field, given);
        if (field.limits().noPastDays() && day.isBefore(around.today())) {
            throw field.refuse("must not lie in the past");
        }
        return day.toString();
    }

    private static LocalDate day(FormField field, Object given) {
        try {
            var day = LocalDate.parse(given instanceof String text ? text : "");
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // said below, in words
        }
        throw field.refuse("must be a date such as 2026-01-31");
    }
}
