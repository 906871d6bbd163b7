package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.Rooms;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that was in use before the model was a term goes on with its signed terms. */
class ModelOfOldTermsTests {

    private static final String SIGNED =
            """
            insert into playbook.terms_version (partnership, number, status, product, collects, base, partner_share,
              price, currency, exclusive, support_contact, support_hours, duration_months, notice_days, pilot_clause,
              note, proposed_by, proposed_at, contract, signatory_partner, signatory_us, signed_on, signed_copy,
              signature_by, valid_from, valid_to)
            values ('moka-1', 1, 'SIGNED', 'Moka Analytics', 'PARTNER', 'Net', 70, 200000, 'IDR', false, 'Support', 24,
              12, 60, true, 'First', 'sari', current_timestamp, 1, 'Rina', 'Andi', current_date, 1, 'sari',
              current_date, current_date)
            """;

    @ParameterizedTest
    @EnumSource(Rooms.Kind.class)
    void isThatOfTheirPartnership(Rooms.Kind kind) {
        var postgres = kind == Rooms.Kind.POSTGRESQL;
        var database = new DriverManagerDataSource(kind.database(), postgres ? "postgres" : "sa", "");
        var jdbc = JdbcClient.create(database);
        migrate(database, postgres, "120");
        SignedTermsTests.begin(jdbc);
        jdbc.sql(SIGNED).update();

        migrate(database, postgres, "latest");

        assertThat(jdbc.sql("select model from playbook.terms_version")
                        .query(String.class)
                        .list())
                .containsExactly("WHITE_LABEL");
        assertThatThrownBy(() -> jdbc.sql("update playbook.terms_version set model = 'RESELLER'")
                        .update())
                .hasMessageContaining("is signed and never changes");
    }

    private static void migrate(DriverManagerDataSource database, boolean postgres, String target) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema(postgres ? "playbook" : "PLAYBOOK")
                .createSchemas(true)
                .locations(
                        "classpath:db/migration/common", "classpath:db/migration/" + (postgres ? "postgresql" : "h2"))
                .target(target)
                .load()
                .migrate();
    }
}
