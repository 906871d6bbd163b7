package com.clario.playbook.engine.form;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one may choose: written in the form, held by a variable, or computed; reads what was picked of it. */
record Options(Set<String> fixed, String variable, String expression) {

    static final Options NONE = new Options(Set.of(), null, null);

    String one(FormField field, Object given, Surroundings around) {
        if (given instanceof Collection<?>) {
            throw field.refuse("takes one choice only");
        }
        return offered(field, given, around);
    }

    String many(FormField field, Object given, Surroundings around) {
        if (!(given instanceof Collection<?> list)) {
            throw field.refuse("must be a list of choices");
        }
        var chosen = new LinkedHashSet<String>();
        list.forEach(choice -> chosen.add(offered(field, choice, around)));
        return Json.write(chosen);
    }

    private String offered(FormField field, Object choice, Surroundings around) {
        var value = String.valueOf(choice);
        if (choice == null || !offer(value, around)) {
            throw field.refuse("does not offer that choice");
        }
        return value;
    }

    private boolean offer(String choice, Surroundings around) {
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
