package com.clario.playbook.rules.sweep;

import java.math.BigDecimal;
import java.util.Locale;

/** A place between numbers: just before a value, or just after it. */
record Cut(BigDecimal value, boolean after) implements Comparable<Cut> {

    static Cut before(BigDecimal value) {
        return new Cut(value, false);
    }

    static Cut after(BigDecimal value) {
        return new Cut(value, true);
    }

    /** Among whole numbers, after 5 is before 6. */
    Cut amongWholes() {
        return after ? before(value.add(BigDecimal.ONE)) : this;
    }

    String text() {
        return value.toPlainString();
    }

    String words() {
        return words(value);
    }

    /** A number as people write it: 20,000. */
    static String words(BigDecimal number) {
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    @Override
    public int compareTo(Cut other) {
        var order = value.compareTo(other.value);
        return order == 0 ? Boolean.compare(after, other.after) : order;
    }
}
