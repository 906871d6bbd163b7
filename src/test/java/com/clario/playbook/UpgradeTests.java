package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.identify.ResearchForm;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the release before this one left in the database, this one takes over and works on with. */
class UpgradeTests {

    private static final String BEFORE = "120";
    private static final Path ROWS = Path.of("src/test/resources/upgrade/V120.sql");

    /** What is kept under another name since. */
    private static final Map<String, String> RENAMED = Map.of("review_action_done", "review_action_change");

    @TempDir
    private Path folder;

    @Test
    void takesOverADatabaseOnH2() throws Exception {
        takesOver("jdbc:h2:file:" + folder.resolve("playbook"), "sa", "", "h2");
    }

    @Test
    void takesOverADatabaseOnPostgres() throws Exception {
        takesOver(PostgresDatabase.emptyDatabase(), "postgres", "postgres", "postgresql");
    }

    private static void takesOver(String url, String user, String password, String vendor) throws Exception {
        var before = asItIsCalledNow(asItWas(url, user, password, vendor));

        try (var house = start(url, user, password)) {
            assertThat(count(house.getBean(JdbcClient.class)))
                    .allSatisfy((table, rows) ->
                            assertThat(rows).as(table).isGreaterThanOrEqualTo(before.getOrDefault(table, 0L)))
                    .containsKeys(before.keySet().toArray(String[]::new));
            showsWhatWasThere(
                    ((WebServerApplicationContext) house).getWebServer().getPort());
            judgesAnother(house);
        }
    }

    private static Map<String, Long> asItIsCalledNow(Map<String, Long> before) {
        return before.entrySet().stream()
                .collect(Collectors.toMap(
                        table -> RENAMED.getOrDefault(table.getKey(), table.getKey()), Map.Entry::getValue));
    }

    /** The tables of the release before, each with something in it. */
    private static Map<String, Long> asItWas(String url, String user, String password, String vendor) throws Exception {
        // One connection throughout: H2 closes a file with its last one, and opens it anew for the next statement.
        var source = new SingleConnectionDataSource(url, user, password, true);
        try {
            return asItWas(source, vendor);
        } finally {
            source.destroy();
        }
    }

    private static Map<String, Long> asItWas(DataSource source, String vendor) throws Exception {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema(vendor.equals("h2") ? "PLAYBOOK" : "playbook")
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .target(BEFORE)
                .load()
                .migrate();
        var jdbc = JdbcClient.create(source);
        for (var statement : Files.readString(ROWS).split("(?<=\\));\n")) {
            var insert = jdbc.sql(statement.replaceFirst("insert into (?=\\w+ \\()", "insert into playbook."));
            (statement.contains(":pdf") ? insert.param("pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)) : insert)
                    .update();
        }
        var rows = count(jdbc);
        assertThat(rows)
                .as("every table has a row to take over")
                .isNotEmpty()
                .allSatisfy((table, number) -> assertThat(number).as(table).isPositive());
        return rows;
    }

    private static Map<String, Long> count(JdbcClient jdbc) {
        return jdbc
                .sql("select lower(table_name) from information_schema.tables where lower(table_schema) = 'playbook' "
                        + "and table_type = 'BASE TABLE' and lower(table_name) <> 'flyway_schema_history'")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql("select count(*) from playbook." + table)
                        .query(Long.class)
                        .single()));
    }

    private static void showsWhatWasThere(int port) {
        var sari = Visitor.signedIn(port, "sari");
        assertThat(sari.get("/").body()).contains("/partnerships/moka-2");
        var page = sari.get("/partnerships/moka-2");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Rp 140.000", "Managing director", "Warung 2", "Moka care", "Train their sales team")
                .contains("There is no mutual contact, but a contact we may mail");
        assertThat(sari.get("/partners/moka").body()).contains("Rina Halim", "do not contact", "Annual report");
        assertThat(sari.get("/mails").body()).contains("An idea for Moka");
        assertThat(new String(sari.download("/documents/3").body(), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-1.4");
    }

    /** The rules of the release before stand in the database, and the facts of this one are put to them. */
    private static void judgesAnother(ConfigurableApplicationContext house) {
        var run = CaseRun.of(house, "Kopi", PartnerType.POS, Model.RESELLER)
                .only("identify")
                .complete("sari", "researchCandidate", ResearchForm.strong());

        assertThat(run.timeline()).first().asString().startsWith("Fit: ");
    }

    private static ConfigurableApplicationContext start(String url, String user, String password) {
        return SecondHouse.start(
                "test",
                "--server.port=0",
                "--spring.datasource.generate-unique-name=false",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password);
    }
}
