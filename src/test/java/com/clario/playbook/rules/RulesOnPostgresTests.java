package com.clario.playbook.rules;

import static com.clario.playbook.rules.RulesDesk.APPROACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PostgresDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RulesOnPostgresTests {

    private static final DataSource POSTGRES =
            new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres");

    private static RulesDesk desk;

    @BeforeAll
    static void start() {
        RulesDesk.migrate(POSTGRES, "postgresql");
        desk = RulesDesk.on(POSTGRES);
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
        assertThat(RulesDesk.on(POSTGRES).rules().versions(APPROACH))
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
