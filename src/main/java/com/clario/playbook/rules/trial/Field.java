package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.version.Shipped;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One fact a rule set asks for, as a form shows it.
 *
 * @param options what may be chosen; empty where anything of the kind may be written
 * @param least the lowest number that makes sense; null where there is none
 * @param most the highest number that makes sense; null where there is none
 */
public record Field(String name, String label, Kind kind, List<String> options, BigDecimal least, BigDecimal most) {

    /** What a fact is. */
    public enum Kind {
        YES_NO,
        WHOLE,
        DECIMAL,
        CHOICE,
        TEXT
    }

    /** The facts of a rule set in the order of its record, with what its columns know about them. */
    static List<Field> of(RuleSet<?> set) {
        var cases = Cases.read(Shipped.cases(set), set.facts());
        return Arrays.stream(set.facts().getRecordComponents())
                .map(component -> of(component, set, cases))
                .toList();
    }

    private static Field of(RecordComponent component, RuleSet<?> set, List<Cases.Case> cases) {
        var name = component.getName();
        var columns = set.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column ->
                        column.use() == Column.Use.FACT && column.field().equals(name))
                .toList();
        var label = columns.stream().findFirst().map(Condition::what).orElseGet(() -> spelled(name));
        var options = options(component, columns, cases);
        // A "below" column reaches one further than the fact itself, so the narrower bound is the fact's.
        var least = columns.stream()
                .map(column -> bound(column.type(), true))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(null);
        var most = columns.stream()
                .map(column -> bound(column.type(), false))
                .filter(Objects::nonNull)
                .min(BigDecimal::compareTo)
                .orElse(null);
        return new Field(name, label, kind(component.getType(), options), options, least, most);
    }

    /** What the columns name, and what a shipped case shows beside it, such as a model nobody has rules for yet. */
    private static List<String> options(RecordComponent component, List<Column> columns, List<Cases.Case> cases) {
        if (component.getType() == boolean.class) {
            return List.of("true", "false");
        }
        Set<String> options = new LinkedHashSet<>();
        for (var column : columns) {
            if (column.type() instanceof CellType.Options named) {
                options.addAll(named.options());
            }
        }
        if (!options.isEmpty()) {
            cases.forEach(each -> options.add(String.valueOf(Facts.value(each.facts(), component.getName()))));
        }
        return new ArrayList<>(options);
    }

    private static Kind kind(Class<?> type, List<String> options) {
        if (type == boolean.class) {
            return Kind.YES_NO;
        }
        if (type == int.class || type == long.class) {
            return Kind.WHOLE;
        }
        if (type == BigDecimal.class) {
            return Kind.DECIMAL;
        }
        return options.isEmpty() ? Kind.TEXT : Kind.CHOICE;
    }

    /** The lowest or the highest number a cell of this kind may hold; null where it holds no number. */
    static BigDecimal bound(CellType type, boolean least) {
        if (type instanceof CellType.Whole whole) {
            return BigDecimal.valueOf(least ? whole.least() : whole.most());
        }
        if (type instanceof CellType.Decimal decimal) {
            return least ? decimal.least() : decimal.most();
        }
        return null;
    }

    /** {@code merchantsProven} as {@code Merchants proven}. */
    private static String spelled(String name) {
        var words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
        return words.substring(0, 1).toUpperCase() + words.substring(1);
    }
}
