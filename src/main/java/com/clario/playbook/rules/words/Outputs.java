package com.clario.playbook.rules.words;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import java.util.ArrayList;
import java.util.List;

/** The half of a sentence that says what a row does when it fires. */
final class Outputs {

    private static final String NOTE = "note";
    private static final String EVIDENCE = "evidence";

    private final Line line;

    Outputs(Line line) {
        this.line = line;
    }

    String said() {
        var said = new ArrayList<String>();
        for (var column : outputs()) {
            if (line.isFilled(column)) {
                said.add(output(column));
            } else if (column.required()) {
                said.add(output(column, Line.UNREAD));
            }
        }
        if (said.isEmpty()) {
            said.add(nothingButCounting());
        }
        return Lists.and(said) + evidence();
    }

    /** Where a row comes from says nothing about what it does, so the note stays out. */
    private List<Column> outputs() {
        return line.table().columns().stream()
                .filter(Column::isOutput)
                .filter(column ->
                        !column.field().equals(NOTE) && !column.field().equals(EVIDENCE))
                .toList();
    }

    private String output(Column column) {
        return output(column, line.spoken(column));
    }

    private String output(Column column, String value) {
        if (column.type() instanceof CellType.YesNo) {
            return YesNo.said(column, value);
        }
        if (!column.words().isEmpty()) {
            return column.words().get(0).replace("{}", value);
        }
        return column.type() instanceof CellType.Whole
                ? number(column, value)
                : Labels.clause(column).replace("{}", value);
    }

    private static String number(Column column, String value) {
        if (!column.label().startsWith("Points")) {
            return "set " + Labels.subject(column) + " to " + value;
        }
        var size = value.startsWith("-") ? value.substring(1) : value;
        var points = size.equals("1") ? " point" : " points";
        return (value.equals(size) ? "add " : "take away ")
                + size
                + points
                + column.label().substring(6);
    }

    private String nothingButCounting() {
        var points = outputs().stream()
                .filter(column -> column.type() instanceof CellType.Whole)
                .findFirst();
        if (points.isPresent()) {
            return output(points.get(), Line.UNREAD);
        }
        var noun = line.table().noun();
        return noun.isEmpty() ? "it counts among the " + line.table().name() : "that is " + noun;
    }

    private String evidence() {
        return line.table().columns().stream()
                .filter(column -> column.isOutput() && column.field().equals(EVIDENCE))
                .findFirst()
                .map(column -> ", resting on " + (line.isFilled(column) ? line.spoken(column) : Line.UNREAD))
                .orElse("");
    }
}
