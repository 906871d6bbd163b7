package com.clario.playbook.rules.trial;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.Person;
import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.RulesDesk;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Shipped;
import com.clario.playbook.rules.version.Versions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One node that tries rules on a database, without the rest of the house. */
record TrialDesk(DataSource source, RulesDesk desk, Snapshots snapshots, Recorded recorded, BackTests backTests) {

    static final RuleSet<FitFacts> FIT = RuleSets.named("identify/fit", FitFacts.class);
    static final Person MAYA = new Person("maya", "Maya", "", Set.of(Groups.MANAGERS));

    /** What the playbook says of Moka. */
    static final FitFacts MOKA =
            (FitFacts) Cases.read(Shipped.cases(FIT), FitFacts.class).get(0).facts();

    private static final RuleCompiler COMPILER = new RuleCompiler(Duration.ofSeconds(60));

    static TrialDesk onH2() {
        var source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        RulesDesk.migrate(source, "h2");
        return on(source, Clock.systemUTC());
    }

    static TrialDesk on(DataSource source, Clock clock) {
        var desk = RulesDesk.on(source);
        desk.publisher().ship(FIT);
        var snapshots = new Snapshots(new Bases(COMPILER, new Versions(desk.jdbc())));
        var transactions = new DataSourceTransactionManager(source);
        var recorded = new Recorded(source, transactions);
        var backTests = new BackTests(desk.jdbc(), recorded, snapshots, clock, () -> MAYA, transactions);
        return new TrialDesk(source, desk, snapshots, recorded, backTests);
    }

    Challengers challengers(Person who) {
        return new Challengers(
                desk.jdbc(),
                recorded,
                snapshots,
                new Trail(desk.jdbc(), Clock.systemUTC()),
                Clock.systemUTC(),
                () -> who);
    }

    Probes probes() {
        return new Probes(snapshots, recorded);
    }

    void decide(FitFacts facts, String subject) {
        desk.transaction().executeWithoutResult(status -> desk.rules().decide(FIT, facts, subject));
    }

    /** Every shipped case of a rule set, decided and recorded in its order. */
    <F> void decideCases(RuleSet<F> set) {
        desk.publisher().ship(set);
        for (var each : Cases.read(Shipped.cases(set), set.facts())) {
            desk.transaction().executeWithoutResult(status -> desk.rules()
                    .decide(set, set.facts().cast(each.facts()), each.name()));
        }
    }

    /** Decisions as the first one was recorded, with this many merchants and one more each time. */
    void record(int number) {
        decide(MOKA, "moka-1");
        var first = recorded.newest(FIT.name(), 1).get(0);
        var at = Instant.parse("2026-01-01T00:00:00Z");
        new JdbcTemplate(source)
                .batchUpdate(
                        "insert into playbook.decision"
                                + " (rule_set, version, subject, decided_at, decided_by, verdict, facts, sums)"
                                + " values (?, 1, ?, ?, 'sari', 'POSSIBLE', ?, '{}')",
                        IntStream.range(1, number)
                                .mapToObj(merchants -> new Object[] {
                                    FIT.name(),
                                    "shop-" + merchants,
                                    at.plusSeconds(merchants).atOffset(ZoneOffset.UTC),
                                    first.facts().replace("\"merchants\":30000", "\"merchants\":" + merchants)
                                })
                                .toList());
    }

    static Content shipped(RuleSet<?> set) {
        var tables = Shipped.rows(set).stream()
                .collect(Collectors.toMap(rows -> rows.table().name(), Rows::csv));
        return new Content(tables, Shipped.cases(set));
    }

    /** The content with one piece of one table written otherwise. */
    static Content edited(Content content, String table, String old, String now) {
        var tables = new HashMap<>(content.tables());
        if (!tables.get(table).contains(old)) {
            throw new IllegalArgumentException(old + " is not in " + tables.get(table));
        }
        tables.put(table, tables.get(table).replace(old, now));
        return new Content(tables, content.cases());
    }

    /** From which number of merchants on 15 points are given; below it from a thousand on there are some fewer. */
    static Content fifteenPointsFrom(int merchants, int fewer) {
        var content = edited(shipped(FIT), "points", "FIT-02,POS,,5000,20000", "FIT-02,POS,," + merchants + ",20000");
        return edited(
                content,
                "points",
                "FIT-03,POS,,1000,5000,,,,,,,,,,MERCHANTS,5",
                "FIT-03,POS,,1000," + merchants + ",,,,,,,,,,MERCHANTS," + fewer);
    }
}
