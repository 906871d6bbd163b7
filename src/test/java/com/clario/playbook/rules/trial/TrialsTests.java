package com.clario.playbook.rules.trial;

import static com.clario.playbook.rules.trial.TrialDesk.FIT;
import static com.clario.playbook.rules.trial.TrialDesk.edited;
import static com.clario.playbook.rules.trial.TrialDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.pilot.PilotFacts;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Sweep;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.trial.Trials.Field;
import com.clario.playbook.rules.trial.Trials.NearMiss;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Shipped;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager tries one case by hand. */
class TrialsTests {

    // Nothing that is tried asks for a version.
    private static final Trials TRIALS =
            new Trials(new Snapshots(new Bases(new RuleCompiler(Duration.ofSeconds(60)), null)));

    @Test
    void tellTheVerdictWithReasonsPointsAndSums() {
        var tried = TRIALS.judge(FIT, shipped(FIT), TRIALS.start(FIT));

        assertThat(tried.verdict()).isEqualTo("STRONG");
        assertThat(tried.sums()).isEqualTo(Map.of("us", 55, "them", 50));
        assertThat(tried.fired())
                .extracting(Fired::row)
                .containsExactly("FIT-01", "FIT-08", "FIT-11", "FIT-16", "FIT-19", "FIT-22", "FIT-42");
        assertThat(tried.fired().get(0).reason()).isEqualTo("Reaches 20,000 merchants or more: distribution at once");
        assertThat(tried.fired().get(0).points("us")).isEqualTo(25);
    }

    @Test
    void tellHowManyPointsAreShortOfABetterVerdict() {
        var stricter = edited(shipped(FIT), "verdict", "FIT-42,,,40,30,STRONG", "FIT-42,,,58,30,STRONG");

        var tried = TRIALS.judge(FIT, stricter, TRIALS.start(FIT));

        assertThat(tried.verdict()).isEqualTo("POSSIBLE");
        assertThat(tried.nearMisses().get(0).sentence()).isEqualTo("3 points for us short of Strong (FIT-42)");
        assertThat(tried.nearMisses().get(0).verdict()).isEqualTo("STRONG");
    }

    @Test
    void countOnePointAsOne() {
        var stricter = edited(shipped(FIT), "verdict", "FIT-42,,,40,30,STRONG", "FIT-42,,,56,30,STRONG");

        assertThat(TRIALS.judge(FIT, stricter, TRIALS.start(FIT))
                        .nearMisses()
                        .get(0)
                        .sentence())
                .isEqualTo("1 point for us short of Strong (FIT-42)");
    }

    @Test
    void tellWhichLimitANumberIsShortOfAndWhatItWouldChange() {
        var tried = TRIALS.judge(FIT, shipped(FIT), moka("merchants", "4800"));

        assertThat(tried.verdict()).isEqualTo("POSSIBLE");
        assertThat(tried.nearMisses())
                .extracting(NearMiss::sentence)
                .containsExactly(
                        "Merchants 4,800 is 200 short of FIT-02, which would make it Strong",
                        "5 points for us short of Strong (FIT-42)");
    }

    @Test
    void callNothingNearThatLacksTwoThingsOrMuch() {
        var facts = moka("merchants", "999");
        facts.putAll(Map.of("overlap", "40", "upsell", "false", "analyticsGap", "false"));

        assertThat(TRIALS.judge(FIT, shipped(FIT), facts).nearMisses())
                .extracting(NearMiss::row)
                .containsExactly("FIT-43", "FIT-03");
    }

    @Test
    void countWhatIsTooMuchForABetterVerdict() {
        var readiness = named("launch/readiness");
        var facts = new HashMap<>(TRIALS.start(readiness));
        facts.put("signed", "false");

        var tried = TRIALS.judge(readiness, shipped(readiness), facts);

        assertThat(tried.nearMisses())
                .extracting(NearMiss::sentence)
                .containsExactly("Missing 1 is 1 too much for Ready (RDY-12)");
    }

