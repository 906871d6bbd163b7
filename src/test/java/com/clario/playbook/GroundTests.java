package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

class GroundTests {

    @TempDir
    Path folder;

    @Test
    void standsOnH2AndStandsAgainAfterARestart() {
        standsTwice("jdbc:h2:file:" + folder.resolve("playbook"), "sa", "");
    }

    @Test
    void standsOnPostgresAndStandsAgainAfterARestart() {
        standsTwice(PostgresDatabase.emptyDatabase(), "postgres", "postgres");
    }

    private static void standsTwice(String url, String name, String password) {
        try (var first = start(url, name, password)) {
            first.getBean(JdbcAggregateTemplate.class).insert(new Probe(null, "first", new BigDecimal("12.5000")));
            assertThat(tables(first)).contains("playbook.probe", "public.act_ru_task");
        }
        try (var second = start(url, name, password)) {
            assertThat(second.getBean(JdbcAggregateTemplate.class).findAll(Probe.class))
                    .extracting(Probe::name, Probe::amount)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("first", new BigDecimal("12.5000")));
            assertThat(second.getBean(JdbcClient.class)
                            .sql("select name from playbook.probe")
                            .query(String.class)
                            .list())
                    .containsExactly("first");
            var engine = second.getBean(ProcessEngine.class);
            assertThat(engine.getIdentityService().createUserQuery().count()).isEqualTo(7);
            assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(4);
            var drawings = engine.getRepositoryService();
            assertThat(drawings.createDeploymentQuery().count()).isEqualTo(1);
            assertThat(drawings.createProcessDefinitionQuery().list())
                    .isNotEmpty()
                    .allMatch(drawing -> drawing.getVersion() == 1);
            assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
        }
    }

    private static List<String> tables(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("select lower(table_schema || '.' || table_name) from information_schema.tables")
                .query(String.class)
                .list();
    }

    private static ConfigurableApplicationContext start(String url, String name, String password) {
        return SecondHouse.start(
                "test",
                "--server.port=0",
                "--spring.datasource.generate-unique-name=false",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + name,
                "--spring.datasource.password=" + password,
                "--spring.flyway.out-of-order=true",
                "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor},classpath:ground");
    }

    @Table("probe")
    record Probe(@Id Long id, String name, BigDecimal amount) {}
}
