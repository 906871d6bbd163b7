package com.clario.playbook.rules.trial;

import static com.clario.playbook.rules.trial.TrialDesk.FIT;
import static com.clario.playbook.rules.trial.TrialDesk.MAYA;
import static com.clario.playbook.rules.trial.TrialDesk.MOKA;
import static com.clario.playbook.rules.trial.TrialDesk.fifteenPointsFrom;
import static com.clario.playbook.rules.trial.TrialDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PostgresDatabase;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RulesDesk;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TrialsOnPostgresTests {

    private static final DataSource POSTGRES =
            new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres");

    private static TrialDesk node;

    @BeforeAll
    static void start() {
        RulesDesk.migrate(POSTGRES, "postgresql");
        node = TrialDesk.on(POSTGRES, Clock.systemUTC());
        node.record(10_000);
    }

    @Test
    void replaysWhatStreamsOutOfTheDatabase() {
        node.backTests().run(FIT, shipped(FIT), fifteenPointsFrom(6000, 6));
        var backTest = node.backTests().run(FIT, shipped(FIT), fifteenPointsFrom(6000, 6));

        assertThat(backTest.error()).isEmpty();
        assertThat(backTest.total()).isGreaterThanOrEqualTo(10_000);
        assertThat(backTest.done()).isEqualTo(backTest.total());
        assertThat(backTest.flipped()).isEqualTo(1000);
        assertThat(backTest.result().orElseThrow().moved()).isEqualTo(4000);
        assertThat(backTest.result().orElseThrow().turns()).isEqualTo(Map.of("STRONG → POSSIBLE", 1000L));
        assertThat(node.backTests().find(FIT, shipped(FIT), fifteenPointsFrom(6000, 6)))
                .contains(backTest);
        assertThat(node.probes()
                        .of(FIT, shipped(FIT), fifteenPointsFrom(6000, 5))
                        .list())
                .hasSize(2);
    }

    @Test
    void runsOneChallengerAtATime() {
        var challengers = node.challengers(MAYA);
        challengers.start(FIT, fifteenPointsFrom(6000, 5), "What if");
        node.decide(MOKA, "moka-7");

        assertThatThrownBy(() -> challengers.start(FIT, shipped(FIT), "Another one"))
                .isInstanceOf(Refusal.class);
        assertThat(challengers.standing(FIT).orElseThrow().decided()).isEqualTo(1);
        challengers.end(FIT, "Seen enough");
        challengers.start(FIT, shipped(FIT), "The next one");
        challengers.end(FIT, "Seen enough");
        assertThat(challengers.running(FIT)).isEmpty();
    }
}
