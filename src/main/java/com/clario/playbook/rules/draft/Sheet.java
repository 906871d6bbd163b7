package com.clario.playbook.rules.draft;

import java.util.List;
import java.util.Map;

/**
 * The cells of a rule set exactly as a manager typed them, right or wrong.
 *
 * @param tables the lines of each table by its name: id, the table's own columns, reason
 * @param cases the lines of the cases without their first line of names
 */
public record Sheet(Map<String, List<List<String>>> tables, List<List<String>> cases) {

    public Sheet {
        tables = Map.copyOf(tables);
        cases = List.copyOf(cases);
    }
}
