package com.clario.playbook.rules.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.clario.playbook.rules.change.SavedChanges.Submission;
import com.clario.playbook.rules.version.Content;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SavedChangesTests {

    /** A page that holds one connection and waits for a second stops the house as soon as all do so. */
    @Test
    void areReadWithOneConnection() throws Exception {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure()
                .dataSource(pool)
                .defaultSchema("PLAYBOOK")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        var saved = new SavedChanges(JdbcClient.create(pool));
        var alone = saved.add("identify/fit", submission(Set.of("maya")));
        saved.move(alone, RuleChange.State.SUBMITTED, RuleChange.State.WITHDRAWN, "");
        var open = saved.add("identify/fit", submission(Set.of("maya", "rizal")));
        pool.setMaxConnections(1);
        pool.setLoginTimeout(1);

        assertThat(saved.all("identify/fit"))
                .extracting(RuleChange::id, RuleChange::editors)
                .containsExactly(tuple(open, Set.of("maya", "rizal")), tuple(alone, Set.of("maya")));
        assertThat(saved.open("identify/fit")).map(RuleChange::id).contains(open);
        assertThat(saved.find(alone)).map(RuleChange::number).contains(1);
        assertThat(saved.find(open + 1)).isEmpty();
    }

    private static Submission submission(Set<String> editors) {
        var content = new Content(Map.of("points", "FIT-01\n"), "");
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Submission(content, "Because", null, "maya", now, editors, 1, 1);
    }
}
