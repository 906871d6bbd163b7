package com.clario.playbook.rules.words;

import java.util.List;

/** Words in a row, as English joins them. */
final class Lists {

    private Lists() {}

    static String and(List<String> words) {
        return joined(words, " and ");
    }

    static String or(List<String> words) {
        return joined(words, " or ");
    }

    private static String joined(List<String> words, String last) {
        var most = words.size() - 1;
        return most < 1 ? String.join("", words) : String.join(", ", words.subList(0, most)) + last + words.get(most);
    }
}
