package com.clario.playbook.partnership;

import com.clario.playbook.engine.Refusal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Dates as the business counts them: in its own zone, with work from Monday to Friday. */
@Component
public class BusinessDays {

    private static final LocalTime CLOSE = LocalTime.of(17, 0);

    private final Clock clock;
    private final ZoneId zone;

    BusinessDays(Clock clock, @Value("${playbook.zone}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    public ZoneId zone() {
        return zone;
    }

    /** Close of business so many working days from today. */
    public Date closeIn(int workingDays) {
        var day = today();
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return Date.from(day.atTime(CLOSE).atZone(zone).toInstant());
    }

    /** A day as a form sends it, such as 2026-01-31. */
    public static LocalDate read(String field, String day) {
        if (day == null || day.isBlank()) {
            throw new Refusal(field + ": choose a date.");
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException notADay) {
            throw new Refusal(field + ": " + day + " is not a date such as 2026-01-31.", notADay);
        }
    }

    /** The first moment of a day. */
    public Date start(LocalDate day) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }
}