    @Test
    void seeHowCloseANumberIsThatIsWorkedOutFromOthers() {
        var pilot = RuleSets.named("negotiation/pilot", PilotFacts.class);
        var facts = new HashMap<>(TRIALS.start(pilot));
        facts.putAll(Map.of("customers", "100", "activeCustomers", "68", "targetActivePercent", "70"));

        var tried = TRIALS.judge(pilot, shipped(pilot), facts);

        assertThat(tried.verdict()).isEqualTo("EXTEND");
        assertThat(tried.nearMisses().get(0).sentence())
                .isEqualTo("Active, % points over target -2 is 2 short of PLT-02, which would make it Passed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            merchants   | 30.000 | Merchants: needs a whole number such as 1500, without dots, not 30.000
            merchants   | ''     | Merchants: needs a whole number such as 1500, without dots
            merchants   | -1     | Merchants: needs at least 0, not -1
            overlap     | 101    | F&B %: needs at most 100, not 101
            partnerType | POZ    | Partner type: needs one of POS, Accounting, Channel, not POZ
            leadsProven | maybe  | Leads a month, proven: needs yes or no, not maybe
            """)
    void refuseAWrongTextByItsFieldAndWhatItNeeds(String field, String text, String sentence) {
        assertThatThrownBy(() -> TRIALS.judge(FIT, shipped(FIT), moka(field, text)))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"many", "1e99999", "1e9999999", "0e-99999999", "1234567890123456", "0.1234567890", "1,5", ""})
    void refuseATextNoMeasureCanBe(String text) {
        var review = named("optimize/review");
        var facts = new HashMap<>(TRIALS.start(review));
        facts.put("partnerRevenue", text);

        assertThatThrownBy(() -> TRIALS.judge(review, shipped(review), facts))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Partner revenue: needs a number such as 12.5, with a point before the decimals; or not measured");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not measured", "0", "-3", "12.5", "999999999999999", "0.123456789"})
    void takeAMeasureWithinWhatACaseMayHold(String text) {
        var review = named("optimize/review");
        var facts = new HashMap<>(TRIALS.start(review));
        facts.put("partnerRevenue", text);

        assertThat(TRIALS.judge(review, shipped(review), facts).verdict()).isNotEmpty();
    }

    /** Whatever stands in a field, there is a sentence that names it, and never a number nobody can reckon with. */
    @ParameterizedTest
    @MethodSource("sets")
    void refuseInEveryFieldWhatIsNoFact(RuleSet<?> set) {
        for (var field : TRIALS.fields(set)) {
            for (var odd : List.of("1e99999", "1e9999999", "9".repeat(19), "0." + "1".repeat(40), "\0", "=1+1", "")) {
                var facts = new HashMap<>(TRIALS.start(set));
                facts.put(field.name(), odd);
                // A text may well be any word.
                if (field.kind() != Field.Kind.TEXT || !odd.matches("[0-9e.]+")) {
                    assertThatThrownBy(() -> TRIALS.judge(set, shipped(set), facts))
                            .as(field.name() + " " + odd)
                            .isInstanceOf(Refusal.class)
                            .hasMessageStartingWith(field.label() + ": ");
                }
            }
        }
    }

    /** What the sweep shows as an example is a case the form takes, or there is no link to it. */
    @ParameterizedTest
    @MethodSource("sets")
    void takeEveryExampleThatCanBeTried(RuleSet<?> set) {
        var rows = Shipped.rows(set);
        var fewer = rows.stream().map(TrialsTests::withoutItsLast).toList();
        var asked = TRIALS.fields(set).stream().map(Field::name).toList();

        for (var remark : Sweep.of(set.facts(), fewer, rows)) {
            if (remark.isTryable() && asked.containsAll(remark.example().keySet())) {
                var facts = new HashMap<>(TRIALS.start(set));
                facts.putAll(remark.example());
                assertThat(TRIALS.judge(set, shipped(set), facts).verdict()).isNotEmpty();
            }
        }
    }

    @Test
    void knowThatNobodyCanChooseWhatNoListNames() {
        var approach = named("outreach/approach");
        var followUp = named("outreach/follow-up");

        assertThat(Sweep.of(followUp.facts(), Shipped.rows(followUp), Shipped.rows(followUp)))
                .filteredOn(remark -> remark.example().containsValue("anything else"))
                .isNotEmpty()
                .noneMatch(Remark::isTryable);
        assertThat(Sweep.of(
                        approach.facts(),
                        List.of(withoutItsLast(Shipped.rows(approach).get(0))),
                        List.of()))
                .isNotEmpty()
                .allMatch(Remark::isTryable);
    }

    private static Rows withoutItsLast(Rows rows) {
        var lines = rows.csv().lines().toList();
        return Gate.pass(rows.table(), String.join("\n", lines.subList(0, lines.size() - 1)));
    }

    @Test
    void refuseRowsThatDoNotPassTheGate() {
        var wrong = edited(shipped(FIT), "verdict", "FIT-42,,,40", "FIT-42,,,System.exit(1)");

        assertThatThrownBy(() -> TRIALS.judge(FIT, wrong, TRIALS.start(FIT))).isInstanceOf(RowsRefused.class);
    }

    @Test
    void refuseInASentenceRowsThatPassTheGateAndDoNotCompile() {
        var twice = edited(shipped(FIT), "verdict", "FIT-42,,,40", "FIT-01,,,40");

        assertThatThrownBy(() -> TRIALS.judge(FIT, twice, TRIALS.start(FIT)))
                .isInstanceOf(Refusal.class)
                .hasMessage("These rows do not become rules: Two tables have a row FIT-01");
    }

    @Test
    void refuseInASentenceFactsTheRulesStumbleOver() {
        assertThatThrownBy(() -> TRIALS.judge(Moody.SET, Moody.content(13), Map.of("number", "13")))
                .isInstanceOf(Refusal.class)
                .hasMessage("The rules cannot judge these facts");
        var tried = TRIALS.judge(Moody.SET, Moody.content(13), Map.of("number", "12"));
        assertThat(tried.verdict()).isEqualTo("LOW");
        assertThat(tried.nearMisses()).isEmpty();
    }

    @Test
    void knowTheFieldsOfAForm() {
        assertThat(TRIALS.fields(FIT))
                .contains(
                        new Field(
                                "partnerType",
                                "Partner type",
                                Field.Kind.CHOICE,
                                List.of("POS", "ACCOUNTING", "CHANNEL"),
                                null,
                                null),
                        new Field(
                                "overlap",
                                "F&B %",
                                Field.Kind.WHOLE,
                                List.of(),
                                BigDecimal.ZERO,
                                BigDecimal.valueOf(100)),
                        new Field(
                                "merchantsProven",
                                "Merchants, proven",
                                Field.Kind.YES_NO,
                                List.of("true", "false"),
                                null,
                                null));
    }

    static List<RuleSet<?>> sets() {
        return RuleSets.all();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void offerEveryFactAndReadEveryShippedCaseBackFromTexts(RuleSet<?> set) {
        assertThat(TRIALS.fields(set))
                .extracting(Field::name)
                .containsExactlyElementsOf(Arrays.stream(set.facts().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(Cases.read(Shipped.cases(set), set.facts())).isNotEmpty().allSatisfy(each -> assertThat(
                        Facts.texts(Facts.read(set, Facts.texts(each.facts()))))
                .isEqualTo(Facts.texts(each.facts())));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void readConditionsAsDroolsDoes(RuleSet<?> set) {
        var snapshot = new Snapshots(new Bases(new RuleCompiler(Duration.ofSeconds(60)), null)).of(set, shipped(set));

        for (var each : Cases.read(Shipped.cases(set), set.facts())) {
            var findings = snapshot.base().judge(each.facts());
            var tally = snapshot.tally(findings);
            var holding = snapshot.tables().stream()
                    .flatMap(rows -> {
                        var all = rows.list().stream().filter(row -> Condition.of(rows.table(), row).stream()
                                .allMatch(one -> one.holds(each.facts(), tally)));
                        return rows.table().reading() == Table.Reading.FIRST ? all.limit(1) : all;
                    })
                    .map(row -> row.id())
                    .toList();
            assertThat(holding).as(each.name()).isEqualTo(each.rows());
        }
    }

    private static Map<String, String> moka(String field, String text) {
        var facts = new HashMap<>(TRIALS.start(FIT));
        facts.put(field, text);
        return facts;
    }

    private static RuleSet<?> named(String name) {
        return RuleSets.all().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
