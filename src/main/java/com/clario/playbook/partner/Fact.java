package com.clario.playbook.partner;

import com.clario.playbook.engine.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * One thing we know about a partner, with where it comes from; without a source it is unproven.
 *
 * @param criterion one of the research criteria, such as {@code merchants}
 * @param worth what we know, as a person would type it: a number, YES or NO, or a choice
 * @param on when it was found; null where nobody said
 */
public record Fact(String partner, String criterion, String worth, String source, LocalDate on, String note) {

    /** Begins the source of every figure the demo made up, and goes wherever the source is shown. */
    public static final String INVENTED = "Demo figure, invented";

    /** A fact as a person wrote it down; found today unless a day is given. */
    public static Fact typed(
            String partner, String criterion, String worth, String source, String on, String note, LocalDate today) {
        var asked = Criterion.of(criterion).orElseThrow(() -> new Refusal("Criterion: choose what this is about."));
        return new Fact(
                partner,
                criterion,
                asked.kept(worth),
                Partner.optional("Source", source, 500),
                day(on, today),
                Partner.optional("Note", note, 1000));
    }

    private static LocalDate day(String on, LocalDate today) {
        try {
            var day = on == null || on.isBlank() ? today : LocalDate.parse(on.strip());
            if (day.isAfter(today)) {
                throw new Refusal("Found on: the day lies in the future.");
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            throw new Refusal("Found on: enter a day such as 2026-11-22.", unreadable);
        }
    }

    public boolean invented() {
        return proven() && source.startsWith(INVENTED);
    }

    /** How many days ago it was found; 0 where nobody said when. */
    public long ageInDays(LocalDate today) {
        return on == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(on, today));
    }

    public boolean proven() {
        return source != null && !source.isBlank();
    }
}
