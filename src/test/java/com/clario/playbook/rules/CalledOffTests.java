package com.clario.playbook.rules;

import static com.clario.playbook.rules.RulesDesk.APPROACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A version that was called off before its time never decides anything; the database's clock says what before is. */
class CalledOffTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void neverComesIntoForce(String vendor) {
        var desk = desk(vendor);
        var before = desk.decide().version();
        var off = desk.publish("called off", Instant.now().plusSeconds(8));
        var due = desk.publish("takes over", off.validFrom().minusMillis(1));

        assertThat(callOff(desk, off.number())).isTrue();

        assertThat(desk.decide().version()).isEqualTo(before);
        await().atMost(PATIENCE).until(() -> desk.versions().hasBegun(APPROACH.name(), due.number()));
        await().during(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> desk.versions()
                .inForce(APPROACH.name())
                .filter(mark -> mark.number() == due.number())
                .isPresent());
        assertThat(Instant.now()).isAfter(off.validFrom());
        assertThat(desk.versions().hasBegun(APPROACH.name(), off.number())).isFalse();
        assertThat(desk.decide().version()).isEqualTo(due.number());
        assertThat(desk.versions().find(APPROACH.name(), off.number()).orElseThrow())
                .satisfies(version -> {
                    assertThat(version.calledOff().why()).isEqualTo("Too early");
                    assertThat(version.content()).isEqualTo(off.content());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void isTooLateForAVersionInForceOrAboutToBe(String vendor) {
        var desk = desk(vendor);
        var inForce = desk.publish("in force", null);
        var aboutToBe = desk.publish("about to be", Instant.now().plusSeconds(3));

        assertThat(callOff(desk, inForce.number())).isFalse();
        assertThat(callOff(desk, aboutToBe.number())).isFalse();
        assertThat(callOff(desk, 99)).isFalse();
    }

    @Test
    void isNotTakenBack() {
        var desk = desk("postgresql");
        callOff(desk, desk.publish("called off", Instant.now().plusSeconds(300)).number());

        assertThatThrownBy(() ->
                        desk.jdbc().sql("delete from playbook.rule_call_off").update())
                .hasMessageContaining("is never changed or deleted");
    }

    private static boolean callOff(RulesDesk desk, int version) {
        return desk.transaction()
                .execute(status -> desk.versions().callOff(APPROACH.name(), version, "maya", "Too early"));
    }

    private static RulesDesk desk(String vendor) {
        var source = vendor.equals("h2")
                ? new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")
                : new DriverManagerDataSource(PostgresDatabase.emptyDatabase(), "postgres", "postgres");
        RulesDesk.migrate(source, vendor);
        return RulesDesk.on(source);
    }
}
