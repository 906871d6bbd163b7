package com.clario.playbook.programme;

import com.clario.playbook.engine.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What people type, checked, and what they read. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Words() {}

    static String needed(String field, String typed, int longest) {
        var text = optional(field, typed, longest);
        if (text == null) {
            throw new Refusal(field + ": fill it in.");
        }
        return text;
    }

    /** Without blanks around it; null where nothing was typed. */
    static String optional(String field, String typed, int longest) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            throw new Refusal(field + ": at most " + longest + " characters, it has " + text.length() + ".");
        }
        return text.isEmpty() ? null : text;
    }

    static String day(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    static String shown(Object value) {
        return value == null ? "–" : value.toString();
    }
}
