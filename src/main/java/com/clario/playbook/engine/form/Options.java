package com.clario.playbook.engine.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one may choose: written in the form, held by a variable, or computed. */
record Options(Set<String> fixed, String variable, String expression) {

    static final Options NONE = new Options(Set.of(), null, null);

    boolean offer(String choice, Surroundings around) {
        if (variable != null) {
            return values(around.variable(variable)).contains(choice);
        }
        return expression == null
                ? fixed.contains(choice)
                : values(around.valueOf(expression)).contains(choice);
    }

    private static Set<String> values(Object offered) {
        var list = offered instanceof Collection<?> many ? many : List.of();
        return list.stream().map(Options::value).collect(Collectors.toSet());
    }

    private static String value(Object option) {
        return option instanceof Map<?, ?> labelled ? String.valueOf(labelled.get("value")) : String.valueOf(option);
    }
}
