package com.clario.playbook.rules.change;

import static com.clario.playbook.rules.change.Changing.APPROVE;
import static com.clario.playbook.rules.change.Changing.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** An approved change that waits for its day can still be called off, until its time has come. */
@PlaybookTest
@TestPropertySource(properties = "playbook.test=rules")
class RuleChangeCallOffTests {

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final String PAGE = "/rules/outreach/approach";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Versions versions;

    private Changing changing;

    @BeforeEach
    void nothingIsOpen() {
        changing = Changing.anew(house);
    }

    @Test
    void endsTheDrawingInItsOwnWayAlsoByWhoWroteTheChange() {
        var run = approved(Instant.now().plus(A_WEEK));
        var version = changing.versions().get(0);

        var page =
                visitor("maya").post(PAGE + "/versions/" + version.number() + "/call-off", Map.of("why", "Too early"));

        assertThat(page.body())
                .contains("Version " + version.number() + " is called off: it never comes into force.")
                .contains("Called off by Maya", "Too early", "Take its rows into a draft")
                .doesNotContain("Next: Version " + version.number());
        assertThat(run.drawing("ruleChange"))
                .isEnded()
                .hasPassed("activationCalledOff", "changeCalledOff")
                .hasNotPassed("effectiveDateReached", "changeActive");
        assertThat(changing.newest().state()).isEqualTo(State.CALLED_OFF);
        assertThat(changing.acts()).endsWith(Act.APPROVED, Act.CALLED_OFF);
        assertThat(house.getBean(Trail.class).newest(changing.set.name(), 1, 1).get(0))
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo("maya");
                    assertThat(entry.why()).isEqualTo("Too early");
                    assertThat(entry.before()).isEqualTo("Version " + version.number());
                });
    }

    @Test
    void needsAManagerAndAReason() {
        approved(Instant.now().plus(A_WEEK));
        var version = changing.versions().get(0);
        var address = PAGE + "/versions/" + version.number() + "/call-off";

        assertThat(visitor("maya").post(address, Map.of("why", " ")).body())
                .contains("Why: say why version " + version.number() + " is called off.");
        assertThat(visitor("maya")
                        .post(address, Map.of("why", "x".repeat(2001)))
                        .body())
                .contains("Why: at most 2000 characters.");
        assertThat(visitor("sari").post(address, Map.of("why", "No")).statusCode())
                .isEqualTo(403);
        assertThat(visitor("maya")
                        .post(PAGE + "/versions/1/call-off", Map.of("why", "No"))
                        .body())
                .contains("No approved change became version 1 of these rules.");
        assertThat(changing.newest().state()).isEqualTo(State.APPROVED);
        callOff("rizal", version);
    }

    @Test
    void comesTooLateOnceTheDatabaseSaysThatItIsTime() {
        var run = approved(null);
        var version = changing.versions().get(0);

        assertThat(refusal(() -> callOff("rizal", version))).contains("is in force, or will be within seconds");

        assertThat(changing.newest().state()).isEqualTo(State.APPROVED);
        run.fire("effectiveDateReached");
        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("changeActive");
        assertThat(refusal(() -> callOff("rizal", version))).contains("does not wait for its day any more");
        assertThat(versions.inForce(changing.set.name()).orElseThrow().number()).isEqualTo(version.number());
    }

    @Test
    void takesTheGroundFromAChangeThatWasSubmittedOnTopOfIt() {
        approved(Instant.now().plus(A_WEEK));
        var version = changing.versions().get(0);
        var later = changing.type("maya", "On top of it " + UUID.randomUUID()).submitted("maya", null);

        callOff("rizal", version);

        assertThat(refusal(() -> later.complete("rizal", "approveRuleChange", APPROVE)))
                .contains("Version " + version.number() + " was called off since this change was submitted");
        assertThat(later.openTasks()).containsExactly("approveRuleChange");
    }

    @Test
    void leavesItsRowsToADraftAndItsNumberToItself() {
        approved(Instant.now().plus(A_WEEK));
        var version = changing.versions().get(0);
        callOff("maya", version);

        changing.rollBack("maya", version.number());
        changing.submitted("maya", null).complete("rizal", "approveRuleChange", APPROVE);

        var next = changing.versions().get(0);
        assertThat(next.number()).isEqualTo(version.number() + 1);
        assertThat(next.content()).isEqualTo(version.content());
        assertThat(versions.inForce(changing.set.name()).orElseThrow().number()).isEqualTo(next.number());
    }

    private CaseRun approved(Instant from) {
        return changing.type("maya", "For a day to come " + UUID.randomUUID())
                .submitted("maya", from)
                .complete("rizal", "approveRuleChange", APPROVE);
    }

    private void callOff(String person, Version version) {
        changing.callOff(person, version.number());
    }

    private Visitor visitor(String person) {
        var visitor = Visitor.signedIn(port, person);
        visitor.get(PAGE);
        return visitor;
    }
}
