package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One fact of a case: what its cell may hold, so that it becomes the component of the facts record.
 *
 * @param type what the cell is checked against; the cell itself stays as it is, since 70.00 may be the point of a case
 * @param nothing how this fact says that it is not known; empty where it always is
 */
record CaseField(String name, String label, CellType type, String nothing) {

    private static final String PROVEN = "Proven";
    private static final int MOST = 999_999_999;
    private static final BigDecimal MOST_DECIMAL = new BigDecimal("999999999999999");
    private static final CellType TEXT = new CellType.Text(200);

    /** No column limits the decimals of a case, so 1.000 may be one and, in Indonesia, a thousand. */
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}\\.[0-9]{3}");

    /** @param shipped what the shipped cases say here */
    static CaseField of(RecordComponent component, List<Table> tables, List<String> shipped) {
        var name = component.getName();
        var type = component.getType();
        var plain = type.isPrimitive() || type.getName().startsWith("java.") || type.isEnum();
        return new CaseField(
                name, label(name, tables), type(name, type, tables, shipped), plain ? "" : Cases.nothing(type));
    }

    String canonical(String cell) throws CellType.Unfit {
        if (!nothing.isEmpty() && cell.equals(nothing)) {
            return cell;
        }
        try {
            refuseWhatMayBeAThousand(cell);
            // A code such as WHITE_LABEL is a text, too.
            type.canonical(type == TEXT ? cell.replace('_', '-') : cell);
            return cell;
        } catch (CellType.Unfit e) {
            throw nothing.isEmpty() ? e : new CellType.Unfit(e.code(), e.getMessage() + "; or " + nothing);
        }
    }

    private void refuseWhatMayBeAThousand(String cell) throws CellType.Unfit {
        if (type instanceof CellType.Decimal && THOUSANDS.matcher(cell).matches()) {
            var sentence = "may mean %s or %s: write the one you mean"
                    .formatted(cell.replace(".", ""), new BigDecimal(cell).setScale(4));
            throw new CellType.Unfit("thousands", sentence);
        }
    }

    private static CellType type(String name, Class<?> type, List<Table> tables, List<String> shipped) {
        if (type == boolean.class) {
            return new CellType.YesNo();
        }
        if (type == int.class || type == long.class) {
            return new CellType.Whole(-MOST, MOST);
        }
        if (type.isEnum()) {
            var constants = Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name());
            return new CellType.Options(constants.toList(), false);
        }
        if (type == String.class) {
            var options = options(name, tables, shipped);
            return options.isEmpty() ? TEXT : new CellType.Options(options, false);
        }
        return new CellType.Decimal(MOST_DECIMAL.negate(), MOST_DECIMAL, 9);
    }

    /**
     * What the columns about a fact let a manager choose from, and what the shipped cases ask beyond it, such as a model
     * nobody knows. A fact no column is about may be anything.
     */
    private static List<String> options(String name, List<Table> tables, List<String> shipped) {
        var options = tables.stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> !column.isOutput() && column.field().equals(name))
                .map(Column::type)
                .filter(CellType.Options.class::isInstance)
                .flatMap(type -> ((CellType.Options) type).options().stream())
                .toList();
        return options.isEmpty()
                ? options
                : Stream.concat(options.stream(), shipped.stream()).distinct().toList();
    }

    /** What stands above a column about it; whether something is proven is said of what is. */
    private static String label(String name, List<Table> tables) {
        var proven = name.endsWith(PROVEN);
        var subject = proven ? name.substring(0, name.length() - PROVEN.length()) : name;
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .filter(column ->
                        column.use() == Column.Use.FACT && column.field().equals(subject))
                .findFirst()
                .map(column -> column.subject() + (proven ? ", proven" : ""))
                .orElseGet(() -> spelled(name));
    }

    private static String spelled(String name) {
        var plain = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
        return plain.substring(0, 1).toUpperCase() + plain.substring(1);
    }
}
