package com.clario.playbook.rules;

import static com.clario.playbook.rules.RulesDesk.APPROACH;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PostgresDatabase;
import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.outreach.ApproachFacts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class UsageTests {

    @Test
    void countsHowOftenEachRowFiredInTheLastTwelveMonths() {
        var source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        RulesDesk.migrate(source, "h2");

        counts(source);
    }

    @Test
    void countsOnPostgresAsWell() {
        var source = new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres");
        RulesDesk.migrate(source, "postgresql");

        counts(source);
    }

    private static void counts(DataSource source) {
        var desk = RulesDesk.on(source);
        desk.decide();
        desk.decide();
        desk.transaction().executeWithoutResult(status -> desk.rules()
                .decide(APPROACH, new ApproachFacts(true, true, true), "moka-1"));

        assertThat(new Usage(desk.jdbc(), Clock.systemUTC()).of(APPROACH))
                .isEqualTo(Map.of("APP-04", 2L, "APP-01", 1L));
        assertThat(new Usage(desk.jdbc(), Clock.systemUTC()).of(RuleSets.named("identify/fit", FitFacts.class)))
                .isEmpty();
        var nextYear = Clock.offset(Clock.systemUTC(), Duration.ofDays(367));
        assertThat(new Usage(desk.jdbc(), nextYear).of(APPROACH)).isEmpty();
    }
}
