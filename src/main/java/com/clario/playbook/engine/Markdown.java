package com.clario.playbook.engine;

import java.util.regex.Pattern;

/** The Markdown a form's text is written in, for whatever was typed by people and must not be read as such. */
public final class Markdown {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&@]");

    /** What GitHub's Markdown turns into a link by itself; an address has lost its @ already. */
    private static final Pattern LINKS = Pattern.compile("(?i)(?<=https?|ftp|mailto|xmpp|javascript):|(?<=www)\\.");

    private static final Pattern LIST_OR_HEADING = Pattern.compile("(?m)^[-+=]|(?<=^\\d{1,9})[.)]");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");

    private Markdown() {}

    /** The text as Markdown that shows it letter by letter; its line breaks stay. */
    public static String literal(String typed) {
        var text = INDENT.matcher(typed == null ? "" : typed).replaceAll("");
        return encoded(LIST_OR_HEADING, encoded(LINKS, encoded(SIGNS, text)));
    }

    private static String encoded(Pattern signs, String text) {
        return signs.matcher(text)
                .replaceAll(found -> "&#" + (int) found.group().charAt(0) + ";");
    }
}
