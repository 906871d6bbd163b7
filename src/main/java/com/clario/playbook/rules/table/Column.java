package com.clario.playbook.rules.table;

import java.math.BigDecimal;
import java.util.List;

/**
 * One typed column of a table: what a cell may hold, and the piece of rule it becomes.
 *
 * @param field the fact's component, the sum or the output the column is about
 * @param label what the manager reads above the column
 * @param use whether it is a condition on the facts, a condition on the tally, or an output
 * @param operator how a condition compares
 * @param code the rule's piece of code, with {@code $param} where the cell goes
 * @param words what a sentence says the cell with, see {@link #said}; empty where the label will do
 */
public record Column(
        String field,
        String label,
        Use use,
        Operator operator,
        CellType type,
        boolean required,
        String code,
        List<String> words) {

    public Column {
        words = List.copyOf(words);
    }

    public Column(
            String field, String label, Use use, Operator operator, CellType type, boolean required, String code) {
        this(field, label, use, operator, type, required, code, List.of());
    }

    /** What a column does in its rule. */
    public enum Use {
        FACT,
        TALLY,
        OUTPUT
    }

    /** How a condition compares the fact with the cell. */
    public enum Operator {
        ONE_OF,
        IS,
        FROM(">="),
        ABOVE(">"),
        BELOW("<"),
        UP_TO("<="),
        PUTS;

        private final String sign;

        Operator() {
            this("==");
        }

        Operator(String sign) {
            this.sign = sign;
        }

        boolean boundsBelow() {
            return this == FROM || this == ABOVE;
        }

        boolean boundsAbove() {
            return this == BELOW || this == UP_TO;
        }
    }

    public static Column oneOf(String field, String label, String... options) {
        var type = new CellType.Options(List.of(options), true);
        return new Column(field, label, Use.FACT, Operator.ONE_OF, type, false, "forall(||){" + field + " == \"$\"}");
    }

    public static Column yes(String field, String label) {
        return new Column(field, label, Use.FACT, Operator.IS, new CellType.YesNo(), false, field + " == $param");
    }

    public static Column from(String field, String label, int least, int most) {
        return whole(field, label, Operator.FROM, least, most);
    }

    public static Column below(String field, String label, int least, int most) {
        return whole(field, label, Operator.BELOW, least, most);
    }

    public static Column from(String field, String label, String least, String most, int scale) {
        return decimal(field, label, Operator.FROM, least, most, scale);
    }

    public static Column below(String field, String label, String least, String most, int scale) {
        return decimal(field, label, Operator.BELOW, least, most, scale);
    }

    public static Column above(String field, String label, String least, String most, int scale) {
        return decimal(field, label, Operator.ABOVE, least, most, scale);
    }

    /** A condition on the points of all rows that fired before. */
    public static Column sumFrom(String sum, String label, int least, int most) {
        return tally("sum", sum, label, Operator.FROM, least, most);
    }

    /** A condition on how many rows of a table fired before. */
    public static Column rowsFrom(String table, String label) {
        return tally("rows", table, label, Operator.FROM, 0, 999);
    }

    public static Column rowsBelow(String table, String label) {
        return tally("rows", table, label, Operator.BELOW, 0, 999);
    }

    public static Column points(String sum, String label, int least, int most) {
        var code = "findings.points(\"" + sum + "\", $param);";
        return new Column(sum, label, Use.OUTPUT, Operator.PUTS, new CellType.Whole(least, most), false, code);
    }

    /** The criterion whose evidence the row rests on: without proof its points in favour count half. */
    public static Column evidence(String label, String... criteria) {
        var code = "findings.evidence(\"$param\", $f.proven(\"$param\"));";
        return new Column(
                "evidence",
                label,
                Use.OUTPUT,
                Operator.PUTS,
                new CellType.Options(List.of(criteria), false),
                true,
                code);
    }

    public static Column verdict(String... verdicts) {
        var type = new CellType.Options(List.of(verdicts), false);
        return new Column("verdict", "Verdict", Use.OUTPUT, Operator.PUTS, type, true, "findings.verdict(\"$param\");");
    }

    public static Column answer(String name, String label) {
        return output(name, label, new CellType.YesNo(), true);
    }

    public static Column note() {
        return output("note", "Where it comes from", new CellType.Text(200), false);
    }

    /**
     * The words a sentence uses for this column. A number or an option stands where {@code {}} is ("the notice is {}
     * days"), yes and no have a phrase each, counted rows a noun for one and one for many.
     */
    public Column said(String... phrases) {
        return new Column(field, label, use, operator, type, required, code, List.of(phrases));
    }

    /** What it is about: the label without its bound. */
    public String subject() {
        return label.replaceFirst(" (from|above|below|up to)$", "");
    }

    public boolean isOutput() {
        return use == Use.OUTPUT;
    }

    /** Whether it puts points on a sum. */
    public boolean isPoints() {
        return use == Use.OUTPUT && type instanceof CellType.Whole;
    }

    /** Whether it asks for the number of rows that fired, and not for a sum. */
    public boolean countsRows() {
        return use == Use.TALLY && code.startsWith("Tally(rows(");
    }

    private static Column output(String name, String label, CellType type, boolean required) {
        return new Column(
                name,
                label,
                Use.OUTPUT,
                Operator.PUTS,
                type,
                required,
                "findings.output(\"" + name + "\", \"$param\");");
    }

    private static Column whole(String field, String label, Operator operator, int least, int most) {
        var code = field + " " + operator.sign + " $param";
        return new Column(field, label, Use.FACT, operator, new CellType.Whole(least, most), false, code);
    }

    /** The suffix matters: a plain decimal is a double to Drools, and 0.1 is then not at least 0.1. */
    private static Column decimal(String field, String label, Operator operator, String least, String most, int scale) {
        var type = new CellType.Decimal(new BigDecimal(least), new BigDecimal(most), scale);
        return new Column(field, label, Use.FACT, operator, type, false, field + " " + operator.sign + " $paramB");
    }

    private static Column tally(String what, String name, String label, Operator operator, int least, int most) {
        var code = "Tally(" + what + "(\"" + name + "\") " + operator.sign + " $param)";
        return new Column(name, label, Use.TALLY, operator, new CellType.Whole(least, most), false, code);
    }
}
