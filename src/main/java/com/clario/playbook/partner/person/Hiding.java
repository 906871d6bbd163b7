package com.clario.playbook.partner.person;

import com.clario.playbook.partner.Contact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells whoever guards evidence in H2 what a pseudonym may change there; PostgreSQL has a function of its own for it. */
public final class Hiding {

    private static final String KNOWN = "select c.id, c.name, c.mail, c.partner = p.partner from playbook.contact c, "
            + "playbook.partnership p where p.code = ? and c.erased_on is null";

    private Hiding() {}

    /** Whether a text about a partnership is as before but for the pseudonym of a contact who is being erased. */
    public static boolean isAllThatChanged(Connection database, String partnership, String earlier, String later)
            throws SQLException {
        return Objects.equals(earlier, later)
                || known(database, partnership).stream().anyMatch(one -> one.isAllThatChanged(earlier, later));
    }

    private static List<Somebody> known(Connection database, String partnership) throws SQLException {
        var known = new ArrayList<Somebody>();
        try (var contacts = database.prepareStatement(KNOWN)) {
            contacts.setString(1, partnership);
            var row = contacts.executeQuery();
            while (row.next()) {
                known.add(somebody(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            }
        }
        return known;
    }

    private static Somebody somebody(long id, String name, String mail, boolean own) {
        var pseudonym = Contact.pseudonym(id);
        var names = new ArrayList<>(List.of(pseudonym));
        if (own) {
            names.add(name);
            names.addAll(Somebody.parts(name));
        }
        return new Somebody(names, List.of(mail), pseudonym);
    }
}
