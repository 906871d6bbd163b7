package com.clario.playbook.programme;

/**
 * Where the programme stands today: the year it is in, what that year is to bring and what there is.
 *
 * @param year 0 before the first
 * @param target what holds this year, or in the first while it is still to come
 * @param active how many partnerships are active now
 */
public record Standing(Programme programme, int year, ProgrammeYear target, int active) {

    /** Whether fewer partnerships are active than this year asks for. */
    public boolean behind() {
        return year > 0 && target.partnershipsFrom() != null && active < target.partnershipsFrom();
    }

    public String yearInWords() {
        return year == 0 ? "Not started" : "Year " + year;
    }

    /** Active partnerships against the target, such as 1 of 2-3. */
    public String activeInWords() {
        return target.partnershipsFrom() == null ? Integer.toString(active) : active + " of " + target.partnerships();
    }
}
