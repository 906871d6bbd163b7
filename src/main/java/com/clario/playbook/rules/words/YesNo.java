package com.clario.playbook.rules.words;

import com.clario.playbook.rules.table.Column;

/** A yes or a no as a clause. */
final class YesNo {

    private YesNo() {}

    static String said(Column column, String value) {
        var yes = value.equals("true");
        if (column.words().size() == 2 && !value.equals(Line.UNREAD)) {
            return column.words().get(yes ? 0 : 1);
        }
        var word = value.equals(Line.UNREAD) ? value : yes ? "yes" : "no";
        return "“" + column.label() + "” is " + word;
    }
}
