package com.clario.playbook.partner.person;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody written down wherever the later stages let people write, as raw rows, without living through them. */
final class Mentions {

    private static final String TERMS =
            """
            insert into playbook.terms_version (partnership, number, status, model, product, collects, base,
              partner_share, price, currency, exclusive, support_contact, support_hours, duration_months, notice_days,
              pilot_clause, note, proposed_by, proposed_at, exception_reason, returned_why, signatory_partner,
              signature_note)
            values (:case, 1, 'PROPOSED', 'WHITE_LABEL', :who, 'PARTNER', 'Net', 70, 200000, 'IDR', false, :who, 24, 12,
              60, true, :who, 'sari', current_timestamp, :who, :who, :name, :who)""";
    private static final String CONTRACT_REVIEW =
            """
            insert into playbook.contract_review (partnership, number, decision, clauses, comment, reviewed_by, reviewed_at,
              contract, contract_sha256, newest_document)
            select :case, 1, 'APPROVE', '', :who, 'lina', current_timestamp, max(id), 's', max(id)
            from playbook.document where partnership = :case""";
    private static final String APPROVAL =
            """
            insert into playbook.standing_approval (model, fingerprint, partnership, number, contract, approved_by,
              approved_at, withdrawn_by, withdrawn_at, withdrawn_why)
            select 'WHITE_LABEL', 'f', :case, 1, max(id), 'lina', current_timestamp, 'lina', current_timestamp, :who
            from playbook.document where partnership = :case""";
    private static final String PILOT =
            """
            insert into playbook.pilot (partnership, starts_on, length_days, target_active_percent,
              target_satisfaction, failure_criteria, scope, planned_by, planned_at, sign_off_reason)
            values (:case, current_date, 30, 60, 4, :who, :who, 'sari', current_timestamp, :who)""";
    private static final String PILOT_CUSTOMER =
            "insert into playbook.pilot_customer (partnership, place, name) values (:case, 1, :who)";
    private static final String PILOT_RESULT =
            """
            insert into playbook.pilot_result (partnership, active_customers, satisfaction, serious_incidents, note,
              entered_by, entered_at) values (:case, 9, 4, 0, :who, 'sari', current_timestamp)""";
    private static final String PILOT_LETTER =
            """
            insert into playbook.pilot_letter (partnership, number, document, document_sha256, planned_by, drafted_at,
              answer, comment, reviewed_by, reviewed_at, newest_document, signature_note)
            select :case, 1, max(id), 's', 'sari', current_timestamp, 'APPROVE', :who, 'lina', current_timestamp,
              max(id), :who from playbook.document where partnership = :case""";
    private static final String LAUNCH =
            """
            insert into playbook.launch (partnership, number, model, prepared_at, announcement, announced_where,
              brand_name, trainees, training_material, trainer, support_name, support_mail, go_live_note)
            values (:case, 1, 'WHITE_LABEL', current_timestamp, :who, :who, :who, :who, :who, :name, :name, :address,
              :who)""";
    private static final String REFERRAL_CODE =
            """
            insert into playbook.referral_code (code, partnership, text, issued_by, issued_at, revoked_why)
            values (:short, :case, :who, 'sari', current_timestamp, :who)""";
    private static final String API_KEY =
            """
            insert into playbook.api_key (id, partnership, scope, fingerprint, issued_by, issued_at, revoked_why)
            values (:short, :case, 'ACTIVITY', 'f', 'sari', current_timestamp, :who)""";
    private static final String REVIEW =
            """
            insert into playbook.review (partnership, number, currency, open_complaints, note, entered_by, entered_at,
              figures_month, covers_from)
            values (:case, 1, 'IDR', 0, :who, 'sari', current_timestamp, current_date, current_date)""";
    private static final String VERDICT =
            """
            insert into playbook.review_verdict (review, verdict, reason, held_by, held_at)
            select id, 'KEEP', :who, 'sari', current_timestamp from playbook.review where partnership = :case""";
    private static final String ACTION =
            """
            insert into playbook.review_action (review, action, owner, due)
            select id, :who, :name, current_date from playbook.review where partnership = :case""";
    private static final String ACTION_CHANGE =
            """
            insert into playbook.review_action_change (action, kind, reason, by_whom, at)
            select id, 'DROPPED', :who, 'sari', current_timestamp from playbook.review_action where action = :who""";
    private static final String RENEWAL =
            """
            insert into playbook.renewal (partnership, version, model, advice, asked_at, answer, reason, answered_by,
              answered_at)
            values (:case, 1, 'WHITE_LABEL', 1, current_timestamp, 'LATER', :who, 'sari', current_timestamp)""";
    private static final String WIND_DOWN =
            """
            insert into playbook.wind_down (partnership, cause, decided_at, version, letter, begun_at, last_day_why,
              customers, ended_early_why, withdrawn_at, withdrawn_why, settlement_note)
            select :case, 'TERMINATED', current_timestamp, 1, max(id), current_timestamp, :who, :who, :who,
              current_timestamp, :who, :who from playbook.document where partnership = :case""";
    private static final String PAUSE =
            """
            insert into playbook.pause (partnership, paused_at, paused_on, until_day, reason, paused_by, ended_at)
            values (:case, current_timestamp, current_date, current_date, :who, 'sari', current_timestamp)""";
    private static final String START_PERMIT =
            """
            insert into playbook.start_permit (partnership, programme_version, reason, who, at)
            values (:case, 1, :who, 'Maya', current_timestamp)""";
    private static final String OPT_OUT =
            "insert into playbook.opt_out (address, asked_at) values (:address, current_timestamp)";
    private static final String OPT_OUT_LINK = "insert into playbook.opt_out_link (address) values (:address)";

