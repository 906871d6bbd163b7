package com.clario.playbook.document;

import com.clario.playbook.engine.Refusal;

/** What a document is in the life of a partnership. */
enum Kind {
    SIGNED_CONTRACT("Signed contract"),
    PITCH_DECK("Pitch deck"),
    CONTRACT_DRAFT("Contract draft"),
    OTHER("Other document");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
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
