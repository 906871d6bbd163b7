package com.clario.playbook.rules;

import com.clario.playbook.rules.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * A named decision: the facts it asks for, the tables it consults and the verdicts it may give. A stage registers its
 * own as a bean.
 *
 * @param name such as {@code identify/fit}
 * @param folder where version 1 ships, such as {@code rules/1-identify/fit}
 * @param title what it decides, in plain words
 * @param used when it decides, in a sentence
 */
public record RuleSet<F>(
        String name,
        String folder,
        String title,
        String used,
        Class<F> facts,
        List<String> verdicts,
        List<Table> tables) {

    public RuleSet {
        verdicts = List.copyOf(verdicts);
        tables = List.copyOf(tables);
    }

    public static <F> RuleSet<F> of(
            String name,
            String folder,
            String title,
            String used,
            Class<F> facts,
            List<String> verdicts,
            Table... tables) {
        return new RuleSet<>(name, folder, title, used, facts, verdicts, List.of(tables));
    }

    /** What people call a fact, a sum or an answer: as its column does, without the bound. */
    public String label(String field) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.field().equals(field))
                .findFirst()
                .map(column -> column.label().replaceFirst(" (from|above|below|up to)$", ""))
                .orElseGet(() -> spoken(field));
    }

    /** The words a name of our own is made of, for what stands above no column or in no rule set any more. */
    public static String spoken(String field) {
        var words = field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
