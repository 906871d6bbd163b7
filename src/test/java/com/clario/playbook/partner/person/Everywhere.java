package com.clario.playbook.partner.person;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches every column of every table, ours and the engine's, as somebody with the whole database in hands would. */
final class Everywhere {

    private final JdbcClient jdbc;

    Everywhere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns in which a word stands, whichever way it is written there. */
    List<String> find(String word) {
        return columns()
                .filter(column -> holds(column, word.toLowerCase(Locale.ROOT)))
                .map(Object::toString)
                .toList();
    }

    /** Our columns with room for a sentence. */
    Stream<String> longTexts() {
        return columns()
                .filter(column -> column.schema.equals("playbook") && !column.binary && column.longest > 100)
                .map(Column::toString);
    }

    /** Our columns of text, by table. */
    Stream<String> ourTexts() {
        return columns()
                .filter(column -> column.schema.equals("playbook") && !column.binary)
                .map(Column::toString);
    }

    private Stream<Column> columns() {
        return jdbc
                .sql("select c.table_schema, c.table_name, c.column_name, c.data_type, "
                        + "c.character_maximum_length from information_schema.columns c "
                        + "join information_schema.tables t on t.table_schema = c.table_schema "
                        + "and t.table_name = c.table_name where t.table_type = 'BASE TABLE' "
                        + "and lower(c.table_name) <> 'flyway_schema_history' "
                        + "and lower(c.table_schema) in ('playbook', 'public') and (lower(c.data_type) like '%char%' "
                        + "or lower(c.data_type) in ('text', 'bytea', 'binary large object', 'character large object', "
                        + "'json')) order by 1, 2, 3")
                .query((row, n) -> new Column(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        row.getString(2).toLowerCase(Locale.ROOT),
                        row.getString(3).toLowerCase(Locale.ROOT),
                        row.getString(4).matches("(?i)bytea|binary.*"),
                        row.getObject(5) == null ? Long.MAX_VALUE : row.getLong(5)))
                .list()
                .stream();
    }

    private boolean holds(Column column, String word) {
        return jdbc
                .sql("select " + column.name + " from " + column.schema + "." + column.table + " where " + column.name
                        + " is not null")
                .query((row, n) ->
                        column.binary ? new String(row.getBytes(1), StandardCharsets.UTF_8) : row.getString(1))
                .list()
                .stream()
                .map(text -> plain(text.toLowerCase(Locale.ROOT)))
                .anyMatch(text -> text.contains(word));
    }

    private static String plain(String text) {
        var plain = text;
        for (var sign : Map.of("&#64;", "@", "&#95;", "_", "&#46;", ".").entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        return plain;
    }

    private record Column(String schema, String table, String name, boolean binary, long longest) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }
}
