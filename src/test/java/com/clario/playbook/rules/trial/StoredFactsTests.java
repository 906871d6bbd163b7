package com.clario.playbook.rules.trial;

import static com.clario.playbook.rules.trial.TrialDesk.edited;
import static com.clario.playbook.rules.trial.TrialDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.optimize.review.ReviewFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.version.Shipped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stage has decided can be judged again from what the decision kept. */
@TestInstance(Lifecycle.PER_CLASS)
class StoredFactsTests {

    private static final RuleSet<ReviewFacts> REVIEW = RuleSets.named("optimize/review", ReviewFacts.class);

    private TrialDesk node;

    @BeforeAll
    void decideEveryShippedCase() {
        node = TrialDesk.onH2();
        RuleSets.all().forEach(node::decideCases);
    }

    static List<RuleSet<?>> sets() {
        return RuleSets.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void leadToTheSameDecisionAgain(RuleSet<?> set) throws Facts.Unreadable {
        var base = node.snapshots().of(set, shipped(set)).base();
        var cases = Cases.read(Shipped.cases(set), set.facts());
        var kept = node.recorded().newest(set.name(), cases.size() + 1);

        assertThat(kept).hasSameSizeAs(cases);
        for (var i = 0; i < cases.size(); i++) {
            var facts = Facts.stored(set.facts(), kept.get(cases.size() - 1 - i).facts());
            assertThat(facts).isEqualTo(cases.get(i).facts());
            assertThat(cases.get(i).differences(base.judge(facts), Map.of())).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void areAllJudgedByABackTest(RuleSet<?> set) {
        var result =
                node.backTests().run(set, shipped(set), shipped(set)).result().orElseThrow();

        assertThat(result.judged())
                .isEqualTo(Cases.read(Shipped.cases(set), set.facts()).size());
        assertThat(result.unreadable()).isEmpty();
        assertThat(result.flipped() + result.moved()).isZero();
    }

    @Test
    void showWhatAnotherLimitMakesOfReviews() {
        var stricter = edited(
                shipped(REVIEW),
                "review",
                "REV-02,\"RESELLER, WHITE_LABEL, REFERRAL\",,,80",
                "REV-02,\"RESELLER, WHITE_LABEL, REFERRAL\",,,90");

        var test = node.backTests().run(REVIEW, shipped(REVIEW), stricter);

        assertThat(test.unreadable()).isZero();
        assertThat(test.flips()).isNotEmpty().allSatisfy(flip -> assertThat(flip.onlyAfter())
                .contains("REV-02"));
    }

    @ParameterizedTest
    @CsvSource({"1e999999", "1e-999999", "1e2147483647", "\"many\"", "true", "[1]", "{}"})
    void areNeverAMeasureThatIsNone(String written) {
        var kept = node.recorded().newest(REVIEW.name(), 1).get(0).facts();
        var odd = kept.replaceFirst("\"partnerRevenue\":[^,]+", "\"partnerRevenue\":" + written);

        assertThat(odd).contains(written);
        assertThat(catchUnreadable(odd)).isEqualTo("The fact partnerRevenue was not kept then, or was of another kind");
    }

    private static String catchUnreadable(String json) {
        try {
            return Facts.stored(REVIEW.facts(), json).toString();
        } catch (Facts.Unreadable e) {
            return e.getMessage();
        }
    }
}
