package com.clario.playbook.rules.sheet;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One tab of the workbook: a table or the cases, with what stands above its cells. */
record Tab(String name, List<Heading> headings) {

    static final String CASES = "cases";

    private static final List<String> YES_NO = List.of("true", "false");
    private static final Set<String> WORDS = Set.of("case", "verdict", "rows", "sums");

    /**
     * The label above a column.
     *
     * @param numeric whether numbers stand in it, so that Excel sorts them as such
     * @param options what its drop-down offers; empty for none
     * @param several whether a cell may hold more than one option
     */
    record Heading(String label, boolean numeric, List<String> options, boolean several) {}

    static List<Tab> of(RuleSet<?> set) {
        var tabs = new ArrayList<Tab>();
        set.tables().forEach(table -> tabs.add(of(table)));
        tabs.add(cases(set));
        return tabs;
    }

    List<String> labels() {
        return headings.stream().map(Heading::label).toList();
    }

    private static Tab of(Table table) {
        var headings = new ArrayList<Heading>();
        headings.add(text("Row"));
        table.columns().forEach(column -> headings.add(heading(column)));
        headings.add(text("Reason"));
        return new Tab(table.name(), headings);
    }

    private static Heading heading(Column column) {
        if (column.type() instanceof CellType.Options options) {
            return new Heading(column.label(), false, options.options(), options.several());
        }
        if (column.type() instanceof CellType.YesNo) {
            return new Heading(column.label(), false, YES_NO, false);
        }
        return new Heading(column.label(), !(column.type() instanceof CellType.Text), List.of(), false);
    }

    private static Tab cases(RuleSet<?> set) {
        var verdicts = new ArrayList<>(set.verdicts());
        verdicts.add("UNDECIDED");
        var yesNo = Arrays.stream(set.facts().getRecordComponents())
                .filter(component -> component.getType() == boolean.class)
                .map(RecordComponent::getName)
                .toList();
        var headings = Cases.labels(set.facts()).stream()
                .map(label -> {
                    var options =
                            label.equals("verdict") ? verdicts : yesNo.contains(label) ? YES_NO : List.<String>of();
                    return new Heading(label, options.isEmpty() && !WORDS.contains(label), options, false);
                })
                .toList();
        return new Tab(CASES, headings);
    }

    private static Heading text(String label) {
        return new Heading(label, false, List.of(), false);
    }
}
