package com.clario.playbook.rules.table;

import java.util.List;

/**
 * One row that passed the gate.
 *
 * @param cells the canonical cells of the table's own columns, empty where the manager left them so
 */
public record Row(String id, List<String> cells, String reason) {

    public Row {
        cells = List.copyOf(cells);
    }
}
