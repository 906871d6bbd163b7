package com.clario.playbook.rules.words;

import com.clario.playbook.rules.table.Column;
import java.util.regex.Pattern;

/** What a column's label says inside a sentence, where the column brings no words of its own. */
final class Labels {

    private static final Pattern BOUND = Pattern.compile(" (from|above|below|up to)$");

    /** "Leads a month" and "open complaints": the first or the last word. */
    private static final Pattern PLURAL = Pattern.compile("^\\p{L}{2,}[^s]s\\b|\\b\\p{L}{2,}[^s]s$");

    private Labels() {}

    /** The label without its bound, small at the beginning: "Merchants from" is about merchants. */
    static String subject(Column column) {
        return small(BOUND.matcher(column.label()).replaceFirst(""));
    }

    /** "merchants are {}", "the partner type is {}", "API is {}". */
    static String clause(Column column) {
        var subject = subject(column);
        if (Line.isNumber(column)) {
            return subject + (isPlural(subject) ? " are {}" : " is {}");
        }
        return (subject.equals(column.label()) ? "" : "the ") + subject + " is {}";
    }

    /** An abbreviation keeps its capitals. */
    static String small(String text) {
        var keeps = text.length() > 1 && !Character.isLowerCase(text.charAt(1)) && text.charAt(1) != ' ';
        return text.isEmpty() || keeps ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean isPlural(String subject) {
        return PLURAL.matcher(subject).find();
    }
}
