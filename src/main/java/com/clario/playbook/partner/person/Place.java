package com.clario.playbook.partner.person;

import java.util.List;

/**
 * Columns of a table in which people write freely, so that a contact may stand in them.
 *
 * @param what how people call it, such as {@code Timeline}
 * @param ofPartner the condition for the rows of one partner, which it calls {@code :partner}
 * @param only the condition for the rows this is about, whichever partner they belong to
 * @param texts what is searched
 * @param beside what stands in the same row and is told with it
 * @param stays why it may not be changed; null where the person is taken out of it
 */
public record Place(
        String what,
        String table,
        String ofPartner,
        String only,
        List<String> texts,
        List<String> beside,
        String stays) {

    public static Place of(String what, String table, String ofPartner, String... texts) {
        return new Place(what, "playbook." + table, ofPartner, "1 = 1", List.of(texts), List.of(), null);
    }

    public Place beside(String... columns) {
        return new Place(what, table, ofPartner, only, texts, List.of(columns), stays);
    }

    public Place only(String rows) {
        return new Place(what, table, ofPartner, rows, texts, beside, stays);
    }

    public Place stays(String why) {
        return new Place(what, table, ofPartner, only, texts, beside, why);
    }
}
