package com.clario.playbook.document;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** What a document is in the life of a partnership. */
enum Kind {
    SIGNED_CONTRACT("Signed contract"),
    PITCH_DECK("Pitch deck"),
    CONTRACT_DRAFT("Contract draft"),
    SIGNED_PILOT_LETTER("Signed pilot letter"),
    PILOT_LETTER_DRAFT("Pilot letter draft"),
    NOTICE_LETTER("Notice letter"),
    FINAL_STATEMENT("Final statement"),
    CLOSING_SUMMARY("Summary at the end"),
    OTHER("Other document");

    /** What a person may store; drafts come from us alone, since legal approves what they were made of. */
    static final List<Kind> OF_PEOPLE =
            List.of(SIGNED_CONTRACT, SIGNED_PILOT_LETTER, PITCH_DECK, NOTICE_LETTER, FINAL_STATEMENT, OTHER);

    private static final String[] STORING = {Groups.PARTNERSHIPS, Groups.LEGAL, Groups.MANAGERS};

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Who may store such a document: finance brings final statements and nothing else. */
    static String[] groupsFor(String name) {
        return FINAL_STATEMENT.name().equals(name)
                ? Stream.concat(Stream.of(STORING), Stream.of(Groups.FINANCE)).toArray(String[]::new)
                : STORING.clone();
    }

    static List<Kind> offeredTo(Person person) {
        return OF_PEOPLE.stream()
                .filter(kind -> Stream.of(groupsFor(kind.name())).anyMatch(person::isIn))
                .toList();
    }

    static void byPerson(String name) {
        var kind = of(name);
        if (!OF_PEOPLE.contains(kind)) {
            throw new Refusal(
                    switch (kind) {
                        case CONTRACT_DRAFT ->
                            "A contract draft is made from the terms and cannot be uploaded: propose new terms.";
                        case PILOT_LETTER_DRAFT ->
                            "A pilot letter is made from the plan and cannot be uploaded: change the plan.";
                        default -> "The summary at the end is made from the case and cannot be uploaded.";
                    });
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
