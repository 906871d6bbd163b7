package com.clario.playbook.rules.words;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Column.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The half of a sentence that says when a row fires; the columns of one field share one clause. */
final class Conditions {

    private static final List<Operator> LOWER_FIRST =
            List.of(Operator.FROM, Operator.ABOVE, Operator.BELOW, Operator.UP_TO);

    private final Line line;

    Conditions(Line line) {
        this.line = line;
    }

    String said() {
        var clauses = byField().stream()
                .filter(columns -> columns.stream().anyMatch(line::isFilled))
                .map(this::clause)
                .toList();
        return clauses.isEmpty() ? Line.UNREAD : Lists.and(clauses);
    }

    private Collection<List<Column>> byField() {
        return line.table().columns().stream()
                .filter(column -> !column.isOutput())
                .collect(Collectors.groupingBy(
                        column -> List.of(column.use(), column.countsRows(), column.field()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private String clause(List<Column> columns) {
        var first = columns.get(0);
        var words = columns.stream()
                .map(Column::words)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (first.countsRows()) {
            return rows(columns, words.isEmpty() ? List.of(Labels.subject(first), Labels.subject(first)) : words);
        }
        if (first.type() instanceof CellType.YesNo) {
            return YesNo.said(first, line.value(first));
        }
        var clause = words.isEmpty() ? Labels.clause(first) : words.get(0);
        return clause.replace("{}", Line.isNumber(first) ? bounds(columns) : line.spoken(first));
    }

    private String bounds(List<Column> columns) {
        var bounds = new ArrayList<String>();
        for (var operator : LOWER_FIRST) {
            columns.stream()
                    .filter(column -> column.operator() == operator && line.isFilled(column))
                    .map(column -> bound(operator) + line.spoken(column))
                    .forEach(bounds::add);
        }
        return Lists.and(bounds);
    }

    private static String bound(Operator operator) {
        return switch (operator) {
            case FROM -> "at least ";
            case ABOVE -> "above ";
            case BELOW -> "below ";
            case UP_TO -> "at most ";
            default -> "";
        };
    }

    /** "there is at least one veto", "there are at least 2 and fewer than 5 vetoes". */
    private String rows(List<Column> columns, List<String> nouns) {
        var least = value(columns, Operator.FROM);
        var below = value(columns, Operator.BELOW);
        if (least.isEmpty()) {
            return below.equals("1")
                    ? "there is no " + nouns.get(0)
                    : "there are fewer than " + below + " " + nouns.get(1);
        }
        if (!below.isEmpty()) {
            return "there are at least " + least + " and fewer than " + below + " " + nouns.get(1);
        }
        return switch (least) {
            case "0" -> "there are 0 or more " + nouns.get(1);
            case "1" -> "there is at least one " + nouns.get(0);
            default -> "there are at least " + least + " " + nouns.get(1);
        };
    }

    private String value(List<Column> columns, Operator operator) {
        return columns.stream()
                .filter(column -> column.operator() == operator)
                .map(line::spoken)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
