package com.clario.playbook.rules.version;

import static org.awaitility.Awaitility.await;

import com.clario.playbook.PostgresDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BellTests {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger rung = new AtomicInteger();
    private JdbcClient jdbc;
    private Bell bell;
    private Thread listening;

    @BeforeEach
    void listen() {
        var source = new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres");
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("playbook")
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        bell = new Bell(source);
        listening = new Thread(this::count);
        listening.start();
        await().atMost(PATIENCE).until(() -> listeners() == 1);
    }

    @AfterEach
    void stop() {
        listening.interrupt();
        bell.close();
    }

    @Test
    void ringsInTheMomentAVersionIsPublished() {
        publish(1);

        await().atMost(PATIENCE).until(() -> rung.get() == 1);
    }

    @Test
    void listensAgainAfterTheLineBroke() {
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen playbook_rules'"
                        + " and datname = current_database()")
                .query(Boolean.class)
                .list();
        await().atMost(PATIENCE).until(() -> listeners() == 0);
        // Without its line the bell lets the time pass, here five minutes: nobody waits for that.
        listening.interrupt();
        listening = new Thread(this::count);
        listening.start();
        await().atMost(PATIENCE).until(() -> listeners() == 1);

        publish(1);

        await().atMost(PATIENCE).until(() -> rung.get() == 1);
    }

    private void count() {
        try {
            while (true) {
                bell.await(LONG);
                rung.incrementAndGet();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long listeners() {
        return jdbc.sql("select count(*) from pg_stat_activity where query = 'listen playbook_rules'"
                        + " and datname = current_database()")
                .query(Long.class)
                .single();
    }

    private void publish(int number) {
        var content = new Content(Map.of("approach", "APP-04,,true,true,COLD,,A row\n"), "");
        new Versions(jdbc)
                .add(new Version(
                        "outreach/approach", number, null, content, content.sha256(), "maya", "rizal", "Try it"));
    }
}
