package com.clario.playbook.negotiation;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Exemption;
import com.clario.playbook.negotiation.TermsVersion.Signature;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.rules.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All versions of the terms of all partnerships; a signed one is frozen. */
@Repository
public class TermsVersions {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    TermsVersions(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** All versions of a partnership's terms, newest first. */
    public List<TermsVersion> versions(String partnership) {
        return dated(jdbc.sql("select * from playbook.terms_version where partnership = ? order by number desc")
                .param(partnership)
                .query(TermsVersions::version)
                .list());
    }

    /** The newest version, whatever became of it. */
    public Optional<TermsVersion> latest(String partnership) {
        return versions(partnership).stream().findFirst();
    }

    /** The newest signed version, also when its first day is still to come. */
    public Optional<TermsVersion> signed(String partnership) {
        return versions(partnership).stream().filter(TermsVersion::signed).findFirst();
    }

    /** The signed version that counts on a day. */
    public Optional<TermsVersion> inForce(String partnership, LocalDate day) {
        return versions(partnership).stream()
                .filter(version -> version.inForce(day))
                .findFirst();
    }

    /** The signed versions of all partnerships that count on a day or will. */
    List<TermsVersion> signedFrom(LocalDate day) {
        return jdbc
                .sql("select * from playbook.terms_version where status = 'SIGNED' order by number desc")
                .query(TermsVersions::version)
                .list()
                .stream()
                .collect(Collectors.groupingBy(TermsVersion::partnership))
                .values()
                .stream()
                .flatMap(versions -> dated(versions).stream())
                .filter(version -> !version.validTo().isBefore(day))
                .sorted(Comparator.comparing(TermsVersion::partnership))
                .toList();
    }

    TermsVersion required(String partnership) {
        return latest(partnership).orElseThrow(() -> new Refusal("No terms are proposed for " + partnership + " yet."));
    }

    /** Adds the next version; whatever was still open before it is pushed aside. */
    TermsVersion add(String partnership, Terms terms, String note) {
        var before = latest(partnership);
        before.filter(version -> version.status().open()).ifPresent(version -> move(version, Status.SUPERSEDED));
        var number = before.map(TermsVersion::number).orElse(0) + 1;
        jdbc.sql("insert into playbook.terms_version (partnership, number, status, product, collects, base, "
                        + "partner_share, price, currency, exclusive, support_contact, support_hours, duration_months, "
                        + "notice_days, pilot_clause, note, proposed_by, proposed_at) "
                        + "values (?, ?, 'PROPOSED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        number,
                        terms.product(),
                        terms.collects(),
                        Terms.BASE,
                        terms.partnerShare(),
                        Amounts.number(terms.price()),
                        terms.price().getCurrency().getCurrencyCode(),
                        terms.exclusive(),
                        terms.supportContact(),
                        terms.supportHours(),
                        terms.durationMonths(),
                        terms.noticeDays(),
                        terms.pilotClause(),
                        note,
                        people.current().id(),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
        return required(partnership);
    }

    void move(TermsVersion version, Status status) {
        if (version.signed()) {
            throw new Refusal(version.label() + " of the terms is signed and never changes.");
        }
        changed(jdbc.sql("update playbook.terms_version set status = ? "
                        + "where partnership = ? and number = ? and status = ?")
                .params(
                        status.name(),
                        version.partnership(),
                        version.number(),
                        version.status().name())
                .update());
    }

    void check(TermsVersion version, Status status, Decision decision, boolean pilotRequired) {
        move(version, status);
        changed(jdbc.sql("update playbook.terms_version set decision = ?, pilot_required = ? "
                        + "where partnership = ? and number = ?")
                .params(decision.id(), pilotRequired, version.partnership(), version.number())
                .update());
    }

    void answer(TermsVersion version, Status status, String answer, String reason) {
        move(version, status);
        changed(jdbc.sql("update playbook.terms_version set exception_answer = ?, exception_reason = ?, "
                        + "exception_by = ? where partnership = ? and number = ?")
                .params(answer, reason, people.current().id(), version.partnership(), version.number())
                .update());
    }

    void draft(TermsVersion version, long contract) {
        changed(jdbc.sql("update playbook.terms_version set contract = ? "
                        + "where partnership = ? and number = ? and status = ? and contract is null")
                .params(
                        contract,
                        version.partnership(),
                        version.number(),
                        version.status().name())
                .update());
    }

    /** Freezes a version: from now on its row is never written again. */
    void sign(TermsVersion version, Signature signature, LocalDate from, LocalDate to) {
        changed(jdbc.sql("update playbook.terms_version set status = 'SIGNED', signatory_partner = ?, "
                        + "signatory_us = ?, signed_on = ?, signed_copy = ?, signature_by = ?, signature_note = ?, "
                        + "valid_from = ?, valid_to = ? where partnership = ? and number = ? and status = 'APPROVED'")
                .params(
                        signature.partner(),
                        signature.us(),
                        signature.signedOn(),
                        signature.copy(),
                        signature.recordedBy(),
                        signature.note(),
                        from,
                        to,
                        version.partnership(),
                        version.number())
                .update());
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw new Refusal("Somebody else changed these terms at the same moment. Reload and try again.");
        }
    }

    /** A signed version ends the day before the next signed one begins. */
    private static List<TermsVersion> dated(List<TermsVersion> newestFirst) {
        var dated = new ArrayList<TermsVersion>();
        LocalDate next = null;
        for (var version : newestFirst) {
            var ends = version.signed() && next != null && !version.validTo().isBefore(next);
            dated.add(ends ? version.endingOn(next.minusDays(1)) : version);
            next = version.signed() ? version.validFrom() : next;
        }
        return List.copyOf(dated);
    }

    private static TermsVersion version(ResultSet row, int n) throws SQLException {
        return new TermsVersion(
                row.getString("partnership"),
                row.getInt("number"),
                Status.valueOf(row.getString("status")),
                terms(row),
                row.getString("note"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("decision", Long.class),
                row.getBoolean("pilot_required"),
                row.getString("exception_answer") == null ? null : exemption(row),
                row.getObject("contract", Long.class),
                row.getString("signature_by") == null ? null : signature(row),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
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

    private static Exemption exemption(ResultSet row) throws SQLException {
        return new Exemption(
                row.getString("exception_answer"), row.getString("exception_reason"), row.getString("exception_by"));
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                row.getString("signatory_partner"),
                row.getString("signatory_us"),
                row.getObject("signed_on", LocalDate.class),
                row.getLong("signed_copy"),
                row.getString("signature_by"),
                row.getString("signature_note"));
    }
}
