package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.Rooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignedTermsTests {

    private static final String SIGNED =
            """
            insert into playbook.terms_version (partnership, number, status, model, product, collects, base, partner_share,
              price, currency, exclusive, support_contact, support_hours, duration_months, notice_days, pilot_clause,
              note, proposed_by, proposed_at, contract, signatory_partner, signatory_us, signed_on, signed_copy,
              signature_by, valid_from, valid_to)
            values ('moka-1', 1, 'SIGNED', 'WHITE_LABEL', 'Moka Analytics', 'PARTNER', 'Net', 70, 200000, 'IDR', false, 'Support', 24,
              12, 60, true, 'First', 'sari', current_timestamp, 1, 'Rina', %s, current_date, 1, 'sari',
              current_date, current_date)
            """;

    @ParameterizedTest
    @EnumSource(Rooms.Kind.class)
    void cannotBeChangedByHandEither(Rooms.Kind kind) {
        try (var house = Rooms.open(kind.database())) {
            var jdbc = house.getBean(JdbcClient.class);
            begin(jdbc);
            jdbc.sql(SIGNED.formatted("'Andi'")).update();

            assertThatThrownBy(() -> jdbc.sql("update playbook.terms_version set partner_share = 60")
                            .update())
                    .hasMessageContaining("Version 1 of the terms of moka-1 is signed and never changes");
            assertThatThrownBy(
                            () -> jdbc.sql("delete from playbook.terms_version").update())
                    .hasMessageContaining("never changes");
        }
    }

    @ParameterizedTest
    @EnumSource(Rooms.Kind.class)
    void cannotBeSignedInPart(Rooms.Kind kind) {
        try (var house = Rooms.open(kind.database())) {
            var jdbc = house.getBean(JdbcClient.class);
            begin(jdbc);

            assertThatThrownBy(() -> jdbc.sql(SIGNED.formatted("null")).update())
                    .hasMessageMatching("(?is).*terms_signed_in_full.*");
            assertThat(jdbc.sql("select count(*) from playbook.terms_version")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    static void begin(JdbcClient jdbc) {
        jdbc.sql("insert into playbook.partner values ('moka', 'Moka', 'POS', '', '', 'Revenue', 'Reach', false)")
                .update();
        jdbc.sql("insert into playbook.partnership (code, partner, model, stage, owner, started_on, stage_since) "
                        + "values ('moka-1', 'moka', 'WHITE_LABEL', 'NEGOTIATION', 'sari', current_date, current_date)")
                .update();
        jdbc.sql(
                        "insert into playbook.document (partnership, kind, name, type, sha256, size, content, stored_at, "
                                + "stored_by) values ('moka-1', 'OTHER', 'a.pdf', 'application/pdf', ?, 1, ?, current_timestamp, 'sari')")
                .params("0".repeat(64), new byte[1])
                .update();
    }
}
