package com.clario.playbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes on one database: what one publishes the other decides by, from the same moment on. */
class NodesTests {

    private static final Logger LOG = LoggerFactory.getLogger(NodesTests.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void useANewVersionFromItsTimeOn(String vendor) {
        var source = database(vendor);
        var desk = RulesDesk.on(source);
        var other = RulesDesk.on(source, new HeldCompiler());
        var watch = other.watch(source);
        try {
            var planned = desk.publish("planned", Instant.now().plusSeconds(2));
            takesOver(vendor + ", planned", other, planned.number(), planned.validFrom());

            var atOnce = desk.publish("at once", null);
            takesOver(vendor + ", at once", other, atOnce.number(), atOnce.validFrom());
            assertThat(other.decide().reasons()).containsExactly("APP-04: at once");
        } finally {
            watch.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void compileAVersionBeforeItsTime(String vendor) {
        var source = database(vendor);
        var desk = RulesDesk.on(source);
        var compiler = new HeldCompiler();
        var other = RulesDesk.on(source, compiler);
        var before = compiler.asked.get();
        var watch = other.watch(source);
        try {
            desk.publish("planned", Instant.now().plusSeconds(300));

            await().atMost(PATIENCE).until(() -> compiler.asked.get() == before + 1);
            assertThat(other.decide().version()).isEqualTo(1);
        } finally {
            watch.stop();
        }
    }

    private static void takesOver(String how, RulesDesk node, int number, Instant from) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> node.decide().version() == number);
        LOG.info(
                "{}: in use on the other node {} ms after its time",
                how,
                Duration.between(from, Instant.now()).toMillis());
    }

    private static DataSource database(String vendor) {
        var source = vendor.equals("h2")
                ? new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")
                : new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres");
        RulesDesk.migrate(source, vendor);
        return source;
    }
}
