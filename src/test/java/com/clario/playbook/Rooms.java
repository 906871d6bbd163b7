package com.clario.playbook;

import com.clario.playbook.access.People;
import com.clario.playbook.partner.ModelsInUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** Opens the rooms of mail, documents and partners alone, within a second, as one of several nodes if need be. */
public final class Rooms {

    private Rooms() {}

    /** Where a test's tables live: a new database each time it is asked. */
    public enum Kind {
        H2,
        POSTGRESQL;

        public String database() {
            return this == H2
                    ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"
                    : PostgresDatabase.emptyDatabase();
        }
    }

    public static ConfigurableApplicationContext open(String database, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("spring.datasource.url=" + database);
        all.add("spring.datasource.username=" + (database.contains("postgresql") ? "postgres" : "sa"));
        all.add("playbook.mail.poll=1h");
        return new SpringApplicationBuilder(Few.class)
                .web(WebApplicationType.NONE)
                .profiles("rooms")
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all.stream().map(each -> "--" + each).toArray(String[]::new));
    }

    /** Documents belong to partnerships, which have no room here: their rows alone. */
    public static void partnerships(ConfigurableApplicationContext house, String... codes) {
        var jdbc = house.getBean(JdbcClient.class);
        for (var code : codes) {
            jdbc.sql("insert into playbook.partner values (?, 'Moka', 'POS', '', '', 'Revenue', 'Reach', false)")
                    .param(code)
                    .update();
            jdbc.sql("insert into playbook.partnership (code, partner, model, stage, owner, started_on, stage_since) "
                            + "values (?, ?, 'WHITE_LABEL', 'OUTREACH', 'sari', current_date, current_date)")
                    .params(code, code)
                    .update();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MailSenderAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"com.clario.playbook.mail", "com.clario.playbook.document", "com.clario.playbook.partner"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Controller.class))
    @Import({Database.class, People.class})
    static class Few {

        /** Nobody works with a partner here: the room of partnerships is not open. */
        @Bean
        ModelsInUse nobodyWorksWithAPartner() {
            return partner -> Set.of();
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        IdentityService people() {
            return Colleagues.KNOWN;
        }
    }

    /** A clock that stands still until a test moves it. */
    public static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-22T07:05:00Z");

        public void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Jakarta");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    private static final class Colleagues {

        private static final IdentityService KNOWN = new StandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl(Kind.H2.database())
                .setJobExecutorActivate(false)
                .buildProcessEngine()
                .getIdentityService();
    }
}
