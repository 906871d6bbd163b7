package com.clario.playbook.negotiation;

import com.clario.playbook.access.People;
import com.clario.playbook.document.signing.Signature;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Check;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.negotiation.start.Renewed;
import com.clario.playbook.negotiation.start.Start;
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

    private static final String VERSION = "select v.*, q.name as partner_name from playbook.terms_version v "
            + "join playbook.partnership p on p.code = v.partnership join playbook.partner q on q.code = p.partner ";

    private final JdbcClient jdbc;
    private final Renewed renewed;
    private final People people;
    private final Clock clock;

    TermsVersions(JdbcClient jdbc, Renewed renewed, People people, Clock clock) {
        this.jdbc = jdbc;
        this.renewed = renewed;
        this.people = people;
        this.clock = clock;
    }

    /** All versions of a partnership's terms, newest first. */
    public List<TermsVersion> versions(String partnership) {
        return dated(jdbc.sql(VERSION + "where v.partnership = ? order by v.number desc")
                .param(partnership)
                .query(TermsRows::version)
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
                .sql(VERSION + "where v.status = 'SIGNED' order by v.number desc")
                .query(TermsRows::version)
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

    /** How the next version begins: a renewal where the terms it renews end, any other with its signature. */
    Start nextStart(String partnership) {
        var renewal = renewed.version(partnership);
        return signed(partnership)
                .map(before -> new Start(
                        renewal.filter(version -> version == before.number()).isPresent()
                                ? before.validTo().plusDays(1)
                                : null,
                        before.number()))
                .orElse(Start.FIRST);
    }

    /** Adds the next version; whatever was still open before it is pushed aside. */
    TermsVersion add(String partnership, Terms terms, String note) {
        var before = latest(partnership);
        before.filter(version -> version.status().open()).ifPresent(version -> move(version, Status.SUPERSEDED));
        var start = nextStart(partnership);
        var number = before.map(TermsVersion::number).orElse(0) + 1;
        jdbc.sql("insert into playbook.terms_version (partnership, number, status, model, product, collects, base, "
                        + "partner_share, price, currency, exclusive, support_contact, support_hours, duration_months, "
                        + "notice_days, pilot_clause, note, starts_on, replaces, proposed_by, proposed_at) "
                        + "values (?, ?, 'PROPOSED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        number,
                        terms.model().name(),
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
                        start.on(),
                        start.replaces(),
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

    void check(TermsVersion version, Status status, Check check) {
        move(version, status);
        changed(jdbc.sql("update playbook.terms_version set decision = ?, pilot_required = ?, pilot_reason = ?, "
                        + "collides_with = ? where partnership = ? and number = ?")
                .params(
                        check.decision(),
                        check.pilotRequired(),
                        check.pilotReason(),
                        String.join(",", check.collidesWith()),
                        version.partnership(),
                        version.number())
                .update());
    }

    void answer(TermsVersion version, Status status, String answer, String reason) {
        move(version, status);
        changed(jdbc.sql("update playbook.terms_version set exception_answer = ?, exception_reason = ?, "
                        + "exception_by = ? where partnership = ? and number = ?")
                .params(answer, reason, people.current().id(), version.partnership(), version.number())
                .update());
    }

    /** Takes a version back from the signature; the next one begins where this one stands. */
    void takeBack(TermsVersion version, String why) {
        move(version, Status.NOT_SIGNED);
        changed(jdbc.sql("update playbook.terms_version set returned_by = ?, returned_why = ? "
                        + "where partnership = ? and number = ?")
                .params(people.current().id(), why, version.partnership(), version.number())
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

    /** A signed version ends the day before the first of those signed after it begins. */
    private static List<TermsVersion> dated(List<TermsVersion> newestFirst) {
        var dated = new ArrayList<TermsVersion>();
        LocalDate next = null;
        for (var version : newestFirst) {
            var ends = version.signed() && next != null && !version.validTo().isBefore(next);
            dated.add(ends ? version.endingOn(next.minusDays(1)) : version);
            if (version.signed() && (next == null || version.validFrom().isBefore(next))) {
                next = version.validFrom();
            }
        }
        return List.copyOf(dated);
    }
}
