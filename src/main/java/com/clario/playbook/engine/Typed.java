package com.clario.playbook.engine;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Words a person typed into a field, as every database takes them. */
public final class Typed {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private Typed() {}

    /** The words without what surrounds them and without control characters but line breaks; empty for null. */
    public static String words(String typed) {
        var text = typed == null ? "" : typed.replace("\r\n", "\n");
        // Half a character, as a program may send it, has no bytes in a database.
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return CONTROL.matcher(whole).replaceAll("").strip();
    }
}
