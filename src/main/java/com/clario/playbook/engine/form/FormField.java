package com.clario.playbook.engine.form;

import com.clario.playbook.engine.Refusal;
import java.util.Collection;
import java.util.List;

/** One field of a form and the rules for what may stand in it. */
record FormField(
        String key,
        String label,
        Kind kind,
        boolean required,
        boolean takesInput,
        List<String> hiddenWhen,
        Limits limits,
        Options options,
        TaskForm row) {

    /** The value as our steps get it; refuses what the form does not allow. */
    Object read(Object raw, Surroundings around) {
        var given = isBlank(raw) ? null : raw;
        if (given == null || (kind == Kind.YES_NO && Boolean.FALSE.equals(given))) {
            return absent(around);
        }
        return switch (kind) {
            case TEXT -> Texts.read(this, given);
            case NUMBER -> Numbers.read(this, given, around);
            case DATE -> Dates.read(this, given, around);
            case YES_NO -> yesNo(given);
            case CHOICE -> options.one(this, given, around);
            case CHOICES -> options.many(this, given, around);
            case ROWS -> Rows.read(this, given, around);
            case COMPUTED -> null;
        };
    }

    Refusal refuse(String predicate) {
        return new Refusal("“" + label + "” " + predicate + ".");
    }

    private Object absent(Surroundings around) {
        if (required && hiddenWhen.stream().noneMatch(around::holds)) {
            throw kind == Kind.YES_NO ? refuse("must be confirmed") : refuse("is missing");
        }
        return kind == Kind.YES_NO ? Boolean.FALSE : null;
    }

    private Object yesNo(Object given) {
        if (given instanceof Boolean) {
            return given;
        }
        throw refuse("must be yes or no");
    }

    private static boolean isBlank(Object raw) {
        return raw == null
                || (raw instanceof String text && text.isBlank())
                || (raw instanceof Collection<?> list && list.isEmpty());
    }
}
