package com.clario.playbook;

import com.clario.playbook.document.Documents;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terms signed long ago, for tests of what comes after the negotiation. */
public final class SignedTerms {

    public static final String PRODUCT = "Moka Analytics powered by Clario";

    private SignedTerms() {}

    /** The terms of the playbook's sample: 70 % of Rp 200.000 a month, in force from a day on for two years. */
    public static void of(ApplicationContext house, String partnership, LocalDate from) {
        var jdbc = house.getBean(JdbcClient.class);
        var document = house.getBean(Documents.class)
                .store(partnership, "SIGNED_CONTRACT", "signed.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        jdbc.sql("insert into playbook.terms_version (partnership, number, status, model, product, collects, base, "
                        + "partner_share, price, currency, exclusive, support_contact, support_hours, "
                        + "duration_months, notice_days, pilot_clause, note, proposed_by, proposed_at, contract, "
                        + "signatory_partner, signatory_us, signed_on, signed_copy, signature_by, valid_from, "
                        + "valid_to) values (?, 1, 'SIGNED', (select model from playbook.partnership where code = ?), ?, 'PARTNER', 'Net', 70, 200000, 'IDR', false, "
                        + "'Clario support', 24, 24, 60, true, 'A test', 'sari', ?, ?, 'Them', 'Us', ?, ?, 'sari', "
                        + "?, ?)")
                .params(
                        partnership,
                        partnership,
                        PRODUCT,
                        OffsetDateTime.now(),
                        document.id(),
                        from,
                        document.id(),
                        from,
                        from.plusYears(2))
                .update();
    }
}
