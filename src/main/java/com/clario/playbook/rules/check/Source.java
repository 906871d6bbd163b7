package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Header;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import java.util.Map;

/**
 * All that one version of a rule set is compiled from.
 *
 * @param name the rule set's name, such as {@code identify/fit}
 * @param logic our own DRL by file name: what a table cannot say
 */
public record Source(String name, Class<?> facts, List<Rows> tables, Map<String, String> logic) {

    /** The technical half of a table's file. */
    public static String header(String name, Class<?> facts, Table table) {
        return Header.of(table, rulePackage(name, table), imports(facts), facts.getSimpleName());
    }

    static String rulePackage(String name, Table table) {
        return rulePackage(name) + "." + word(table.name());
    }

    static String rulePackage(String name) {
        return "rules." + word(name.replace('/', '.'));
    }

    static List<String> imports(Class<?> facts) {
        return List.of(facts.getName(), Findings.class.getName(), Tally.class.getName());
    }

    private static String word(String name) {
        return name.replace('-', '_');
    }
}
