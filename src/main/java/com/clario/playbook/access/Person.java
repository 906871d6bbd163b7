package com.clario.playbook.access;

import java.util.Set;

/** Somebody who acts: a colleague, or the system itself. */
public record Person(String id, String name, String mail, Set<String> groups) {

    /** Who acts when a timer or the start-up does. */
    public static final Person SYSTEM = new Person("system", "The system", "", Set.of());

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
