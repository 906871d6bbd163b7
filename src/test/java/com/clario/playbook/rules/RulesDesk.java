package com.clario.playbook.rules;

import com.clario.playbook.outreach.ApproachFacts;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Publisher;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room on a database of its own, without the rest of the house. */
public record RulesDesk(JdbcClient jdbc, Rules rules, Publisher publisher, TransactionTemplate transaction) {

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
        var jdbc = JdbcClient.create(source);
        var versions = new Versions(jdbc);
        var bases = new Bases(COMPILER, versions);
        var rules = new Rules(bases, versions, new Decisions(jdbc), Clock.systemUTC(), () -> "sari");
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var desk = new RulesDesk(jdbc, rules, new Publisher(bases, versions, transaction), transaction);
        desk.publisher.ship(APPROACH);
        desk.publisher.warm(APPROACH);
        return desk;
    }

    public Decision decide() {
        return transaction.execute(status -> rules.decide(APPROACH, COLD, "moka-1"));
    }

    public Version publish(String reason, Instant from) {
        var rows = new Content(Map.of("approach", "APP-04,,true,true,COLD,," + reason + "\n"), "");
        return publisher.publish(APPROACH, rows, from, "maya", "rizal", "Try it");
    }
}
