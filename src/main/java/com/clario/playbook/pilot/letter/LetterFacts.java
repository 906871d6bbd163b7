package com.clario.playbook.pilot.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * What a pilot letter says: one plan, with the names of both sides.
 *
 * @param tried what the customers try, as the planner wrote it
 * @param price what a customer pays per month meanwhile; empty where the pilot is free
 */
public record LetterFacts(
        String code,
        int number,
        LocalDate date,
        String partner,
        String product,
        String tried,
        LocalDate startsOn,
        int days,
        String price,
        int targetActivePercent,
        String targetSatisfaction,
        String failureCriteria,
        List<String> customers) {

    public boolean free() {
        return price.isEmpty();
    }
}
