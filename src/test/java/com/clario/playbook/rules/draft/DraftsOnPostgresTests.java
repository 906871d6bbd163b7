package com.clario.playbook.rules.draft;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PostgresDatabase;
import com.clario.playbook.rules.trail.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DraftsOnPostgresTests extends EveryDraft {

    private DraftDesk desk;

    @BeforeEach
    void open() {
        var source = new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres");
        desk = DraftDesk.on(source, "postgresql");
    }

    @Override
    DraftDesk desk() {
        return desk;
    }

    @ParameterizedTest
    @ValueSource(strings = {"update playbook.rule_act set who = 'rizal'", "delete from playbook.rule_act"})
    void neverChangesTheTrail(String statement) {
        desk.trail().add("identify/fit", "maya", Act.SUBMITTED, "", "", "Because");

        assertThatThrownBy(() -> desk.jdbc().sql(statement).update())
                .hasMessageContaining("is never changed or deleted");
    }
}
