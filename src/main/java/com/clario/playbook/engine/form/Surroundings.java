package com.clario.playbook.engine.form;

import java.time.LocalDate;
import java.util.Map;

/** What a form can see while it is filled in: the case's variables and the fields themselves. */
public interface Surroundings {

    Object valueOf(String expression);

    Object variable(String name);

    LocalDate today();

    Surroundings with(Map<String, ?> fields);

    default boolean holds(String expression) {
        return Boolean.TRUE.equals(valueOf(expression));
    }
}
