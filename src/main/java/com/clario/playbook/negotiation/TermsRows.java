package com.clario.playbook.negotiation;

import com.clario.playbook.document.signing.Signature;
import com.clario.playbook.negotiation.TermsVersion.Check;
import com.clario.playbook.negotiation.TermsVersion.Exemption;
import com.clario.playbook.negotiation.TermsVersion.Returned;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.negotiation.start.Start;
import com.clario.playbook.partner.Model;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads a version of terms from its row. */
final class TermsRows {

    private TermsRows() {}

    static TermsVersion version(ResultSet row, int n) throws SQLException {
        return new TermsVersion(
                row.getString("partnership"),
                row.getString("partner_name"),
                row.getInt("number"),
                Status.valueOf(row.getString("status")),
                terms(row),
                row.getString("note"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                new Start(row.getObject("starts_on", LocalDate.class), row.getObject("replaces", Integer.class)),
                row.getObject("decision", Long.class) == null ? null : check(row),
                row.getString("exception_answer") == null ? null : exemption(row),
                row.getObject("contract", Long.class),
                row.getString("returned_by") == null
                        ? null
                        : new Returned(row.getString("returned_by"), row.getString("returned_why")),
                row.getString("signature_by") == null ? null : Signature.of(row),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                Model.valueOf(row.getString("model")),
                row.getString("product"),
                row.getString("collects"),
                row.getBigDecimal("partner_share"),
                Amounts.of(row.getBigDecimal("price"), row.getString("currency")),
                row.getBoolean("exclusive"),
                row.getString("support_contact"),
                row.getInt("support_hours"),
                row.getInt("duration_months"),
                row.getInt("notice_days"),
                row.getBoolean("pilot_clause"));
    }

    private static Check check(ResultSet row) throws SQLException {
        var others = row.getString("collides_with");
        return new Check(
                row.getLong("decision"),
                row.getBoolean("pilot_required"),
                row.getString("pilot_reason"),
                others == null || others.isEmpty() ? List.of() : List.of(others.split(",")));
    }

    private static Exemption exemption(ResultSet row) throws SQLException {
        return new Exemption(
                row.getString("exception_answer"), row.getString("exception_reason"), row.getString("exception_by"));
    }
}
