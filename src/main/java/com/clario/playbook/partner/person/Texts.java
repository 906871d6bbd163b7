package com.clario.playbook.partner.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds a person in what was written, and takes them out of it: by name at their partner, by address everywhere. */
@Repository
class Texts implements PersonalData {

    private final JdbcClient jdbc;
    private final List<Written> rooms;

    Texts(JdbcClient jdbc, List<Written> rooms) {
        this.jdbc = jdbc;
        this.rooms = rooms;
    }

    @Override
    public List<Held> about(Somebody somebody, String partner) {
        return places().flatMap(place -> held(place, somebody, partner).stream())
                .toList();
    }

    Stream<Place> places() {
        return rooms.stream().flatMap(room -> room.places().stream());
    }

    void hide(Somebody somebody, String partner) {
        places().filter(place -> place.stays() == null)
                .forEach(place -> place.texts().forEach(column -> {
                    rewrite(place, column, place.ofPartner(), partner, somebody::hiddenIn);
                    for (var address : somebody.addresses()) {
                        rewrite(place, column, like(column), pattern(address), somebody::addressHiddenIn);
                    }
                }));
    }

    private void rewrite(Place place, String column, String which, String value, UnaryOperator<String> hidden) {
        var rows = " where " + place.only() + " and (" + which + ") and " + column;
        var longest = longest(place, column);
        jdbc.sql("select distinct " + column + " from " + place.table() + rows + " is not null")
                .param("partner", value)
                .query(String.class)
                .list()
                .forEach(text -> {
                    var after = hidden.apply(text);
                    if (!after.equals(text)) {
                        jdbc.sql("update " + place.table() + " set " + column + " = :after" + rows + " = :before")
                                .param("partner", value)
                                .param("after", after.substring(0, Math.min(after.length(), longest)))
                                .param("before", text)
                                .update();
                    }
                });
    }

    private List<Held> held(Place place, Somebody somebody, String partner) {
        var columns = Stream.concat(place.beside().stream(), place.texts().stream())
                .distinct()
                .toList();
        var found = new ArrayList<Held>();
        select(place, columns, place.ofPartner(), partner).stream()
                .filter(row -> texts(place, row).anyMatch(somebody::isIn))
                .forEach(row -> found.add(new Held(place.what(), row, place.stays())));
        for (var address : somebody.addresses()) {
            var anywhere = "("
                    + String.join(
                            " or ", place.texts().stream().map(Texts::like).toList()) + ")";
            select(place, columns, anywhere, pattern(address)).stream()
                    .filter(row -> texts(place, row).anyMatch(somebody::isAddressedIn))
                    .map(row -> new Held(place.what(), row, place.stays()))
                    .filter(held -> !found.contains(held))
                    .forEach(found::add);
        }
        return found;
    }

    private List<Map<String, Object>> select(Place place, List<String> columns, String which, String value) {
        return jdbc.sql("select " + String.join(", ", columns) + " from " + place.table() + " where " + place.only()
                        + " and (" + which + ")")
                .param("partner", value)
                .query((row, n) -> row(columns, row))
                .list();
    }

    private static Map<String, Object> row(List<String> columns, ResultSet row) throws SQLException {
        var content = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            if (row.getString(column) != null) {
                content.put(column, row.getString(column));
            }
        }
        return content;
    }

    private static Stream<String> texts(Place place, Map<String, Object> row) {
        return place.texts().stream().map(column -> (String) row.get(column));
    }

    private static String like(String column) {
        return "lower(" + column + ") like :partner escape '!'";
    }

    private static String pattern(String address) {
        return "%" + address.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** The pseudonym may be longer than a short name was. */
    private int longest(Place place, String column) {
        return jdbc.sql("select max(character_maximum_length) from information_schema.columns "
                        + "where lower(table_schema) || '.' || lower(table_name) = ? and lower(column_name) = ?")
                .params(place.table(), column)
                .query(Integer.class)
                .optional()
                .orElse(Integer.MAX_VALUE);
    }
}
