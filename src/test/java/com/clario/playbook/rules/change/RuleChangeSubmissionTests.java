package com.clario.playbook.rules.change;

import static com.clario.playbook.AtTheSameMoment.together;
import static com.clario.playbook.rules.change.Changing.APPROVE;
import static com.clario.playbook.rules.change.Changing.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.draft.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is submitted is what the person saw, whoever wrote it is known, and whoever decides sees all of it. */
@PlaybookTest
@TestPropertySource(properties = "playbook.test=rules")
class RuleChangeSubmissionTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient jdbc;

    private Changing changing;

    @BeforeEach
    void begin() {
        changing = Changing.anew(house);
    }

    @Test
    void keepsWhoeverBeganARollBackFromApprovingIt() {
        inForce("To be rolled back " + UUID.randomUUID());
        changing.rollBack("maya", 1);

        var run = changing.submitted("maya", null);

        var change = changing.newest();
        assertThat(change.editors()).containsExactly("maya");
        assertThat(refusal(() -> run.complete("maya", "approveRuleChange", APPROVE)))
                .isNotEqualTo("done");
        assertThat(refusal(() -> house.getBean(People.class)
                        .actAs("maya", () -> house.getBean(Approvals.class).approve(change.id(), change.sha256(), ""))))
                .contains("You wrote some of this change");
        assertThat(changing.newest().state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void refusesWhatNobodyCouldApprove() {
        changing.type("maya", "Of Maya " + UUID.randomUUID());

        assertThat(refusal(() -> changing.submit("rizal", null)))
                .isEqualTo("No manager is left who could approve this: Maya Kusuma wrote it, and you would submit it."
                        + " Let Maya Kusuma submit it.");
        changing.type("rizal", "Of Rizal " + UUID.randomUUID());
        for (var author : List.of("maya", "rizal")) {
            assertThat(refusal(() -> changing.submit(author, null)))
                    .isEqualTo("No manager is left who could approve this: Maya Kusuma and Rizal Pratama have written"
                            + " in it. Ask an administrator to add a manager, or discard the draft, withdraw its change"
                            + " where there is one, and let one person write it anew.");
        }
        assertThat(changing.changes.open(changing.set)).isEmpty();
    }

    @Test
    void letsApproveWhoeverTookBackEveryLetter() {
        var mayas = "Of Maya " + UUID.randomUUID();
        changing.type("maya", mayas).type("rizal", mayas + "x").type("rizal", mayas);

        changing.submitted("maya", null).complete("rizal", "approveRuleChange", APPROVE);

        assertThat(changing.newest().editors()).containsExactly("maya");
        assertThat(changing.newest().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void remembersWhoWroteAChangeThatWasSentBack() {
        changing.type("rizal", "Of Rizal " + UUID.randomUUID())
                .submitted("rizal", null)
                .complete(
                        "maya",
                        "approveRuleChange",
                        Map.of("approvalDecision", "SEND_BACK", "approvalComment", "Say more"));

        changing.type("maya", "Of Maya " + UUID.randomUUID());

        assertThat(refusal(() -> changing.submit("maya", null))).startsWith("No manager is left who could approve");
    }

    @Test
    void refusesADraftThatSomebodySavedSinceItWasSeen() {
        var seen = changing.type("maya", "Seen " + UUID.randomUUID()).open("maya");
        changing.type("rizal", "Not seen " + UUID.randomUUID());

        assertThat(refusal(() -> changing.submit("maya", seen.revision(), "As I saw it", null)))
                .startsWith("Rizal Pratama has saved this draft since you read it. Nothing was done");
        assertThat(changing.changes.open(changing.set)).isEmpty();
    }

    @Test
    void neverTakesCellsWithoutTheirAuthor() throws Exception {
        for (var round = 0; round < 5; round++) {
            var seen = changing.type("maya", "Of Maya " + UUID.randomUUID()).open("maya");

            var told = together(
                    () -> changing.submit("maya", seen.revision(), "As I saw it", null),
                    () -> changing.type("rizal", "Of Rizal " + UUID.randomUUID()));

            assertThat(told.get(1)).isEqualTo("done");
            if (told.get(0).equals("done")) {
                assertThat(changing.newest().content().rows("approach")).contains("Of Maya");
                assertThat(changing.newest().editors()).containsExactly("maya");
            } else {
                assertThat(told.get(0)).contains("has saved this draft since you read it");
            }
            changing = Changing.anew(house);
        }
    }

    @Test
    void callsOffAVersionToComeByWhatIsInForceNow() {
        inForce("Stays " + UUID.randomUUID());
        var first = changing.versions().get(0).number();
        var day = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        changing.type("maya", "To be called off " + UUID.randomUUID())
                .submitted("maya", day)
                .complete("rizal", "approveRuleChange", APPROVE);

        var draft = changing.open("maya");
        assertThat(refusal(() -> changing.submit("maya", draft.revision(), "Not needed", null)))
                .isEqualTo("The draft says the same as version " + first + ", which is in force.");
        var run = CaseRun.known(
                        house,
                        changing.submit("maya", draft.revision(), "Not needed", day)
                                .key())
                .runJobs();

        assertThat(run.variable("approveRuleChange", "shown").toString()).contains("to be called off", "stays");
        run.complete("rizal", "approveRuleChange", APPROVE);
        assertThat(changing.changes.replaced(changing.set, day).number()).isEqualTo(first + 2);
        assertThat(refusal(() -> changing.submit("maya", changing.open("maya").revision(), "Again", day)))
                .contains("says the same as version " + (first + 2) + ", which is in force at that moment");
        forget(first);
    }

    @Test
    void takesReasonsAsEveryDatabaseDoes() {
        var seen = changing.type("maya", "With a sign " + UUID.randomUUID()).open("maya");

        assertThat(refusal(() -> changing.submit("maya", seen.revision(), "\0 \u0007", null)))
                .isEqualTo("Reason: say why the rules should change.");
        var change = changing.submit("maya", seen.revision(), " One\0\r\ntwo\u001b ", null);

        assertThat(change.reason()).isEqualTo("One\ntwo");
        changing.changes.recordWithdrawal(change.id(), "a\0b");
        assertThat(changing.newest().comment()).isEqualTo("ab");
    }

    @Test
    void showsWhoeverDecidesEveryCellThatChanges() {
        var run = changing.typeVerdict("maya", "WARM").expect("maya", "WARM").submitted("maya", null);

        assertThat(run.variable("approveRuleChange", "shown").toString())
                .contains("Verdict: Cold", "Verdict: Warm")
                .contains("/rules/outreach/approach/compare?to=change-"
                        + changing.newest().number());
        assertThat(house.getBean(TaskService.class)
                        .createTaskQuery()
                        .processInstanceBusinessKey(run.code())
                        .singleResult()
                        .getName())
                .isEqualTo("Approve rule change: How we approach a partner: introduced, by cold mail, or not at all,"
                        + " change " + changing.newest().number());
    }

    @Test
    void saysHowMuchMoreThereIsThanTheFormShows() {
        changing.edit("maya", RuleChangeSubmissionTests::withManyCases);

        var run = changing.submitted("maya", null);

        assertThat(run.variable("approveRuleChange", "shown").toString())
                .contains("and 50 more", "Follow the link above");
    }

    private static Sheet withManyCases(Sheet sheet) {
        List<List<String>> cases = new ArrayList<>(sheet.cases());
        for (var i = 0; i < 250; i++) {
            var line = new ArrayList<>(sheet.cases().get(0));
            line.set(0, "Case of many " + i);
            cases.add(line);
        }
        return new Sheet(sheet.tables(), cases);
    }

    private void inForce(String reason) {
        changing.type("maya", reason)
                .submitted("maya", null)
                .complete("rizal", "approveRuleChange", APPROVE)
                .fire("effectiveDateReached");
    }

    /** What is to come would be there for other tests, too. */
    private void forget(int after) {
        jdbc.sql("update playbook.rule_version set valid_from = timestamp '2020-01-01 00:00:00' where number > ?"
                        + " and rule_set = ?")
                .params(after, changing.set.name())
                .update();
    }
}
