package com.clario.playbook.rules.table;

/**
 * What is wrong with one cell, or with the rows as a whole where row or column is 0.
 *
 * @param row counted from 1 over the managers' rows
 * @param column counted from 1
 * @param code for programs, such as {@code range}
 * @param sentence for the person at the cell
 * @param value the cell as it was written, shortened
 */
public record Problem(int row, int column, String label, String code, String sentence, String value) {

    public Problem {
        value = value.length() > 80 ? value.substring(0, 80) + "…" : value;
    }

    /** What is wrong with the rows as a whole. */
    public static Problem ofAll(String code, String sentence) {
        return new Problem(0, 0, "", code, sentence, "");
    }

    /** What is wrong with a whole row. */
    public static Problem ofRow(int row, String code, String sentence, String value) {
        return new Problem(row, 0, "", code, sentence, value);
    }

    @Override
    public String toString() {
        var where = row == 0 ? "The rows" : "Row " + row + (column == 0 ? "" : ", " + label);
        return where + ": " + sentence + (value.isEmpty() ? "" : " (here: " + value + ")");
    }
}
