package com.clario.playbook.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The groups people work in; their names stand in every drawing. */
public final class Groups {

    public static final String PARTNERSHIPS = "partnerships";
    public static final String LEGAL = "legal";
    public static final String MANAGERS = "managers";
    public static final String FINANCE = "finance";
    public static final String ADMINS = "camunda-admin";

    /** Those who do the playbook's work; administrators only keep the house. */
    public static final List<String> WORKING = List.of(PARTNERSHIPS, LEGAL, MANAGERS, FINANCE);

    /** How people call each group. */
    public static final Map<String, String> NAMES = Map.of(
            PARTNERSHIPS, "Partnerships",
            LEGAL, "Legal",
            MANAGERS, "Managers",
            FINANCE, "Finance",
            ADMINS, "Administrators");

    /** Every group, those who work first. */
    public static final List<String> ALL = List.of(PARTNERSHIPS, LEGAL, MANAGERS, FINANCE, ADMINS);

    /** The names of some groups, in the order of the house. */
    public static String names(Collection<String> groups) {
        return groups.stream()
                .sorted(Comparator.comparing((String group) -> ALL.contains(group) ? ALL.indexOf(group) : ALL.size())
                        .thenComparing(Comparator.naturalOrder()))
                .map(group -> NAMES.getOrDefault(group, group))
                .collect(Collectors.joining(", "));
    }

    private Groups() {}
}
