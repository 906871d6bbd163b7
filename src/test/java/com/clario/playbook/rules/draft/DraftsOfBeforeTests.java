package com.clario.playbook.rules.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PostgresDatabase;
import com.clario.playbook.rules.RulesDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever had written in a draft before it was kept which save is whose has written in it for good. */
class DraftsOfBeforeTests {

    private static final String SET = "identify/fit";

    @Test
    void keepTheirEditorsOnH2() {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        keepTheirEditors(JdbcConnectionPool.create(url, "sa", ""), "h2");
    }

    @Test
    void keepTheirEditorsOnPostgres() {
        keepTheirEditors(
                new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres"), "postgresql");
    }

    private static void keepTheirEditors(DataSource source, String vendor) {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema(vendor.equals("h2") ? "PLAYBOOK" : "playbook")
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .target("220")
                .load()
                .migrate();
        var jdbc = JdbcClient.create(source);
        List.of(
                        "insert into playbook.rule_version (rule_set, number, valid_from, sha256, author, approved_by,"
                                + " reason) values ('identify/fit', 1, current_timestamp, 'x', 'maya', 'rizal', 'x')",
                        "insert into playbook.rule_draft values ('identify/fit', 7,"
                                + " '{\"tables\":{},\"cases\":[]}', 1, 'maya', current_timestamp, 'maya',"
                                + " current_timestamp)",
                        "insert into playbook.rule_draft_editor values ('identify/fit', 'maya')",
                        "insert into playbook.rule_draft_editor values ('identify/fit', 'rizal')")
                .forEach(statement -> jdbc.sql(statement).update());

        RulesDesk.migrate(source, vendor);

        var drafts = new SavedDrafts(jdbc);
        var before = drafts.find(SET).orElseThrow();
        assertThat(before.editors()).containsExactly("maya", "rizal");
        var typed = new Sheet(Map.of(), List.of(List.of("typed")));
        drafts.save(SET, 7, typed, "lina", Instant.now());
        drafts.save(SET, 8, before.sheet(), "rizal", Instant.now());
        drafts.save(SET, 9, typed, "rizal", Instant.now());
        assertThat(drafts.find(SET).orElseThrow().editors()).containsExactly("lina", "maya", "rizal");
    }
}
