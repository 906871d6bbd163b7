package com.clario.playbook.document;

import com.clario.playbook.engine.Refusal;
import java.util.List;

/** What a document is in the life of a partnership. */
enum Kind {
    SIGNED_CONTRACT("Signed contract"),
    PITCH_DECK("Pitch deck"),
    CONTRACT_DRAFT("Contract draft"),
    SIGNED_PILOT_LETTER("Signed pilot letter"),
    PILOT_LETTER_DRAFT("Pilot letter draft"),
    OTHER("Other document");

    /** What a person may store; drafts come from us alone, since legal approves what they were made of. */
    static final List<Kind> OF_PEOPLE = List.of(SIGNED_CONTRACT, SIGNED_PILOT_LETTER, PITCH_DECK, OTHER);

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static void byPerson(String name) {
        var kind = of(name);
        if (kind == PILOT_LETTER_DRAFT) {
            throw new Refusal("A pilot letter is made from the plan and cannot be uploaded: change the plan.");
        }
        if (!OF_PEOPLE.contains(kind)) {
            throw new Refusal("A contract draft is made from the terms and cannot be uploaded: propose new terms.");
        }
    }

    static Kind of(String name) {
        for (Kind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new Refusal("Choose what kind of document this is.");
    }
}
