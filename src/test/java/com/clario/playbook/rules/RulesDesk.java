package com.clario.playbook.rules;

import com.clario.playbook.outreach.ApproachFacts;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Publisher;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import com.clario.playbook.rules.version.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room on a database of its own, without the rest of the house. */
public record RulesDesk(
        JdbcClient jdbc,
        Rules rules,
        Publisher publisher,
        TransactionTemplate transaction,
        Versions versions,
        Bases bases) {

    public static final RuleSet<ApproachFacts> APPROACH = RuleSets.named("outreach/approach", ApproachFacts.class);
    public static final ApproachFacts COLD = new ApproachFacts(false, true, true);

    private static final RuleCompiler COMPILER = new RuleCompiler(Duration.ofSeconds(60));

    public static void migrate(DataSource source, String vendor) {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema(vendor.equals("h2") ? "PLAYBOOK" : "playbook")
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    /** As after a start of the system: nothing compiled yet, the shipped rules in the database. */
    public static RulesDesk on(DataSource source) {
        return on(source, COMPILER);
    }

    public static RulesDesk on(DataSource source, RuleCompiler compiler) {
        var jdbc = JdbcClient.create(source);
        var versions = new Versions(jdbc);
        var bases = new Bases(compiler, versions);
        var rules = new Rules(bases, versions, new Decisions(jdbc), Clock.systemUTC(), () -> "sari");
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var publisher = new Publisher(bases, versions, transaction);
        var desk = new RulesDesk(jdbc, rules, publisher, transaction, versions, bases);
        desk.publisher.ship(APPROACH);
        desk.publisher.warm(APPROACH);
        return desk;
    }

    public Decision decide() {
        return transaction.execute(status -> rules.decide(APPROACH, COLD, "moka-1"));
    }

    /** Has this node look for versions in force or to come, as a running one does. */
    Watch watch(DataSource line) {
        var watch = new Watch(bases, versions, List.of(APPROACH), line);
        watch.start();
        return watch;
    }

    public Version publish(String reason, Instant from) {
        var rows = new Content(Map.of("approach", "APP-04,,true,true,COLD,," + reason + "\n"), "");
        return publisher.publish(APPROACH, rows, from, "maya", "rizal", "Try it");
    }
}
