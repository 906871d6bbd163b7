package com.clario.playbook.document.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Who signed for each side and when, who recorded it, and the uploaded copy. */
public record Signature(String partner, String us, LocalDate signedOn, long copy, String recordedBy, String note) {

    /** The signature in a row of terms or of a letter, which call it the same. */
    public static Signature of(ResultSet row) throws SQLException {
        return new Signature(
                row.getString("signatory_partner"),
                row.getString("signatory_us"),
                row.getObject("signed_on", LocalDate.class),
                row.getLong("signed_copy"),
                row.getString("signature_by"),
                row.getString("signature_note"));
    }
}
