package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Points at, just below and just above every bound the rows of a table name, at the ends of what there is, and where a
 * case says what no cell can name.
 */
final class Grid {

    static final String OTHER = "anything else";

    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    /**
     * Of rows of one table.
     *
     * @param open whether any fact may be unknown, or a word that is none of the options
     */
    Grid(List<Rows> versions, boolean open) {
        var columns = versions.get(0).table().columns().stream()
                .filter(each -> !each.isOutput())
                .toList();
        for (var column : columns) {
            var shared = columns.stream()
                    .filter(each -> each.field().equals(column.field()))
                    .toList();
            var all = new ArrayList<>(values(versions, shared));
            if (open) {
                all.add(column.type() instanceof CellType.Options ? OTHER : null);
            }
            values.put(column.field(), all);
        }
    }

    List<Map<String, Object>> points() {
        List<Map<String, Object>> points = List.of(Map.of());
        for (var field : values.entrySet()) {
            var longer = new ArrayList<Map<String, Object>>();
            for (var point : points) {
                for (var value : field.getValue()) {
                    Map<String, Object> next = new LinkedHashMap<>(point);
                    next.put(field.getKey(), value);
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    private static List<Object> values(List<Rows> versions, List<Column> columns) {
        var type = columns.get(0).type();
        if (type instanceof CellType.YesNo) {
            return List.of(true, false);
        }
        if (type instanceof CellType.Options named) {
            return List.copyOf(named.options());
        }
        var step = type instanceof CellType.Whole ? BigDecimal.ONE : new BigDecimal("0.001");
        var least = columns.stream().map(column -> bounds(column)[0]).min(BigDecimal::compareTo);
        var most = columns.stream().map(column -> bounds(column)[1]).max(BigDecimal::compareTo);
        var all = new TreeSet<BigDecimal>(List.of(least.orElseThrow(), most.orElseThrow()));
        for (var column : columns) {
            var at = versions.get(0).table().columns().indexOf(column);
            versions.stream()
                    .flatMap(rows -> rows.list().stream())
                    .map(row -> row.cells().get(at))
                    .filter(cell -> !cell.isEmpty())
                    .map(BigDecimal::new)
                    .flatMap(cell -> Stream.of(cell.subtract(step), cell, cell.add(step)))
                    .forEach(all::add);
        }
        return List.copyOf(all.subSet(least.get(), true, most.get(), true));
    }

    /** The least and the most value a case can have; an upper bound itself may lie one above. */
    private static BigDecimal[] bounds(Column column) {
        if (column.type() instanceof CellType.Whole whole) {
            var most = column.operator() == Column.Operator.BELOW ? whole.most() - 1 : whole.most();
            return new BigDecimal[] {BigDecimal.valueOf(whole.least()), BigDecimal.valueOf(most)};
        }
        var decimal = (CellType.Decimal) column.type();
        return new BigDecimal[] {decimal.least(), decimal.most()};
    }
}
