package com.clario.playbook.engine.form;

import java.util.Map;

/** What a field holds, by the name its component has in a Camunda form. */
enum Kind {
    TEXT(""),
    NUMBER(null),
    DATE(null),
    YES_NO(false),
    CHOICE(null),
    CHOICES(null),
    ROWS(null),
    COMPUTED(null);

    private static final Map<String, Kind> BY_COMPONENT = Map.ofEntries(
            Map.entry("textfield", TEXT),
            Map.entry("textarea", TEXT),
            Map.entry("number", NUMBER),
            Map.entry("datetime", DATE),
            Map.entry("checkbox", YES_NO),
            Map.entry("radio", CHOICE),
            Map.entry("select", CHOICE),
            Map.entry("checklist", CHOICES),
            Map.entry("taglist", CHOICES),
            Map.entry("dynamiclist", ROWS),
            Map.entry("expression", COMPUTED));

    private final Object untouched;

    Kind(Object untouched) {
        this.untouched = untouched;
    }

    /** Null for what only shows something. */
    static Kind of(String component) {
        return BY_COMPONENT.get(component);
    }

    /** What the browser's conditions see before anybody has typed. */
    Object untouched() {
        return untouched;
    }
}
