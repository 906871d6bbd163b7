package com.clario.playbook.rules.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of {@link Sample} that ran foreign code, or tried to, when Drools was given it as it is.
 *
 * @param harmless whether it is a text like any other, which stays one
 */
public record Attack(String what, List<List<String>> lines, String csv, boolean harmless) {

    private static final int ID = 0;
    private static final int SEGMENT = 1;
    private static final int FROM = 2;
    private static final int RATE = 4;
    private static final int EXCLUSIVE = 6;
    private static final int POINTS = 7;
    private static final int NOTE = 8;
    private static final int REASON = 9;
    private static final String CALL = "com.clario.playbook.rules.check.Break.in()";

    /** All of them, for every door a manager's text comes in by. */
    public static List<Attack> all() {
        return List.of(
                cell("call in a whole number", FROM, CALL),
                cell("call in a decimal", RATE, CALL),
                cell("call in a boolean", EXCLUSIVE, CALL),
                cell("call in the points", POINTS, CALL),
                cell("call in an option", SEGMENT, "RETAIL\" || " + CALL),
                cell("closed constraint", FROM, "1) eval(" + CALL + ")"),
                cell("constant eval", FROM, "1 && eval(" + CALL + ")"),
                cell("or in a condition", FROM, "1 || " + CALL),
                cell("second statement in the points", POINTS, "1); " + CALL + "; //"),
                text("text that begins with a quotation mark", REASON, "\"); " + CALL + "; //"),
                text("quotation mark inside", REASON, "x\"); " + CALL + "; //"),
                quoted("backslash before a quotation mark", REASON, "x\\\"); " + CALL + "; //"),
                quoted("unicode escape", REASON, "\\u0022); " + CALL + "; //"),
                below("queries after a blank line", List.of("Queries", "query q() end")),
                below("import after a blank line", List.of("Import", "x; rule Z when then " + CALL + "; end")),
                below("functions after a blank line", List.of("Functions", "function void f() {}")),
                below(
                        "another table",
                        List.of("RuleTable more"),
                        List.of("PRIORITY", "ACTION"),
                        List.of("", ""),
                        List.of("", "x"),
                        List.of("P", "A"),
                        List.of("(" + CALL + ")", "y")),
                cell("priority", ID, "(" + CALL + ")"),
                quoted("description", NOTE, "*/ when then " + CALL + "; end /*"),
                quoted("rule name", ID, "X\" when then " + CALL + "; end rule \"Y"),
                cell("parameter", REASON, "costs $1 or $param"),
                quoted("line break in the reason", REASON, "x\n" + CALL));
    }

    @Override
    public String toString() {
        return what;
    }

    private static Attack cell(String what, int column, String cell) {
        return new Attack(what, List.of(Sample.lineWith(column, cell)), Sample.rowWith(column, cell), false);
    }

    private static Attack quoted(String what, int column, String cell) {
        return new Attack(what, List.of(Sample.lineWith(column, cell)), Sample.rowWithQuoted(column, cell), false);
    }

    /** Such a text people may write, as one about "Moka Analytics". */
    private static Attack text(String what, int column, String cell) {
        return new Attack(what, List.of(Sample.lineWith(column, cell)), Sample.rowWithQuoted(column, cell), true);
    }

    /** A good row, a blank line, and then what Drools would take for more than rows. */
    @SafeVarargs
    private static Attack below(String what, List<String>... more) {
        var lines = Stream.concat(Stream.of(Sample.lineWith(ID, "S-01"), List.of("")), Arrays.stream(more))
                .toList();
        var csv = new StringBuilder();
        lines.forEach(line -> csv.append(Csv.line(line)));
        return new Attack(what, lines, csv.toString(), false);
    }
}
