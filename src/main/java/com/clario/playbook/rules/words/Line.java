package com.clario.playbook.rules.words;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The cells of one row, read as far as they can be: what is no value of its column becomes three dots. */
record Line(Table table, List<String> cells) {

    static final String UNREAD = "…";

    private static final int LONGEST_REASON = 300;

    /** The cell under one of the table's own columns in its canonical spelling; empty where nothing stands there. */
    String value(Column column) {
        var cell = cell(table.columns().indexOf(column) + 1);
        if (cell.isBlank()) {
            return "";
        }
        try {
            return column.type().canonical(cell.strip());
        } catch (CellType.Unfit e) {
            return UNREAD;
        }
    }

    boolean isFilled(Column column) {
        return !value(column).isEmpty();
    }

    /** The value as people write it: 5,000 merchants, POS or Accounting. */
    String spoken(Column column) {
        var value = value(column);
        if (value.isEmpty() || value.equals(UNREAD)) {
            return value;
        }
        if (column.type() instanceof CellType.Options) {
            return Lists.or(Arrays.stream(value.split(", "))
                    .map(CellType.Options::spoken)
                    .toList());
        }
        return isNumber(column) ? grouped(value) : value;
    }

    static boolean isNumber(Column column) {
        return column.type() instanceof CellType.Whole || column.type() instanceof CellType.Decimal;
    }

    /** The reason on one line, however it was typed. */
    String reason() {
        var reason = cell(table.columns().size() + 1)
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + UNREAD : reason;
    }

    private String cell(int at) {
        return at < cells.size() && cells.get(at) != null ? cells.get(at) : "";
    }

    private static String grouped(String number) {
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(9);
        return format.format(new BigDecimal(number));
    }
}
