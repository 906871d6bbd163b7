package com.clario.playbook.rules.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The technical half of a table's file, written from its columns. A file that begins otherwise is refused, so that
 * nobody can change what a cell becomes by editing a file.
 */
public final class Header {

    private Header() {}

    /** The header as it must stand in the file, down to the byte. */
    public static String of(Table table, String rulePackage, List<String> imports, String facts) {
        var header = new StringBuilder();
        header.append(Csv.line(List.of("RuleSet", rulePackage)));
        header.append(Csv.line(List.of("Import", String.join(", ", imports))));
        header.append(Csv.line(List.of("Variables", "Findings findings")));
        header.append(Csv.line(List.of("Sequential", "true")));
        if (table.reading() == Table.Reading.FIRST) {
            header.append(Csv.line(List.of("ACTIVATION-GROUP", table.name())));
        }
        header.append('\n');
        header.append(Csv.line(List.of("RuleTable " + table.name())));
        header.append(line(table, "NAME", Header::kind, "ACTION"));
        header.append(line(table, "", column -> pattern(column, facts), ""));
        header.append(line(table, "", Column::code, fire(table)));
        header.append(Csv.line(table.labels()));
        return header.toString();
    }

    /** The rows of a file whose header is exactly ours. */
    public static String rowsOf(String file, String header, String path) {
        if (!file.startsWith(header)) {
            throw new IllegalStateException(
                    path + " does not begin with its header. It must begin with exactly:\n" + header);
        }
        return file.substring(header.length());
    }

    private static String line(Table table, String first, Function<Column, String> cell, String last) {
        var line = new ArrayList<String>(Collections.nCopies(1, first));
        table.columns().stream().map(cell).forEach(line::add);
        line.add(last);
        return Csv.line(line);
    }

    private static String kind(Column column) {
        return column.use() == Column.Use.OUTPUT ? "ACTION" : "CONDITION";
    }

    /** The three dots stand for a merged cell: neighbours share one pattern. */
    private static String pattern(Column column, String facts) {
        return column.use() == Column.Use.FACT ? "$f : " + facts + "..." : "";
    }

    private static String fire(Table table) {
        return "findings.fire(\"" + table.name() + "\", drools.getRule().getName(), \"$param\");";
    }
}
