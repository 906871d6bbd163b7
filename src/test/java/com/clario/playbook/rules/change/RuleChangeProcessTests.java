package com.clario.playbook.rules.change;

import static com.clario.playbook.rules.change.Changing.APPROVE;
import static com.clario.playbook.rules.change.Changing.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.outreach.ApproachFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Publisher;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestPropertySource;

/** Each way a change of the rules may take, to its end. The rules of other tests stay as they ship: a house of its own. */
@PlaybookTest
@TestPropertySource(properties = "playbook.test=rules")
class RuleChangeProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ApplicationContext house;

    @Autowired
    Publisher publisher;

    @Autowired
    Versions versions;

    @Autowired
    JdbcClient jdbc;

    private Changing changing;
    private int before;

    @BeforeEach
    void begin() {
        changing = Changing.anew(house);
        before = newestVersion();
    }

    @Test
    void putsAnApprovedChangeIntoForceAtOnce() {
        var run = changing.type("maya", "A cold mail is all we have").submitted("maya", null);
        assertThat(newestVersion()).isEqualTo(before);

        run.complete("rizal", "approveRuleChange", APPROVE);

        assertThat(versions.inForce(changing.set.name()).orElseThrow().number()).isEqualTo(before + 1);
        assertThat(run.waitsAt("changeWaits")).isTrue();
        run.fire("effectiveDateReached");
        assertThat(run.drawing("ruleChange"))
                .isEnded()
                .hasPassedInOrder(
                        "checkChange",
                        "backTestChange",
                        "approveRuleChange",
                        "recordApproval",
                        "changeWaits",
                        "effectiveDateReached",
                        "noteActivation",
                        "changeActive");
        assertThat(changing.newest().state()).isEqualTo(State.ACTIVE);
        assertThat(changing.versions().get(0)).satisfies(version -> {
            assertThat(version.author()).isEqualTo("maya");
            assertThat(version.approvedBy()).isEqualTo("rizal");
            assertThat(version.reason()).isEqualTo("Partners asked for it");
            assertThat(version.rows().get("approach")).contains("A cold mail is all we have");
        });
        assertThat(changing.hasDraft()).isFalse();
        assertThat(changing.acts()).containsExactly(Act.EDITED, Act.SUBMITTED, Act.APPROVED, Act.ACTIVATED);
    }

    @Test
    void waitsForTheDayOfAChange() {
        var from = Instant.now().plusSeconds(4);
        var run = changing.type("maya", "From its day on " + UUID.randomUUID()).submitted("maya", from);

        run.complete("rizal", "approveRuleChange", APPROVE);

        assertThat(versions.inForce(changing.set.name()).orElseThrow().number()).isEqualTo(before);
        assertThatThrownBy(() -> run.fire("effectiveDateReached")).hasMessageContaining("has not begun");
        assertThat(changing.newest().state()).isEqualTo(State.APPROVED);
        await().atMost(PATIENCE)
                .until(() -> versions.inForce(changing.set.name()).orElseThrow().number() == before + 1);
        run.runJobs();
        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("changeActive");
    }

    @Test
    @SuppressWarnings("unchecked")
    void showsWhatItWouldHaveChangedSoFar() {
        var set = (RuleSet<ApproachFacts>) changing.set;
        house.getBean(Rules.class).decide(set, new ApproachFacts(false, true, true), "kopi-7");

        var run = changing.typeVerdict("maya", "WARM").expect("maya", "WARM").submitted("maya", null);

        assertThat(run.variable("approveRuleChange", "shown").toString())
                .contains("recorded decisions would have another verdict", "kopi-7", "APP-04 says otherwise")
                .contains("the verdict is Cold", "the verdict is Warm");
    }

    @Test
    void goesBackWithACommentAndComesAgainWithOtherRows() {
        var run = changing.type("maya", "First try " + UUID.randomUUID()).submitted("maya", null);
        assertThat(refusal(() -> run.complete("rizal", "approveRuleChange", Map.of("approvalDecision", "SEND_BACK"))))
                .contains("Comment: say what the author should change.");

        run.complete(
                "rizal",
                "approveRuleChange",
                Map.of("approvalDecision", "SEND_BACK", "approvalComment", "Say it *shorter*"));

        assertThat(house.getBean(TaskService.class)
                        .createTaskQuery()
                        .processInstanceBusinessKey(run.code())
                        .singleResult())
                .satisfies(task -> {
                    assertThat(task.getTaskDefinitionKey()).isEqualTo("mendRuleChange");
                    assertThat(task.getAssignee()).isEqualTo("maya");
                });
        assertThat(run.variable("mendRuleChange", "shown").toString()).contains("Say it &#42;shorter&#42;");

        var again = changing.type("maya", "Shorter").submit("maya", null);
        run.runJobs();
        assertThat(again.number()).isEqualTo(changing.newest().number());
        run.complete("rizal", "approveRuleChange", APPROVE).fire("effectiveDateReached");
        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("mendRuleChange", "recordMending", "changeActive");
        assertThat(changing.versions().get(0).rows().get("approach")).contains("Shorter");
        assertThat(changing.acts())
                .containsExactly(
                        Act.EDITED,
                        Act.SUBMITTED,
                        Act.SENT_BACK,
                        Act.EDITED,
                        Act.SUBMITTED,
                        Act.APPROVED,
                        Act.ACTIVATED);
    }

    @Test
    void comesAgainFromTheTaskToo() {
        var run = sentBack("Once more");
        changing.type("maya", "Twice " + UUID.randomUUID());

        run.complete("maya", "mendRuleChange", Map.of("mendDecision", "SUBMIT", "mendReason", "Now it is right"));

        assertThat(run.openTasks()).containsExactly("approveRuleChange");
        assertThat(changing.newest().reason()).isEqualTo("Now it is right");
        assertThat(run.variable("approveRuleChange", "shown").toString()).contains("twice", "Now it is right");
    }

    @Test
    void endsWhereItsAuthorWithdrawsIt() {
        var run = sentBack("No");

        run.complete("maya", "mendRuleChange", Map.of("mendDecision", "WITHDRAW"));

        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("changeWithdrawn");
        assertThat(changing.newest().state()).isEqualTo(State.WITHDRAWN);
        assertThat(changing.hasDraft()).isTrue();
        assertThat(newestVersion()).isEqualTo(before);
        assertThat(changing.acts()).endsWith(Act.SENT_BACK, Act.WITHDRAWN);
    }

    @Test
    void endsWhereItIsWithdrawnOnTheDesk() {
        var run = sentBack("No");

        changing.withdraw("maya");

        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("changeWithdrawn");
    }

    @Test
    void endsWhereItIsTakenBackBeforeAnybodyDecided() {
        var run = changing.type("maya", "Too early " + UUID.randomUUID()).submitted("maya", null);
        assertThat(refusal(() -> changing.withdraw("rizal"))).contains("Only who wrote the change takes it back");

        changing.withdraw("maya");

        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("submissionWithdrawn", "withdrawnInReview");
        assertThat(changing.newest().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void goesBackWhereAnotherVersionCameWhileItWasChecked() {
        var change = changing.type("maya", "Overtaken " + UUID.randomUUID()).submit("maya", null);
        publishAnother();

        var run = CaseRun.known(house, change.key()).runJobs();

        assertThat(run.openTasks()).containsExactly("mendRuleChange");
        assertThat(run.variable("mendRuleChange", "shown").toString())
                .contains("Version " + (before + 1) + " was made since this change was submitted");
    }

    @Test
    void goesBackWhereItsRowsWereChangedInTheDatabase() {
        var change = changing.type("maya", "Tampered " + UUID.randomUUID()).submit("maya", null);
        jdbc.sql("update playbook.rule_change set content = replace(content, 'Tampered', 'Forged') where id = ?")
                .param(change.id())
                .update();

        var run = CaseRun.known(house, change.key()).runJobs();

        assertThat(run.drawing("ruleChange")).isWaitingAt("mendRuleChange").hasNotPassed("approveRuleChange");
        assertThat(newestVersion()).isEqualTo(before);
    }

    @Test
    void isNotApprovedWhereAnotherVersionCameSinceTheFormWasOpened() {
        var run = changing.type("maya", "Stale " + UUID.randomUUID()).submitted("maya", null);
        publishAnother();

        assertThat(refusal(() -> run.complete("rizal", "approveRuleChange", APPROVE)))
                .contains("was made since this change was submitted");
        assertThat(run.openTasks()).containsExactly("approveRuleChange");
        assertThat(changing.newest().state()).isEqualTo(State.SUBMITTED);
        assertThat(newestVersion()).isEqualTo(before + 1);
    }

    @Test
    void isNotApprovedWhereItsContentIsNotTheOneTheFormShowed() {
        var run = changing.type("maya", "Shown " + UUID.randomUUID()).submitted("maya", null);
        var other = changing.versions().get(0).content();
        jdbc.sql("update playbook.rule_change set sha256 = ?, content = ? where id = ?")
                .params(other.sha256(), json(other), changing.newest().id())
                .update();

        assertThat(refusal(() -> run.complete("rizal", "approveRuleChange", APPROVE)))
                .contains("submitted anew since this form was opened");
        assertThat(newestVersion()).isEqualTo(before);
    }

    @Test
    void isRefusedBeforeItBeginsWhereSomethingIsWrong() {
        assertThat(refusal(() -> changing.submit("maya", null))).contains("There is no draft to submit");
        changing.type("maya", "Right " + UUID.randomUUID());
        assertThat(refusal(() -> changing.submit("maya", Instant.now().minusSeconds(60))))
                .contains("In force from: choose a moment to come");
        changing.expect("maya", "WARM");
        assertThat(refusal(() -> changing.submit("maya", null))).startsWith("Cases come out otherwise.");
        assertThatThrownBy(() -> changing.submit("sari", null)).isInstanceOf(AccessDeniedException.class);
        assertThat(changing.changes.open(changing.set)).isEmpty();
    }

    @Test
    void isTheOnlyOneOfItsRuleSetUntilItIsDecided() {
        var run = changing.type("maya", "First " + UUID.randomUUID())
                .submitted("maya", Instant.now().plus(Duration.ofDays(1)));
        changing.type("maya", "Second " + UUID.randomUUID());
        assertThat(refusal(() -> changing.submit("maya", null))).contains("of Maya Kusuma is still open");

        run.complete("rizal", "approveRuleChange", APPROVE);
        var second = changing.submitted("maya", null);

        assertThat(second.variable("approveRuleChange", "shown").toString())
                .contains("then version " + (before + 1) + " begins, which was approved before");
        jdbc.sql("update playbook.rule_version set valid_from = timestamp '2020-01-01 00:00:00' where number > ?"
                        + " and rule_set = ?")
                .params(before, changing.set.name())
                .update();
    }

    private CaseRun sentBack(String comment) {
        return changing.type("maya", "To be mended " + UUID.randomUUID())
                .submitted("maya", null)
                .complete(
                        "rizal",
                        "approveRuleChange",
                        Map.of("approvalDecision", "SEND_BACK", "approvalComment", comment));
    }

    private void publishAnother() {
        publisher.publish(changing.set, other("Of somebody else " + UUID.randomUUID()), null, "lina", "dewi", "Try it");
    }

    private Content other(String reason) {
        var content = changing.versions().get(0).content();
        var csv = content.rows("approach").replaceFirst("(APP-04(?:,[^,\n]*){5},).*", "$1" + reason);
        return new Content(Map.of("approach", csv), content.cases());
    }

    private static String json(Content content) {
        try {
            return new ObjectMapper().writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int newestVersion() {
        return changing.versions().stream().mapToInt(Version::number).max().orElseThrow();
    }
}
