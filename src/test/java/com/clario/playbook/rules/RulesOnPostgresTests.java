package com.clario.playbook.rules;

import static com.clario.playbook.rules.RulesDesk.APPROACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesOnPostgresTests {

    private static EmbeddedPostgres postgres;
    private static RulesDesk desk;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        RulesDesk.migrate(postgres.getPostgresDatabase(), "postgresql");
        desk = RulesDesk.on(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void decidesByTheVersionInForceAndKeepsIt() {
        var first = desk.decide();

        var version = desk.publish("a new reason", null);
        var second = desk.decide();

        assertThat(second.version()).isEqualTo(version.number());
        assertThat(second.reasons()).containsExactly("APP-04: a new reason");
        assertThat(desk.rules().decision(first.id())).isEqualTo(first);
        assertThat(desk.rules().decision(second.id())).isEqualTo(second);
        assertThat(RulesDesk.on(postgres.getPostgresDatabase()).rules().versions(APPROACH))
                .isEqualTo(desk.rules().versions(APPROACH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule_version", "rule_version_table", "decision", "decision_row"})
    void keepsWhatWasDecidedAndByWhichRules(String table) {
        desk.decide();

        assertThatThrownBy(
                        () -> desk.jdbc().sql("delete from playbook." + table).update())
                .hasMessageContaining("is never changed or deleted");
    }
}
