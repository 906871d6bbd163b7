package com.clario.playbook.engine.form;

/** The bounds a form sets to one field; numbers may be written as expressions. */
record Limits(
        String min, String max, int minLength, int maxLength, String pattern, Integer decimals, boolean noPastDays) {

    /** Long enough for a page of reasons, short enough for a database column. */
    static final int LONGEST_TEXT = 4_000;

    static final int MOST_ROWS = 100;

    boolean wholeNumbers() {
        return decimals != null && decimals == 0;
    }
}
