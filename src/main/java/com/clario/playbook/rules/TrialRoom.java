package com.clario.playbook.rules;

import com.clario.playbook.access.People;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.trial.BackTests;
import com.clario.playbook.rules.trial.Challengers;
import com.clario.playbook.rules.trial.Probes;
import com.clario.playbook.rules.trial.Recorded;
import com.clario.playbook.rules.trial.Snapshots;
import com.clario.playbook.rules.trial.Trials;
import com.clario.playbook.rules.version.Bases;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what shows a change before it counts. */
@Configuration(proxyBeanMethods = false)
class TrialRoom {

    @Bean
    Snapshots ruleSnapshots(Bases bases) {
        return new Snapshots(bases);
    }

    @Bean
    Recorded recordedDecisions(DataSource source, PlatformTransactionManager transactions) {
        return new Recorded(source, transactions);
    }

    @Bean
    Trials ruleTrials(Snapshots snapshots) {
        return new Trials(snapshots);
    }

    @Bean
    BackTests ruleBackTests(
            JdbcClient jdbc,
            Recorded recorded,
            Snapshots snapshots,
            Clock clock,
            People people,
            PlatformTransactionManager transactions) {
        return new BackTests(jdbc, recorded, snapshots, clock, people::current, transactions);
    }

    @Bean
    Probes ruleProbes(Snapshots snapshots, Recorded recorded) {
        return new Probes(snapshots, recorded);
    }

    @Bean
    Challengers ruleChallengers(
            JdbcClient jdbc, Recorded recorded, Snapshots snapshots, Trail trail, Clock clock, People people) {
        return new Challengers(jdbc, recorded, snapshots, trail, clock, people::current);
    }

    @Bean
    Usage ruleUsage(JdbcClient jdbc, Clock clock) {
        return new Usage(jdbc, clock);
    }
}
