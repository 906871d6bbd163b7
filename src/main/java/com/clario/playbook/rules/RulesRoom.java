package com.clario.playbook.rules;

import com.clario.playbook.access.People;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Publisher;
import com.clario.playbook.rules.version.Versions;
import com.clario.playbook.rules.version.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the room together and has every rule set compiled before the first person comes in. */
@Configuration(proxyBeanMethods = false)
class RulesRoom {

    @Bean
    RuleCompiler ruleCompiler() {
        return new RuleCompiler(Duration.ofSeconds(60));
    }

    @Bean
    Versions ruleVersions(JdbcClient jdbc) {
        return new Versions(jdbc);
    }

    @Bean
    Bases ruleBases(RuleCompiler compiler, Versions versions) {
        return new Bases(compiler, versions);
    }

    @Bean
    Rules rules(Bases bases, Versions versions, JdbcClient jdbc, Clock clock, People people) {
        return new Rules(bases, versions, new Decisions(jdbc), clock, () -> people.current()
                .id());
    }

    @Bean
    Publisher rulePublisher(Bases bases, Versions versions, PlatformTransactionManager transactions) {
        return new Publisher(bases, versions, new TransactionTemplate(transactions));
    }

    /** Listens on connections of its own: one of the pool would be missing there. */
    @Bean
    Watch ruleWatch(Bases bases, Versions versions, List<RuleSet<?>> sets, DataSource pool) {
        var line = DataSourceBuilder.derivedFrom(pool)
                .type(SimpleDriverDataSource.class)
                .build();
        return new Watch(bases, versions, sets, line);
    }

    /** One after the other: two cold compiles at once are slower than in a row. */
    @Bean
    SmartInitializingSingleton shippedRules(Publisher publisher, List<RuleSet<?>> sets) {
        return () -> sets.stream().sorted(Comparator.comparing(RuleSet::name)).forEach(set -> {
            publisher.ship(set);
            publisher.warm(set);
        });
    }
}
