package com.clario.playbook.rules.sheet;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One tab of the workbook: a table or the cases, with what stands above its cells. */
record Tab(String name, List<Heading> headings) {

    static final String CASES = CaseSheet.NAME;

    private static final List<String> YES_NO = List.of("true", "false");

    /**
     * The label above a column.
     *
     * @param old what stood there in files of older releases
     * @param numeric whether numbers stand in it, so that Excel sorts them as such
     * @param options what its drop-down offers; empty for none
     * @param several whether a cell may hold more than one option
     */
    record Heading(String label, String old, boolean numeric, List<String> options, boolean several) {

        boolean isCalled(String found) {
            return found.equals(label) || found.equals(old);
        }
    }

    static List<Tab> of(RuleSet<?> set) {
        var tabs = new ArrayList<Tab>();
        set.tables().forEach(table -> tabs.add(of(table)));
        tabs.add(cases(set));
        return tabs;
    }

    private static Tab of(Table table) {
        var headings = new ArrayList<Heading>();
        headings.add(text("Row"));
        table.columns().forEach(column -> headings.add(heading(column.label(), column.label(), column.type())));
        headings.add(text("Reason"));
        return new Tab(table.name(), headings);
    }

    private static Tab cases(RuleSet<?> set) {
        var sheet = CaseSheet.of(set);
        var types = sheet.types();
        var headings = IntStream.range(0, types.size())
                .mapToObj(at -> heading(sheet.labels().get(at), sheet.names().get(at), types.get(at)))
                .toList();
        return new Tab(CASES, headings);
    }

    private static Heading heading(String label, String old, CellType type) {
        if (type instanceof CellType.Options options) {
            return new Heading(label, old, false, options.options(), options.several());
        }
        if (type instanceof CellType.YesNo) {
            return new Heading(label, old, false, YES_NO, false);
        }
        return new Heading(label, old, !(type instanceof CellType.Text), List.of(), false);
    }

    private static Heading text(String label) {
        return new Heading(label, label, false, List.of(), false);
    }
}
