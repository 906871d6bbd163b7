package com.clario.playbook.rules.draft;

import com.clario.playbook.access.Colleagues;
import com.clario.playbook.access.People;
import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.outreach.ApproachFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.table.Sample;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Shipped;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import com.clario.playbook.rules.version.Written;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts on a database of their own, with real people and nothing else of the house. */
record DraftDesk(
        JdbcClient jdbc,
        TransactionTemplate transaction,
        Drafts drafts,
        Versions versions,
        Trail trail,
        People people) {

    static final RuleSet<FitFacts> FIT = RuleSets.named("identify/fit", FitFacts.class);
    static final RuleSet<ApproachFacts> APPROACH = RuleSets.named("outreach/approach", ApproachFacts.class);
    static final RuleSet<Sample> SAMPLE = RuleSet.of(
            "sample/points", "rules-sample", "Whatever", "In tests", Sample.class, List.of("GOOD"), Sample.TABLE);

    private static final Map<RuleSet<?>, Content> SHIPPED =
            RuleSets.all().stream().collect(Collectors.toMap(set -> set, DraftDesk::shipped));
    private static final RuleCompiler COMPILER = new RuleCompiler(Duration.ofSeconds(60));

    /** Every rule set in its first version, as it ships, but not compiled. */
    static DraftDesk on(DataSource source, String vendor) {
        return on(source, vendor, COMPILER);
    }

    static DraftDesk on(DataSource source, String vendor, RuleCompiler compiler) {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema(vendor.equals("h2") ? "PLAYBOOK" : "playbook")
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
        var jdbc = JdbcClient.create(source);
        var versions = new Versions(jdbc);
        var trail = new Trail(jdbc, Clock.systemUTC());
        var people = Colleagues.here();
        var transactions = new DataSourceTransactionManager(source);
        var drafts = new Drafts(
                jdbc, versions, new Bases(compiler, versions), trail, people, Clock.systemUTC(), transactions);
        var desk = new DraftDesk(jdbc, new TransactionTemplate(transactions), drafts, versions, trail, people);
        SHIPPED.forEach((set, content) -> desk.publish(set, 1, content));
        desk.publish(SAMPLE, 1, new Content(Map.of("points", "S-01,RETAIL,100,,,,,10,,a good base\n"), ""));
        return desk;
    }

    static Content shipped(RuleSet<?> set) {
        Map<String, String> tables = new LinkedHashMap<>();
        Shipped.rows(set).forEach(rows -> tables.put(rows.table().name(), rows.csv()));
        return new Content(tables, Shipped.cases(set));
    }

    void publish(RuleSet<?> set, int number, Content content) {
        Written.past(
                versions, new Version(set.name(), number, null, content, content.sha256(), "maya", "rizal", "Because"));
    }

    <T> T as(String person, Supplier<T> deed) {
        return people.actAs(person, deed);
    }

    void as(String person, Runnable deed) {
        people.actAs(person, () -> {
            deed.run();
            return null;
        });
    }

    /** The same sheet with one cell of one row typed anew. */
    static Sheet with(RuleSet<?> set, Sheet sheet, String row, String label, String cell) {
        return edited(sheet, table(set, sheet, row), lines -> {
            var labels = set.tables().stream()
                    .filter(table -> table.name().equals(table(set, sheet, row)))
                    .findFirst()
                    .orElseThrow()
                    .labels();
            lines.replaceAll(line -> {
                var copy = new ArrayList<>(line);
                if (copy.get(0).equals(row)) {
                    copy.set(labels.indexOf(label), cell);
                }
                return copy;
            });
        });
    }

    /** The same sheet with the lines of one table changed. */
    static Sheet edited(Sheet sheet, String table, Consumer<List<List<String>>> change) {
        var tables = new LinkedHashMap<>(sheet.tables());
        var lines = new ArrayList<>(sheet.rows(table));
        change.accept(lines);
        tables.put(table, lines);
        return new Sheet(tables, sheet.cases());
    }

    /** The same sheet with its cases changed. */
    static Sheet proven(Sheet sheet, Consumer<List<List<String>>> change) {
        var cases = new ArrayList<>(sheet.cases());
        change.accept(cases);
        return new Sheet(sheet.tables(), cases);
    }

    private static String table(RuleSet<?> set, Sheet sheet, String row) {
        return set.tables().stream()
                .map(table -> table.name())
                .filter(name -> sheet.ids(name).anyMatch(row::equals))
                .findFirst()
                .orElseThrow();
    }
}
