package com.clario.playbook.optimize.review;

import com.clario.playbook.engine.Refusal;

/** What a person has to say in words. */
public final class Said {

    private Said() {}

    /** The text of a field, stripped; refused where it is missing or too long. */
    public static String text(String field, String text, int longest) {
        needed(field + ": fill it in", text);
        if (text.strip().length() > longest) {
            throw new Refusal(field + ": at most " + longest + " characters, it has "
                    + text.strip().length() + ".");
        }
        return text.strip();
    }

    static void needed(String demand, String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal(demand + ".");
        }
    }
}
