package com.clario.playbook.rules.trial;

import static com.clario.playbook.rules.trial.TrialDesk.FIT;
import static com.clario.playbook.rules.trial.TrialDesk.edited;
import static com.clario.playbook.rules.trial.TrialDesk.fifteenPointsFrom;
import static com.clario.playbook.rules.trial.TrialDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.trial.Probing.Point;
import com.clario.playbook.rules.trial.Probing.Probe;
import com.clario.playbook.rules.version.Content;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a change does around every number it changes. */
class ProbesTests {

    private static TrialDesk node;

    @BeforeAll
    static void open() {
        node = TrialDesk.onH2();
    }

    @Test
    void showTheVerdictsAroundAMovedLimit() {
        var probes = probes(FIT, shipped(FIT), fifteenPointsFrom(6000, 5));

        assertThat(probes).extracting(Probe::row).containsExactly("FIT-02", "FIT-03");
        var probe = probes.get(0);
        assertThat(probe.label()).isEqualTo("Merchants from");
        assertThat(probe.from()).isEqualTo("5000");
        assertThat(probe.to()).isEqualTo("6000");
        assertThat(probe.basis()).isEqualTo("Moka as the playbook describes it");
        assertThat(probe.unprobed()).isEmpty();
        assertThat(probe.points())
                .containsExactly(
                        point(4999, "POSSIBLE", "POSSIBLE", false, false),
                        point(5000, "STRONG", "POSSIBLE", true, false),
                        point(5001, "STRONG", "POSSIBLE", true, false),
                        point(5999, "STRONG", "POSSIBLE", true, false),
                        point(6000, "STRONG", "STRONG", true, true),
                        point(6001, "STRONG", "STRONG", true, true));
    }

    @Test
    void setSumsWhereATableJudgesNothingElse() {
        var after = edited(shipped(FIT), "verdict", "FIT-42,,,40,30,STRONG", "FIT-42,,,42,30,STRONG");

        var probe = probes(FIT, shipped(FIT), after).get(0);

        assertThat(probe.unprobed()).isEmpty();
        assertThat(probe.points())
                .containsExactly(
                        point(39, "POSSIBLE", "POSSIBLE", false, false),
                        point(40, "STRONG", "POSSIBLE", true, false),
                        point(41, "STRONG", "POSSIBLE", true, false),
                        point(42, "STRONG", "STRONG", true, true),
                        point(43, "STRONG", "STRONG", true, true));
    }

    @Test
    void moveAnotherFactWhereANumberIsWorkedOut() {
        var review = named("optimize/review");
        var row = "REV-02,\"RESELLER, WHITE_LABEL, REFERRAL\",,,";
        var after = edited(shipped(review), "review", row + "80", row + "90");

        var probe = probes(review, shipped(review), after).get(0);

        assertThat(probe.label()).isEqualTo("Three months' revenue % of target below");
        assertThat(probe.unprobed()).isEmpty();
        assertThat(probe.points())
                .extracting(point -> point.value().toPlainString() + " " + point.before() + " " + point.after())
                .contains("79.99 ADJUST ADJUST", "80 KEEP ADJUST", "89.99 KEEP ADJUST", "90 KEEP KEEP");
    }

    @Test
    void takeThoseWhoHaveTheSumsWhereATableJudgesFactsBesideThem() {
        var terms = named("negotiation/terms");
        var after = edited(shipped(terms), "verdict", "TRM-21,,1,", "TRM-21,,2,");

        var probe = probes(terms, shipped(terms), after).get(0);

        assertThat(probe.points())
                .extracting(point -> point.value().intValueExact() + " " + point.before() + " " + point.after())
                .contains("1 EXCEPTION UNDECIDED", "2 EXCEPTION EXCEPTION");
    }

    @Test
    void probeTheLimitsOfARowThatIsAdded() {
        var more = edited(
                shipped(FIT),
                "points",
                "FIT-10,",
                "FIT-29,POS,,,,50,,,,,,,,,OVERLAP,5,,,Half of them or more\nFIT-10,");

        var probes = probes(FIT, shipped(FIT), more);

        assertThat(probes).extracting(Probe::label).containsExactly("F&B % from");
        assertThat(probes.get(0).from()).isEmpty();
        assertThat(probes.get(0).points())
                .extracting(point -> point.value() + " " + point.firesBefore() + " " + point.firesAfter())
                .containsExactly("49 false false", "50 false true", "51 false true");
    }

    @Test
    void sayWhichNumbersCannotBeProbed() {
        var points = probes(FIT, shipped(FIT), fifteenPointsFrom(5000, 6));

        assertThat(points).hasSize(1);
        assertThat(points.get(0).label()).isEqualTo("Points for us");
        assertThat(points.get(0).points()).isEmpty();
        assertThat(points.get(0).unprobed()).startsWith("This is what the row gives and no limit");

        var nobody = new Content(
                edited(shipped(FIT), "points", "FIT-25,CHANNEL,,,,,,,,,,3", "FIT-25,CHANNEL,,,,,,,,,,4")
                        .tables(),
                "");
        var unknown = new Content(shipped(FIT).tables(), "");
        assertThat(probes(FIT, unknown, nobody))
                .extracting(Probe::unprobed)
                .containsExactly("No case and no decision meets the row's other conditions; add a case for it");
    }

    @Test
    void haveNothingToShowWhereNoNumberChanges() {
        assertThat(probes(FIT, shipped(FIT), shipped(FIT))).isEmpty();
    }

    @Test
    void stopBeforeALargeUploadKeepsThePageWaiting() {
        var rows = IntStream.range(100, 160)
                .mapToObj(i -> "FIT-" + i + ",POS,,,,50,,,,,,,,,OVERLAP,5,,,Half of them or more\n")
                .collect(Collectors.joining());
        var many = edited(shipped(FIT), "points", "FIT-10,", rows + "FIT-10,");

        var probed = node.probes().of(FIT, shipped(FIT), many);

        assertThat(probed.list()).extracting(Probe::row).hasSize(40).contains("FIT-100", "FIT-139");
        assertThat(probed.more()).isEqualTo(20);
    }

    @Test
    void leaveOutACaseTheRulesStumbleOver() {
        var content = Moody.content(10);
        var cases = "case,number,verdict,rows,sums\nBad luck,13,HIGH,,\nGood luck,9,LOW,,\n";

        var probes = probes(
                Moody.SET,
                new Content(content.tables(), cases),
                new Content(Moody.content(12).tables(), cases));

        assertThat(probes).singleElement().satisfies(probe -> {
            assertThat(probe.basis()).isEqualTo("Good luck");
            assertThat(probe.points())
                    .extracting(point -> point.value().intValueExact())
                    .containsExactly(9, 10, 11, 12);
            assertThat(probe.unprobed()).isNotEmpty();
        });
    }

    private static List<Probe> probes(RuleSet<?> set, Content before, Content after) {
        return node.probes().of(set, before, after).list();
    }

    private static Point point(int value, String before, String after, boolean firesBefore, boolean firesAfter) {
        return new Point(BigDecimal.valueOf(value), before, after, firesBefore, firesAfter);
    }

    private static RuleSet<?> named(String name) {
        return RuleSets.all().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
