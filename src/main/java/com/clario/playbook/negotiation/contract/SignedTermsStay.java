package com.clario.playbook.negotiation.contract;

import com.clario.playbook.partner.person.Hiding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.h2.api.Trigger;

/** Keeps signed terms as they are, also from a hand at the database; PostgreSQL has a trigger of its own for it. */
public class SignedTermsStay implements Trigger {

    /** No part of what was signed: a contact who is erased goes by the pseudonym there. */
    private static final Set<String> REMARKS = Set.of("NOTE", "EXCEPTION_REASON", "RETURNED_WHY", "SIGNATURE_NOTE");

    private final Map<String, Integer> places = new HashMap<>();

    @Override
    public void init(Connection database, String schema, String name, String table, boolean before, int kind)
            throws SQLException {
        try (var columns = database.getMetaData().getColumns(null, schema, table, null)) {
            while (columns.next()) {
                places.put(columns.getString("COLUMN_NAME"), columns.getInt("ORDINAL_POSITION") - 1);
            }
        }
    }

    @Override
    public void fire(Connection database, Object[] before, Object[] after) throws SQLException {
        if ("SIGNED".equals(at("STATUS", before)) && (after == null || !isTheSame(database, before, after))) {
            throw new SQLException(
                    "Version " + at("NUMBER", before) + " of the terms of " + at("PARTNERSHIP", before)
                            + " is signed and never changes",
                    "45000");
        }
    }

    private boolean isTheSame(Connection database, Object[] before, Object[] after) throws SQLException {
        for (var column : places.keySet()) {
            var earlier = at(column, before);
            var later = at(column, after);
            var same = REMARKS.contains(column)
                    ? Hiding.isAllThatChanged(
                            database, at("PARTNERSHIP", before).toString(), (String) earlier, (String) later)
                    : Objects.deepEquals(earlier, later);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private Object at(String column, Object[] row) {
        return row[places.get(column)];
    }
}
