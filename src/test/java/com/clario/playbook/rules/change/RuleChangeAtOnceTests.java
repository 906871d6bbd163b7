package com.clario.playbook.rules.change;

import static com.clario.playbook.AtTheSameMoment.together;
import static com.clario.playbook.rules.change.Changing.APPROVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.Groups;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.trail.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Of two managers who do the same in one moment one does it. */
@PlaybookTest
@TestPropertySource(properties = "playbook.test=rules")
class RuleChangeAtOnceTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    IdentityService identity;

    private Changing changing;
    private int before;

    @BeforeEach
    void thereAreThreeManagers() {
        identity.createMembership("lina", Groups.MANAGERS);
        changing = Changing.anew(house);
        before = changing.versions().size();
        changing.type("maya", "A word of Maya " + UUID.randomUUID());
    }

    @AfterEach
    void linaIsNoManager() {
        identity.deleteMembership("lina", Groups.MANAGERS);
    }

    @Test
    void makesOneVersionWhereTwoApprove() throws Exception {
        var run = changing.submitted("maya", null);

        var told = together(
                () -> run.complete("rizal", "approveRuleChange", APPROVE, false),
                () -> run.complete("lina", "approveRuleChange", APPROVE, false));

        assertThat(told).containsOnlyOnce("done");
        assertThat(changing.versions()).hasSize(before + 1);
        assertThat(changing.newest().state()).isEqualTo(State.APPROVED);
        run.fire("effectiveDateReached");
        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("changeActive");
    }

    @Test
    void callsOffOnceWhereTwoCallOff() throws Exception {
        changing.submitted("maya", Instant.now().plus(Duration.ofDays(7)))
                .complete("rizal", "approveRuleChange", APPROVE);
        var version = changing.versions().get(0).number();

        var told = together(() -> changing.callOff("rizal", version), () -> changing.callOff("lina", version));

        assertThat(told)
                .containsOnlyOnce("done")
                .anyMatch(sentence -> sentence.contains("does not wait for its day any more"));
        assertThat(changing.acts()).filteredOn(Act.CALLED_OFF::equals).hasSize(1);
    }

    @Test
    void opensOneChangeWhereTwoSubmit() throws Exception {
        var told = together(() -> changing.submit("maya", null), () -> changing.submit("rizal", null));

        assertThat(told)
                .containsOnlyOnce("done")
                .anyMatch(sentence -> sentence.matches(".*(still open|same moment).*"));
        assertThat(changing.changes.all(changing.set))
                .filteredOn(one -> one.state() == State.SUBMITTED)
                .hasSize(1);
    }
}
