package com.clario.playbook.rules.draft;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;

class DraftsOnH2Tests extends EveryDraft {

    private DraftDesk desk;

    @BeforeEach
    void open() {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        desk = DraftDesk.on(JdbcConnectionPool.create(url, "sa", ""), "h2");
    }

    @Override
    DraftDesk desk() {
        return desk;
    }
}
