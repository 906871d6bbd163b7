package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.Problem;
import org.apache.poi.ss.util.CellAddress;

/**
 * What is wrong with one cell of a draft.
 *
 * @param table the table's name, or {@code cases}
 * @param row counted from 1 as the page shows it; 0 for the table as a whole
 * @param column counted from 1; 0 for the row as a whole
 */
public record CellProblem(String table, int row, int column, String label, String sentence) {

    static CellProblem of(String table, Problem problem) {
        return new CellProblem(table, problem.row(), problem.column(), problem.label(), problem.sentence());
    }

    boolean isInCases() {
        return table.equals(CaseSheet.NAME);
    }

    /** Where Excel shows it, below the line of labels: "tab points, cell C2". */
    public String inExcel() {
        if (row == 0) {
            return "tab " + table;
        }
        return "tab " + table + (column == 0 ? ", line " + (row + 1) : ", cell " + new CellAddress(row, column - 1));
    }
}
