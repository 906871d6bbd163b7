package com.clario.playbook.rules.change;

import static com.clario.playbook.rules.change.Changing.APPROVE;
import static com.clario.playbook.rules.change.Changing.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.check.Held;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Version;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What becomes of an approved change on its day. */
@PlaybookTest
@TestPropertySource(properties = "playbook.test=rules")
class RuleChangeActivationTests {

    private static final Map<String, Object> WITHDRAW = Map.of("mendDecision", "WITHDRAW");
    private static final String OTHER_COLUMNS = "APP-04,COLD,For other columns\n";

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuleCompiler compiler;

    private Changing changing;
    private CaseRun run;
    private Version approved;

    @BeforeEach
    void approve() {
        changing = Changing.anew(house);
        run = changing.type("maya", "On its day " + UUID.randomUUID())
                .submitted("maya", null)
                .complete("rizal", "approveRuleChange", APPROVE);
        approved = changing.versions().get(0);
    }

    @Test
    void goesToItsAuthorWhereItsRowsDoNotBecomeRules() {
        store(new Content(Map.of("approach", OTHER_COLUMNS), approved.content().cases()));

        run.fire("effectiveDateReached");

        assertThat(run.drawing("ruleChange")).isWaitingAt("mendRuleChange").hasNotPassed("changeActive");
        assertThat(run.variable("mendRuleChange", "shown").toString())
                .contains(
                        "could not be taken into use",
                        "It counts as in force until another version takes its place",
                        "needs exactly 7 cells");
        assertThat(changing.acts()).endsWith(Act.APPROVED, Act.NOT_ACTIVATED);
        assertThat(changing.newest().state()).isEqualTo(State.MENDING);
        store(approved.content());
    }

    @Test
    void cannotBeWithdrawnWhileItCountsAsInForce() {
        store(new Content(Map.of("approach", OTHER_COLUMNS), approved.content().cases()));
        run.fire("effectiveDateReached");
        var sentence = "Version " + approved.number() + " cannot be withdrawn";

        assertThat(refusal(() -> run.complete("maya", "mendRuleChange", WITHDRAW)))
                .contains(sentence);
        assertThat(refusal(() -> changing.withdraw("maya"))).contains(sentence);

        assertThat(run.openTasks()).containsExactly("mendRuleChange");
        assertThat(changing.newest().state()).isEqualTo(State.MENDING);
        store(approved.content());
        changing.type("maya", "Mended " + UUID.randomUUID()).submit("maya", null);
        run.runJobs().complete("rizal", "approveRuleChange", APPROVE).fire("effectiveDateReached");
        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("changeActive");
        assertThat(changing.versions().get(0).number()).isEqualTo(approved.number() + 1);
    }

    @Test
    void goesToItsAuthorHoweverMuchThereIsToSay() {
        var lines = OTHER_COLUMNS.repeat(400);
        store(new Content(Map.of("approach", lines), approved.content().cases()));

        run.fire("effectiveDateReached");

        assertThat(run.openTasks()).containsExactly("mendRuleChange");
        assertThat(changing.newest().comment()).hasSize(2000).endsWith("…");
        store(approved.content());
    }

    @Test
    void comesAgainWhereThereWasNoTimeToCompileIt() {
        try (var full = Held.full(compiler)) {
            var csv = approved.content().rows("approach").replace("On its day", "Compiled later");
            store(new Content(Map.of("approach", csv), approved.content().cases()));

            assertThatThrownBy(() -> run.fire("effectiveDateReached"))
                    .hasMessageContaining("Too many rule sets are waiting");
            assertThat(changing.newest().state()).isEqualTo(State.APPROVED);
        }

        run.runJobs();

        assertThat(run.drawing("ruleChange")).isEnded().hasPassed("changeActive");
        assertThat(changing.acts()).endsWith(Act.APPROVED, Act.ACTIVATED);
    }

    /** What the approved version says, past everything that guards it. */
    private void store(Content content) {
        var version = "(select id from playbook.rule_version where rule_set = ? and number = ?)";
        jdbc.sql("update playbook.rule_version set sha256 = ? where id = " + version)
                .params(content.sha256(), changing.set.name(), approved.number())
                .update();
        jdbc.sql("update playbook.rule_version_table set csv = ? where version_id = " + version)
                .params(content.rows("approach"), changing.set.name(), approved.number())
                .update();
    }
}
