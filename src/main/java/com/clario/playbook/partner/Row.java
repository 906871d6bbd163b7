package com.clario.playbook.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Reads the catalogue's rows by the names of their columns. Spring would guess them: for each row and field H2 throws
 * at the wrong guess and writes that into a file of its own.
 */
final class Row {

    private Row() {}

    static Partner partner(ResultSet row, int n) throws SQLException {
        return new Partner(
                row.getString("code"),
                row.getString("name"),
                PartnerType.valueOf(row.getString("type")),
                row.getString("website"),
                row.getString("about"),
                row.getString("value_to_them"),
                row.getString("value_to_us"),
                row.getBoolean("demo"));
    }

    static Contact contact(ResultSet row, int n) throws SQLException {
        return new Contact(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("name"),
                row.getString("role"),
                row.getString("mail"),
                row.getString("language"),
                row.getBoolean("do_not_contact"),
                row.getBoolean("mutual"),
                row.getObject("erased_on", LocalDate.class));
    }

    static Fact fact(ResultSet row, int n) throws SQLException {
        return new Fact(
                row.getString("partner"),
                row.getString("criterion"),
                row.getString("worth"),
                row.getString("source"),
                row.getObject("found_on", LocalDate.class),
                row.getString("note"));
    }
}
