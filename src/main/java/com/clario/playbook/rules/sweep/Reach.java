package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.List;

/** How far a sum, or the number of rows that fired, can come at all with the rows there are. */
record Reach(int least, int most) {

    /** Null where the column is no tally, or nothing here adds to it. */
    static Reach of(Column column, List<Rows> tables) {
        if (column.use() != Column.Use.TALLY) {
            return null;
        }
        return column.countsRows() ? ofRows(column.field(), tables) : ofSum(column.field(), tables);
    }

    Cut first() {
        return Cut.before(BigDecimal.valueOf(least));
    }

    Cut last() {
        return Cut.before(BigDecimal.valueOf(most + 1L));
    }

    private static Reach ofRows(String table, List<Rows> tables) {
        return tables.stream()
                .filter(rows -> rows.table().name().equals(table))
                .map(rows -> new Reach(0, isFirst(rows) ? 1 : rows.list().size()))
                .findFirst()
                .orElse(null);
    }

    private static Reach ofSum(String sum, List<Rows> tables) {
        Reach reach = null;
        for (var rows : tables) {
            for (var i = 0; i < rows.table().columns().size(); i++) {
                var column = rows.table().columns().get(i);
                if (column.isPoints() && column.field().equals(sum)) {
                    var added = ofPoints(rows, i);
                    reach = reach == null ? added : new Reach(reach.least + added.least, reach.most + added.most);
                }
            }
        }
        return reach;
    }

    private static Reach ofPoints(Rows rows, int column) {
        var least = 0;
        var most = 0;
        for (var row : rows.list()) {
            var cell = row.cells().get(column);
            var points = cell.isEmpty() ? 0 : Integer.parseInt(cell);
            least = isFirst(rows) ? Math.min(least, points) : least + Math.min(0, points);
            most = isFirst(rows) ? Math.max(most, points) : most + Math.max(0, points);
        }
        return new Reach(least, most);
    }

    private static boolean isFirst(Rows rows) {
        return rows.table().reading() == Table.Reading.FIRST;
    }
}
