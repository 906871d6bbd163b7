package com.clario.playbook.bench;

import com.clario.playbook.access.Person;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.trial.BackTest;
import com.clario.playbook.rules.trial.BackTests;
import com.clario.playbook.rules.trial.Recorded;
import com.clario.playbook.rules.trial.Snapshots;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Versions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** How long a back-test takes: a new draft compiled, and all recorded decisions judged by it and by what is in force. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class BackTesting {

    static final int DECISIONS = 10_000;

    private static final RuleSet<Prospect> SET =
            RuleSet.of("bench/points", "rules/bench", "Points", "In the bench.", Prospect.class, List.of(), Sample.TABLE);
    private static final Instant DECIDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Content inForce = content(0);
    private BackTests backTests;
    private int edition;

    @Setup
    public void record() throws JsonProcessingException {
        var source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("PLAYBOOK")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        addDecisions(new JdbcTemplate(source));
        var jdbc = JdbcClient.create(source);
        var transactions = new DataSourceTransactionManager(source);
        var bases = new Bases(new RuleCompiler(Duration.ofSeconds(60)), new Versions(jdbc));
        var recorded = new Recorded(source, transactions);
        backTests = new BackTests(
                jdbc, recorded, new Snapshots(bases), Clock.systemUTC(), () -> Person.SYSTEM, transactions);
    }

    @Benchmark
    public BackTest judgeAnew() {
        var backTest = backTests.run(SET, inForce, content(++edition));
        if (backTest.result().isEmpty() || backTest.result().get().judged() != DECISIONS) {
            throw new IllegalStateException("Not all decisions were judged: " + backTest);
        }
        return backTest;
    }

    private void addDecisions(JdbcTemplate jdbc) throws JsonProcessingException {
        jdbc.update(
                "insert into playbook.rule_version"
                        + " (rule_set, number, valid_from, sha256, author, approved_by, reason)"
                        + " values (?, 1, current_timestamp, ?, 'maya', 'rizal', 'For the bench')",
                SET.name(),
                inForce.sha256());
        var decisions = new ArrayList<Object[]>();
        for (var prospect : Sample.prospects(DECISIONS, 2)) {
            var number = decisions.size() + 1;
            var at = DECIDED.plusSeconds(number).atOffset(ZoneOffset.UTC);
            decisions.add(new Object[] {SET.name(), "shop-" + number, at, JSON.writeValueAsString(prospect)});
        }
        jdbc.batchUpdate(
                "insert into playbook.decision"
                        + " (rule_set, version, subject, decided_at, decided_by, verdict, facts, sums)"
                        + " values (?, 1, ?, ?, 'sari', 'UNDECIDED', ?, '{}')",
                decisions);
    }

    private static Content content(int edition) {
        var rows = Gate.pass(Sample.TABLE, Sample.lines(edition));
        return new Content(Map.of(Sample.TABLE.name(), rows.csv()), "");
    }
}