    /** The places in order, each after those it refers to. */
    private static final String[] ALL = {
        TERMS,
        CONTRACT_REVIEW,
        APPROVAL,
        PILOT,
        PILOT_CUSTOMER,
        PILOT_RESULT,
        PILOT_LETTER,
        LAUNCH,
        REFERRAL_CODE,
        API_KEY,
        REVIEW,
        VERDICT,
        ACTION,
        ACTION_CHANGE,
        RENEWAL,
        WIND_DOWN,
        PAUSE,
        START_PERMIT,
        OPT_OUT,
        OPT_OUT_LINK
    };

    private Mentions() {}

    /** Writes the person into a case that has a document and none of these rows yet. */
    static void write(JdbcClient jdbc, String partnership, String name, String address) {
        for (var row : ALL) {
            write(jdbc, row, partnership, name, address);
        }
    }

    /** Writes the person into the first version of the terms. */
    static void writeTerms(JdbcClient jdbc, String partnership, String name, String address) {
        write(jdbc, TERMS, partnership, name, address);
    }

    /** Writes the person into legal's review of terms that are there, and into a pilot that runs by a signed letter. */
    static void writeInEvidence(JdbcClient jdbc, String partnership, String name, String address) {
        for (var row : new String[] {CONTRACT_REVIEW, PILOT, PILOT_CUSTOMER, PILOT_RESULT, PILOT_LETTER}) {
            write(jdbc, row, partnership, name, address);
        }
        jdbc.sql("update playbook.pilot_letter set signatory_partner = ? where partnership = ?")
                .params(name, partnership)
                .update();
        jdbc.sql("update playbook.pilot set started_on = current_date where partnership = ?")
                .param(partnership)
                .update();
    }

    /** Lets the person sign a second version of terms, as the signature itself writes it. */
    static void sign(JdbcClient jdbc, String partnership, String name) {
        jdbc.sql("insert into playbook.terms_version (partnership, number, status, model, product, collects, base, "
                        + "partner_share, price, currency, exclusive, support_contact, support_hours, duration_months, "
                        + "notice_days, pilot_clause, note, proposed_by, proposed_at, contract, signatory_partner, "
                        + "signatory_us, signed_on, signed_copy, signature_by, valid_from, valid_to) "
                        + "select partnership, 2, status, model, product, collects, base, partner_share, price, currency, "
                        + "exclusive, support_contact, support_hours, duration_months, notice_days, pilot_clause, ?, "
                        + "proposed_by, proposed_at, contract, ?, signatory_us, signed_on, signed_copy, signature_by, "
                        + "valid_from, valid_to from playbook.terms_version where partnership = ?")
                .params("As " + name + " wished", name, partnership)
                .update();
    }

    private static void write(JdbcClient jdbc, String row, String partnership, String name, String address) {
        var written = jdbc.sql(row)
                .param("case", partnership)
                .param("name", name)
                .param("address", address)
                .param("who", name + ", " + address.toUpperCase())
                .param("short", name.substring(name.length() - 8))
                .update();
        if (written != 1) {
            throw new AssertionError("Written " + written + " times: " + row);
        }
    }
}
