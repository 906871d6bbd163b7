package com.clario.playbook.rules.words;

import com.clario.playbook.rules.check.CaseSheet;
import java.util.List;

/**
 * What became of one row, or of one case in the table {@code cases}, between two versions.
 *
 * @param row the row's id or the case's name
 * @param before the sentence before; empty for an added row
 * @param after the sentence after; empty for a removed row
 * @param cells the cells that differ; a moved row's place in the table
 */
public record Difference(String table, String row, Kind kind, String before, String after, List<Cell> cells) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /** One cell before and after, empty where it was or is. */
    public record Cell(String label, String before, String after) {}

    public Difference {
        cells = List.copyOf(cells);
    }

    /** The same with its cells in other words. */
    Difference with(List<Cell> said) {
        return new Difference(table, row, kind, before, after, said);
    }

    /** Of a case the sentence says every cell. */
    public boolean isCase() {
        return table.equals(CaseSheet.NAME);
    }
}
