package com.clario.playbook.negotiation.contract;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Keeps signed terms as they are, also from a hand at the database; PostgreSQL has a trigger of its own for it. */
public class SignedTermsStay implements Trigger {

    private int partnership;
    private int number;
    private int status;

    @Override
    public void init(Connection database, String schema, String name, String table, boolean before, int kind)
            throws SQLException {
        try (var columns = database.getMetaData().getColumns(null, schema, table, null)) {
            while (columns.next()) {
                place(columns.getString("COLUMN_NAME"), columns.getInt("ORDINAL_POSITION") - 1);
            }
        }
    }

    private void place(String column, int place) {
        switch (column) {
            case "PARTNERSHIP" -> partnership = place;
            case "NUMBER" -> number = place;
            case "STATUS" -> status = place;
            default -> {}
        }
    }

    @Override
    public void fire(Connection database, Object[] before, Object[] after) throws SQLException {
        if ("SIGNED".equals(before[status])) {
            throw new SQLException(
                    "Version " + before[number] + " of the terms of " + before[partnership]
                            + " is signed and never changes",
                    "45000");
        }
    }
}
