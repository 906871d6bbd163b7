package com.clario.playbook.partner.csv;

import com.clario.playbook.partner.Criterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a file of partners, by the words in its first row. */
final class Columns {

    static final String NAME = "name";
    static final String CODE = "code";
    static final String TYPE = "type";
    static final String WEBSITE = "website";
    static final String ABOUT = "about";
    static final String TO_THEM = "value to them";
    static final String TO_US = "value to us";

    static final String CONTACT = "contact name";
    static final String ROLE = "contact role";
    static final String MAIL = "contact mail";
    static final String LANGUAGE = "contact language";
    static final String MUTUAL = "contact mutual";
    static final String LEAVE_ALONE = "do not contact";

    /** Each column with what the sentences of a refusal call it. */
    static final Map<String, String> PARTNER = labels(
            NAME,
            "Name",
            CODE,
            "Code",
            TYPE,
            "Type",
            WEBSITE,
            "Website",
            ABOUT,
            "About",
            TO_THEM,
            "Value to them",
            TO_US,
            "Value to us");

    static final Map<String, String> PERSON = labels(
            CONTACT,
            "Name",
            ROLE,
            "Role",
            MAIL,
            "Mail",
            LANGUAGE,
            "Language",
            MUTUAL,
            "Mutual",
            LEAVE_ALONE,
            "Do not contact");

    static final List<String> REQUIRED = List.of(NAME, TYPE, TO_THEM, TO_US);

    /** Where a text may have lines of its own. */
    static final List<String> MANY_LINES = List.of(ABOUT, TO_THEM, TO_US);

    private Columns() {}

    static List<String> all() {
        return list("", " source", " found on", " note");
    }

    static List<String> template() {
        return list("", " source");
    }

    private static List<String> list(String... parts) {
        var columns = new ArrayList<>(PARTNER.keySet());
        columns.addAll(PERSON.keySet());
        for (var criterion : Criterion.values()) {
            columns.addAll(
                    Arrays.stream(parts).map(part -> answer(criterion) + part).toList());
        }
        return columns;
    }

    /** Such as {@code analytics gap}. */
    static String answer(Criterion criterion) {
        return criterion.word().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    static Map<String, String> fact(Criterion criterion) {
        var answer = answer(criterion);
        return labels(
                answer,
                "Answer",
                answer + " source",
                "Source",
                answer + " found on",
                "Found on",
                answer + " note",
                "Note");
    }

    /** The column somebody means, whatever the capitals, blanks and hyphens. */
    static Optional<String> meant(String typed) {
        return all().stream()
                .filter(column -> letters(column).equals(letters(typed)))
                .findFirst();
    }

    /** The column that begins as the mistaken one does, else one of about the same letters. */
    static String hint(String typed) {
        var letters = letters(typed);
        var begun = all().stream()
                .filter(column -> letters.length() >= 3
                        && (letters(column).startsWith(letters) || letters.startsWith(letters(column))));
        var alike =
                all().stream().filter(column -> common(letters(column), letters) >= Math.max(3, letters.length() - 3));
        return Stream.concat(begun, alike)
                .findFirst()
                .map(column -> " Did you mean “" + column + "”?")
                .orElse(" The template shows all columns.");
    }

    private static long common(String one, String other) {
        var left = new StringBuilder(other);
        return one.chars()
                        .filter(letter -> {
                            var at = left.indexOf(Character.toString(letter));
                            if (at >= 0) {
                                left.deleteCharAt(at);
                            }
                            return at >= 0;
                        })
                        .count()
                - Math.abs(one.length() - other.length());
    }

    private static String letters(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
    }

    private static Map<String, String> labels(String... pairs) {
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }

    /** The names of columns as a sentence has them. */
    static String quoted(List<String> columns) {
        return Stream.of(columns)
                .flatMap(List::stream)
                .map(column -> "“" + column + "”")
                .collect(Collectors.joining(", "));
    }
}
