package com.clario.playbook.rules.trial;

import static com.clario.playbook.rules.trial.TrialDesk.MAYA;
import static com.clario.playbook.rules.trial.TrialDesk.edited;
import static com.clario.playbook.rules.trial.TrialDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.identify.PriorityFacts;
import com.clario.playbook.outreach.FollowUpFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.trial.BackTest.Flip;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.words.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out otherwise under the same verdict is counted, listed and explained as a flip is. */
@TestInstance(Lifecycle.PER_CLASS)
class MovedDecisionsTests {

    private static final RuleSet<PriorityFacts> PRIORITY =
            RuleSets.named("identify/prioritisation", PriorityFacts.class);
    private static final RuleSet<FollowUpFacts> FOLLOW_UP = RuleSets.named("outreach/follow-up", FollowUpFacts.class);

    private TrialDesk node;

    @BeforeAll
    void runEverySetInShadowAndDecideItsCases() {
        node = TrialDesk.onH2();
        var challengers = node.challengers(MAYA);
        RuleSets.all().forEach(set -> node.desk().publisher().ship(set));
        challengers.start(PRIORITY, reversed(), "Another order");
        challengers.start(FOLLOW_UP, later(), "More patience");
        RuleSets.all().forEach(node::decideCases);
    }

    @Test
    void areListedWithTheirPointsBeforeAndAfter() {
        var test = node.backTests().run(PRIORITY, shipped(PRIORITY), reversed());

        assertThat(test.flipped()).isZero();
        assertThat(test.moved()).isEqualTo(6).isEqualTo(test.moves().size());
        var moka = moveOf(test.moves(), "Moka without a mutual contact");
        assertThat(moka.before()).isEqualTo("RANKED").isEqualTo(moka.after());
        assertThat(moka.otherwise()).containsExactly("PRI-01", "PRI-03", "PRI-05");
        assertThat(Answers.of(PRIORITY).changed(moka.besideBefore(), moka.besideAfter()))
                .isEqualTo("Points 70 → -80");
    }

    @Test
    void areSaidInTheWordsAboveTheColumns() {
        var test = node.backTests().run(FOLLOW_UP, shipped(FOLLOW_UP), later());

        assertThat(test.flipped()).isZero();
        assertThat(test.moves()).isNotEmpty().allSatisfy(move -> assertThat(
                        Answers.of(FOLLOW_UP).changed(move.besideBefore(), move.besideAfter()))
                .isEqualTo("Days of silence after the last 10 → 12"));
    }

    @Test
    void areKeptWithTheBackTest() {
        var test = node.backTests().run(FOLLOW_UP, shipped(FOLLOW_UP), later());

        assertThat(node.backTests().find(test.id()).orElseThrow().moves()).isEqualTo(test.moves());
    }

    @Test
    void countForAChallengerAsForABackTest() {
        for (var set : List.of(PRIORITY, FOLLOW_UP)) {
            var standing = node.challengers(MAYA).standing(set).orElseThrow();
            var content = standing.challenger().content();
            var test = node.backTests().run(set, shipped(set), content);

            assertThat(standing.differing()).isZero();
            assertThat(standing.moved()).isEqualTo(test.moved()).isPositive();
            assertThat(standing.result().moves()).isEqualTo(test.moves());
        }
    }

    static Stream<RuleSet<?>> sets() {
        return RuleSets.all().stream();
    }

    /** Of each table one row after the other goes, and what comes out otherwise says that it is gone. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void alwaysNameTheRowResponsible(RuleSet<?> set) {
        for (var table : set.tables()) {
            var gone = shipped(set).rows(table.name()).lines().findFirst().orElseThrow();
            var id = gone.substring(0, gone.indexOf(','));
            var test = node.backTests().run(set, shipped(set), without(set, table, gone));

            assertThat(Stream.concat(test.flips().stream(), test.moves().stream()))
                    .isNotEmpty()
                    .allSatisfy(flip -> assertThat(flip.onlyBefore()).contains(id));
        }
    }

    /** A row that keeps its conditions and says something else fires both times. */
    @Test
    void nameARowThatOnlySaysOtherwiseForAChallengerToo() {
        var challengers = node.challengers(MAYA);
        var approach = RuleSets.all().stream()
                .filter(set -> set.name().equals("outreach/approach"))
                .findFirst()
                .orElseThrow();
        var other = edited(shipped(approach), "approach", ",COLD,", ",WARM,");
        challengers.start(approach, other, "Warmer");
        node.decideCases(approach);

        var flips = challengers.standing(approach).orElseThrow().result().flips();

        assertThat(flips).isNotEmpty().allSatisfy(flip -> {
            assertThat(flip.onlyBefore()).isEmpty();
            assertThat(flip.otherwise()).containsExactly("APP-04");
        });
    }

    private static Flip moveOf(List<Flip> moves, String subject) {
        return moves.stream()
                .filter(move -> move.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static Content reversed() {
        var content = shipped(PRIORITY);
        for (var row : List.of("PRI-01,,,STRONG,,,,,,,,,,30", "PRI-03,,,,50,,,,,,,,,15", "PRI-05,,,,,,40,,,,,,,15")) {
            content = edited(content, "points", row, row.substring(0, row.length() - 2) + "-30");
        }
        return edited(content, "points", "PRI-09,,,,,,,,,,true,,,10", "PRI-09,,,,,,,,,,true,,,-30");
    }

    private static Content later() {
        return edited(shipped(FOLLOW_UP), "follow-up", ",2,5,10,", ",2,5,12,");
    }

    private static Content without(RuleSet<?> set, Table table, String line) {
        var tables = new HashMap<>(shipped(set).tables());
        tables.put(table.name(), tables.get(table.name()).replace(line + "\n", ""));
        return new Content(tables, shipped(set).cases());
    }
}
