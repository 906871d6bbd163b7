package com.clario.playbook.engine.form;

import com.clario.playbook.engine.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a list that grows by rows, each row a small form of its own. */
final class Rows {

    private Rows() {}

    static String read(FormField field, Object given, Surroundings around) {
        if (!(given instanceof List<?> rows)) {
            throw field.refuse("must be a list of rows");
        }
        if (rows.size() > Limits.MOST_ROWS) {
            throw field.refuse("may have at most " + Limits.MOST_ROWS + " rows");
        }
        var read = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            read.add(row(field, row, read.size() + 1, around));
        }
        return Json.write(read);
    }

    private static Map<String, Object> row(FormField field, Object given, int number, Surroundings around) {
        if (!(given instanceof Map<?, ?> cells)) {
            throw field.refuse("must be a list of rows");
        }
        var named = new LinkedHashMap<String, Object>();
        cells.forEach((key, value) -> named.put(String.valueOf(key), value));
        try {
            return field.row().read(named, around);
        } catch (Refusal refusal) {
            throw new Refusal("Row " + number + " of “" + field.label() + "”: " + refusal.getMessage());
        }
    }
}
