package com.clario.playbook.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PostgresDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Launches from before a partnership could launch again are kept as its first. */
class LaunchAgainTests {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void keepsEarlierLaunches(String vendor) {
        var postgres = vendor.equals("postgresql");
        var database = new DriverManagerDataSource(
                postgres ? PostgresDatabase.emptyDatabase() : "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                postgres ? "postgres" : "sa",
                postgres ? "postgres" : "");
        flyway(vendor, database, "171").migrate();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("insert into playbook.partner values ('moka', 'Moka', 'POS', '', '', 'Revenue', 'Reach', false)")
                .update();
        jdbc.sql("insert into playbook.partnership (code, partner, model, stage, owner, started_on, stage_since) "
                        + "values ('moka-1', 'moka', 'WHITE_LABEL', 'OPTIMIZE', 'sari', current_date, current_date)")
                .update();
        jdbc.sql("insert into playbook.launch (partnership, prepared_at, brand_name, go_live, live_on, decided_by, "
                        + "decided_at) values ('moka-1', current_timestamp, 'Moka Analytics', 'LIVE', current_date, "
                        + "'maya', current_timestamp)")
                .update();

        flyway(vendor, database, "172").migrate();

        var launch = jdbc.sql("select * from playbook.launch").query().singleRow();
        assertThat(launch)
                .containsEntry("number", 1)
                .containsEntry("model", "WHITE_LABEL")
                .containsEntry("brand_name", "Moka Analytics")
                .containsEntry("go_live", "LIVE")
                .containsEntry("terms", null);
    }

    private static Flyway flyway(String vendor, DriverManagerDataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .defaultSchema(vendor.equals("h2") ? "PLAYBOOK" : "playbook")
                .createSchemas(true)
                .target(target)
                .load();
    }
}
