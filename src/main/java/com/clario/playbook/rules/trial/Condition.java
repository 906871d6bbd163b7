package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.check.Tally;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** One filled condition of a row, read without Drools to say how far a case is from it; it decides nothing. */
record Condition(Column column, String cell) {

    static List<Condition> of(Table table, Row row) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> new Condition(table.columns().get(i), row.cells().get(i)))
                .filter(each -> !each.column.isOutput() && !each.cell.isEmpty())
                .toList();
    }

    /** What the column is about, without the way it compares. */
    static String what(Column column) {
        return column.subject();
    }

    /** The smallest step between two numbers of a column. */
    static BigDecimal step(Column column) {
        return column.type() instanceof CellType.Decimal decimal
                ? BigDecimal.ONE.movePointLeft(decimal.scale())
                : BigDecimal.ONE;
    }

    static boolean isNumber(Column column) {
        return column.type() instanceof CellType.Whole || column.type() instanceof CellType.Decimal;
    }

    boolean isAbout(Column other) {
        return column.use() == other.use()
                && column.field().equals(other.field())
                && column.countsRows() == other.countsRows();
    }

    boolean holds(Object facts, Tally tally) {
        if (isNumber(column)) {
            return holds(number(facts, tally));
        }
        var value = String.valueOf(Facts.value(facts, column.field()));
        return column.operator() == Column.Operator.ONE_OF
                ? List.of(cell.split(", ")).contains(value)
                : cell.equals(value);
    }

    /** Whether it would hold for this number. */
    boolean holds(BigDecimal number) {
        if (number == null) {
            return false;
        }
        var gap = number.compareTo(limit());
        return switch (column.operator()) {
            case FROM -> gap >= 0;
            case ABOVE -> gap > 0;
            case BELOW -> gap < 0;
            case UP_TO -> gap <= 0;
            default -> gap == 0;
        };
    }

    BigDecimal limit() {
        return new BigDecimal(cell);
    }

    /** The number the condition looks at; null where nobody measured it. */
    BigDecimal number(Object facts, Tally tally) {
        if (column.use() == Column.Use.FACT) {
            return Facts.number(facts, column.field());
        }
        return BigDecimal.valueOf(column.countsRows() ? tally.rows(column.field()) : tally.sum(column.field()));
    }

    /** The number nearest to the limit for which the condition holds. */
    BigDecimal needed() {
        return switch (column.operator()) {
            case ABOVE -> limit().add(step(column));
            case BELOW -> limit().subtract(step(column));
            default -> limit();
        };
    }
}
