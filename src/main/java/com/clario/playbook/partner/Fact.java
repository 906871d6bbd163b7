package com.clario.playbook.partner;

import java.time.LocalDate;

/**
 * One thing we know about a partner, with where it comes from; without a source it is unproven.
 *
 * @param criterion one of the research criteria, such as {@code merchants}
 * @param worth what we know, as a person would type it: a number, YES or NO, or a choice
 * @param on when it was found; null where nobody said
 */
public record Fact(String partner, String criterion, String worth, String source, LocalDate on, String note) {

    public boolean proven() {
        return source != null && !source.isBlank();
    }
}
