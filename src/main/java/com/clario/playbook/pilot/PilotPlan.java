package com.clario.playbook.pilot;

import com.clario.playbook.engine.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A pilot as a person plans it: whom it tries, when, and what success and failure mean. */
record PilotPlan(
        List<String> customers,
        LocalDate startsOn,
        int days,
        int targetActivePercent,
        BigDecimal targetSatisfaction,
        String failureCriteria,
        String scope,
        String whoPays) {

    /** The customers pay nothing, and each company bears its own costs. */
    static final String FREE = "FREE";

    /** The customers pay the agreed price. */
    static final String PRICE = "PRICE";

    private static final int LONGEST_NAME = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    PilotPlan {
        within("Length", days, 1, 365, "days");
        within("Customers active at the end", targetActivePercent, 1, 100, "%");
        satisfaction("Satisfaction", targetSatisfaction);
        failureCriteria = atMost("What failure means", text("What failure means", failureCriteria), 1000);
        scope = atMost("What the customers try", text("What the customers try", scope), 500);
        if (!FREE.equals(whoPays) && !PRICE.equals(whoPays)) {
            throw new Refusal("Who pays: choose whether the customers pay meanwhile.");
        }
    }

    PilotPlanFacts facts() {
        return new PilotPlanFacts(customers.size(), days);
    }

    /** One customer per line; empty lines do not count, and nobody counts twice. */
    static List<String> names(String lines) {
        var names = new LinkedHashMap<String, String>();
        for (var line : text("Customers", lines).split("\\R")) {
            var name = line.strip().replaceAll("\\s+", " ");
            if (name.length() > LONGEST_NAME) {
                throw new Refusal(
                        "Customers: a name has at most 200 characters; put each customer on a line of its own.");
            }
            if (!name.isEmpty()) {
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return List.copyOf(names.values());
    }

    static LocalDate startFrom(String written, LocalDate today) {
        try {
            var day = LocalDate.parse(text("First day", written));
            if (day.isBefore(today)) {
                throw new Refusal("First day: a pilot cannot start in the past; choose today or a later day.");
            }
            if (day.isAfter(today.plusYears(1))) {
                throw new Refusal("First day: choose a day within a year.");
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            throw new Refusal("First day: choose a date.", unreadable);
        }
    }

    static BigDecimal satisfaction(String field, String written) {
        var text = text(field, written);
        if (!NUMBER.matcher(text).matches()) {
            throw new Refusal(field + ": enter a number from 1 to 5.");
        }
        return satisfaction(field, new BigDecimal(text));
    }

    private static BigDecimal satisfaction(String field, BigDecimal answer) {
        if (answer.compareTo(BigDecimal.ONE) < 0 || answer.compareTo(BigDecimal.valueOf(5)) > 0) {
            throw new Refusal(field + ": enter a number from 1 to 5.");
        }
        if (answer.stripTrailingZeros().scale() > 1) {
            throw new Refusal(field + ": one decimal is enough.");
        }
        return answer;
    }

    static int within(String field, Integer number, int least, int most, String unit) {
        if (number == null || number < least || number > most) {
            throw new Refusal((field + ": enter " + least + " to " + most + " " + unit).strip() + ".");
        }
        return number;
    }

    static String atMost(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new Refusal("%s: at most %,d characters, it has %,d.".formatted(field, longest, text.length()));
        }
        return text;
    }

    static String text(String field, String written) {
        if (written == null || written.isBlank()) {
            throw new Refusal(field + ": fill it in.");
        }
        return written.strip();
    }
}
