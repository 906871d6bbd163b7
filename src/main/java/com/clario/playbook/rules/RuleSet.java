package com.clario.playbook.rules;

import com.clario.playbook.rules.table.Table;
import java.util.List;

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
}
