package com.clario.playbook.engine.form;

import java.util.regex.Pattern;

/** Reads what somebody wrote. */
final class Texts {

    /** Control characters other than tab and line ends: PostgreSQL cannot store some, nobody types the rest. */
    private static final Pattern UNTYPEABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    private Texts() {}

    static String read(FormField field, Object given) {
        if (!(given instanceof String text)) {
            throw field.refuse("must be text");
        }
        var limits = field.limits();
        if (text.length() > limits.maxLength()) {
            throw field.refuse("may have at most " + limits.maxLength() + " characters");
        }
        if (text.length() < limits.minLength()) {
            throw field.refuse("must have at least " + limits.minLength() + " characters");
        }
        if (UNTYPEABLE.matcher(text).find()) {
            throw field.refuse("holds characters that cannot be stored");
        }
        if (limits.pattern() != null
                && !Pattern.compile(limits.pattern()).matcher(text).find()) {
            throw field.refuse("is not written as it should be");
        }
        return text;
    }
}
