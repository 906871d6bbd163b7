package com.clario.playbook.rules.desk.edit;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A column as the grid shows it: what people read above it, how its cells are edited, and what may stand in them.
 *
 * @param kind how a cell is edited: id, text, ids, whole, decimal, yesno, option, options
 * @param part which part of the row it belongs to: row, when, then, because, given, expected
 * @param hint what may stand in a cell, in a sentence
 */
record Heading(String label, String kind, String part, List<String> options, boolean required, String hint) {

    private static final Heading ID = new Heading(
            "Row",
            "id",
            "row",
            List.of(),
            true,
            "The row's name for good, such as FIT-07: capital letters, digits and hyphens. Decisions remember it.");
    private static final Heading REASON = new Heading(
            "Reason",
            "text",
            "because",
            List.of(),
            true,
            "Why, in a sentence of at most 300 characters. People read it word for word beside every decision.");

    static List<Heading> of(Table table) {
        var headings = new ArrayList<Heading>();
        headings.add(ID);
        table.columns().forEach(column -> headings.add(of(column)));
        headings.add(REASON);
        return headings;
    }

    private static Heading of(Column column) {
        var options = column.type().choices();
        return new Heading(
                column.label(),
                kind(column.type()),
                column.isOutput() ? "then" : "when",
                options,
                column.required(),
                bounds(column.type()) + rest(column));
    }

    /** The cases: a name, the facts, and what must come out. */
    static List<Heading> ofCases(RuleSet<?> set) {
        var sheet = CaseSheet.of(set);
        var components = set.facts().getRecordComponents();
        var headings = new ArrayList<Heading>();
        for (var at = 0; at < sheet.labels().size(); at++) {
            var label = sheet.labels().get(at);
            var options = sheet.types().get(at).choices();
            if (at == 0) {
                headings.add(new Heading(
                        label, "text", "row", options, true, "What the case is about; no other case has this name."));
            } else if (at < sheet.expectedAt()) {
                var kind = options.isEmpty() ? kind(components[at - 1].getType()) : "option";
                headings.add(new Heading(label, kind, "given", options, true, "What is known about the case."));
            } else {
                headings.add(expected(label, options, at - sheet.expectedAt()));
            }
        }
        return headings;
    }

    private static Heading expected(String label, List<String> options, int place) {
        var hint =
                switch (place) {
                    case 0 -> "The verdict that must come out.";
                    case 1 -> "The ids of all rows that must fire, with spaces between, in the order of the tables.";
                    default -> "The sums that must come out, such as us=55 them=50; empty: any.";
                };
        return new Heading(label, place == 0 ? "option" : "ids", "expected", options, place == 0, hint);
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class) {
            return "yesno";
        }
        if (type == int.class || type == long.class) {
            return "whole";
        }
        return type == BigDecimal.class ? "decimal" : "ids";
    }

    private static String kind(CellType type) {
        if (type instanceof CellType.Whole) {
            return "whole";
        }
        if (type instanceof CellType.Decimal) {
            return "decimal";
        }
        if (type instanceof CellType.YesNo) {
            return "yesno";
        }
        return type instanceof CellType.Options options ? (options.several() ? "options" : "option") : "text";
    }

    private static String bounds(CellType type) {
        if (type instanceof CellType.Whole whole) {
            return String.format(Locale.ENGLISH, "A whole number from %,d to %,d.", whole.least(), whole.most());
        }
        if (type instanceof CellType.Decimal decimal) {
            return "A number from %s to %s with at most %d decimals, such as 12.5 with a point; a thousand is 1000."
                    .formatted(decimal.least().toPlainString(), decimal.most().toPlainString(), decimal.scale());
        }
        if (type instanceof CellType.YesNo) {
            return "Yes or no.";
        }
        if (type instanceof CellType.Options options) {
            var spoken =
                    options.options().stream().map(CellType.Options::spoken).collect(Collectors.joining(", "));
            return (options.several() ? "One or several of " : "One of ") + spoken + ".";
        }
        return type instanceof CellType.Text text ? "A text of at most " + text.longest() + " characters." : "";
    }

    private static String rest(Column column) {
        if (!column.isOutput()) {
            return " Empty: it does not matter.";
        }
        return column.required() ? "" : " May stay empty.";
    }
}
