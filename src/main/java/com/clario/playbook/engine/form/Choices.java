package com.clario.playbook.engine.form;

import java.util.Collection;
import java.util.LinkedHashSet;

/** Reads what was picked from the options offered. */
final class Choices {

    private Choices() {}

    static String one(FormField field, Object given, Surroundings around) {
        if (given instanceof Collection<?>) {
            throw field.refuse("takes one choice only");
        }
        return offered(field, given, around);
    }

    static String many(FormField field, Object given, Surroundings around) {
        if (!(given instanceof Collection<?> list)) {
            throw field.refuse("must be a list of choices");
        }
        var chosen = new LinkedHashSet<String>();
        list.forEach(choice -> chosen.add(offered(field, choice, around)));
        return Json.write(chosen);
    }

    private static String offered(FormField field, Object choice, Surroundings around) {
        var value = String.valueOf(choice);
        if (choice == null || !field.options().offer(value, around)) {
            throw field.refuse("does not offer that choice");
        }
        return value;
    }
}
