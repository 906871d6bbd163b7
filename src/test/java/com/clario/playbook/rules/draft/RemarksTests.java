package com.clario.playbook.rules.draft;

import static com.clario.playbook.rules.draft.DraftDesk.FIT;
import static com.clario.playbook.rules.draft.DraftDesk.edited;
import static com.clario.playbook.rules.draft.DraftDesk.proven;
import static com.clario.playbook.rules.draft.DraftDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.optimize.review.ReviewFacts;
import com.clario.playbook.pilot.PilotFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Remark.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the checks say of a draft beside the version in force. */
class RemarksTests {

    private static final Sheet SHIPPED = Sheet.of(FIT, shipped(FIT));

    private static Drafts drafts;

    @BeforeAll
    static void open() {
        var source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        drafts = DraftDesk.on(source, "h2").drafts();
    }

    static Stream<RuleSet<?>> sets() {
        return RuleSets.all().stream();
    }

    /** As where a manager deletes a row that cases prove. */
    @Test
    void findTheGapOfADeletedRowBesideTheCasesThatNameIt() {
        var pilot = RuleSets.named("negotiation/pilot", PilotFacts.class);
        var sheet = edited(
                Sheet.of(pilot, shipped(pilot)),
                "judgement",
                lines -> lines.removeIf(line -> line.get(0).equals("PLT-06")));

        var checked = drafts.glance(pilot, sheet);

        assertThat(checked.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.table())
                .isEqualTo(CaseSheet.NAME));
        assertThat(checked.fresh())
                .filteredOn(remark -> remark.severity() == Severity.WRONG)
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.sentence())
                        .startsWith("No row decides for")
                        .contains("extended before: yes"));
    }

    @Test
    void showAGapOfSumsByACaseThatCanBeTried() {
        var sheet = proven(
                edited(
                        SHIPPED,
                        "points",
                        lines -> lines.removeIf(line -> line.get(0).equals("FIT-22"))),
                cases -> cases.removeIf(line -> String.join(",", line).contains("FIT-22")));
        var gap = drafts.glance(FIT, sheet).fresh().stream()
                .filter(remark -> remark.severity() == Severity.WRONG)
                .findFirst()
                .orElseThrow();

        assertThat(gap.isTryable()).isTrue();
        var line = CaseSheet.of(FIT).names().stream()
                .map(name -> gap.example().getOrDefault(name, ""))
                .collect(Collectors.toCollection(ArrayList::new));
        line.set(0, "The gap");
        line.set(CaseSheet.of(FIT).expectedAt(), "UNDECIDED");
        var proof = drafts.proof(FIT, proven(sheet, cases -> cases.add(line)));
        assertThat(proof.refusal()).isEmpty();
        assertThat(proof.wrong()).extracting(each -> each.name()).doesNotContain("The gap");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void callNothingNewThatTheVersionInForceHas(RuleSet<?> set) {
        assertThat(drafts.glance(set, Sheet.of(set, shipped(set))).fresh()).isEmpty();
    }

    @Test
    void sayWhatTheDraftAddsBeforeWhatTheVersionInForceHas() {
        var review = RuleSets.named("optimize/review", ReviewFacts.class);
        var before = Sheet.of(review, shipped(review));
        var gone = edited(
                before, "review", lines -> lines.removeIf(line -> line.get(0).equals("REV-07")));

        var remarks = drafts.glance(review, gone).remarks();

        assertThat(drafts.glance(review, before).known()).hasSizeGreaterThan(5);
        assertThat(remarks.get(0).isKnown()).isFalse();
        assertThat(remarks)
                .filteredOn(Remark::isKnown)
                .isNotEmpty()
                .allMatch(remark -> remark.severity() == Severity.ODD);
        assertThat(remarks).isSortedAccordingTo(Comparator.comparing(Remark::isKnown));
    }
}
