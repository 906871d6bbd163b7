package com.clario.playbook.rules.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The rows of a table that passed the gate; only the gate makes them. */
public final class Rows {

    private final Table table;
    private final List<Row> rows;

    Rows(Table table, List<Row> rows) {
        this.table = table;
        this.rows = List.copyOf(rows);
    }

    public Table table() {
        return table;
    }

    public List<Row> list() {
        return rows;
    }

    public Map<String, Row> byId() {
        Map<String, Row> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    /** The rows in their one canonical spelling: what is stored, hashed and handed to Drools. */
    public String csv() {
        return csv(UnaryOperator.identity());
    }

    /** The same, each cell spelled otherwise. */
    public String csv(UnaryOperator<String> spelled) {
        var csv = new StringBuilder();
        for (var row : rows) {
            var line = new ArrayList<String>();
            line.add(row.id());
            line.addAll(row.cells());
            line.add(row.reason());
            csv.append(Csv.line(line.stream().map(spelled).toList()));
        }
        return csv.toString();
    }
}
