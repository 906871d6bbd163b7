package com.clario.playbook.rules.draft;

import static com.clario.playbook.rules.draft.DraftDesk.FIT;
import static com.clario.playbook.rules.draft.DraftDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** A page that holds one connection and waits for a second stops the house as soon as all do so. */
class OneConnectionTests {

    @Test
    void isAllThatReadingADraftAndVersionsTakes() throws Exception {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        var desk = DraftDesk.on(pool, "h2");
        var opened = desk.as("maya", () -> desk.drafts().open(FIT));
        var sheet = with(FIT, opened.sheet(), "FIT-01", "Points for us", "30");
        desk.as("maya", () -> desk.drafts().save(FIT, opened.revision(), sheet));
        pool.setMaxConnections(1);
        pool.setLoginTimeout(1);

        assertThat(desk.drafts().find(FIT)).hasValueSatisfying(draft -> {
            assertThat(draft.sheet()).isEqualTo(sheet);
            assertThat(draft.editors()).containsExactly("maya");
        });
        assertThat(desk.versions().all(FIT.name())).hasSize(1);
        assertThat(desk.versions().find(FIT.name(), 1).orElseThrow().rows()).hasSize(3);
        assertThat(pool.getActiveConnections()).isZero();
    }
}
