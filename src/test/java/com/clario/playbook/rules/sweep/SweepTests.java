package com.clario.playbook.rules.sweep;

import static com.clario.playbook.rules.table.Column.above;
import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.evidence;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.points;
import static com.clario.playbook.rules.table.Column.rowsBelow;
import static com.clario.playbook.rules.table.Column.rowsFrom;
import static com.clario.playbook.rules.table.Column.sumFrom;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.clario.playbook.rules.check.RandomTables;
import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTests {

    private enum Type {
        POS
    }

    /** Facts that are always known, and a type that is always one of the options. */
    private interface Known {
        Type type();

        int merchants();

        boolean competitor();

        boolean late();

        int overlap();

        int rate();
    }

    /** Facts that may be unknown, and a type that may be any word. */
    private interface Unsure {
        String type();

        BigDecimal merchants();

        Boolean competitor();
    }

    private static final Column[] JUDGED = {
        oneOf("type", "Partner type", "POS", "ACCOUNTING", "CHANNEL"),
        from("merchants", "Merchants from", 0, 100_000),
        below("merchants", "Merchants below", 0, 100_000),
        verdict("GOOD", "BAD")
    };
    private static final Table FIRST = Table.firstOf("verdict", JUDGED);
    private static final Table UNIQUE = Table.allOf("verdict", JUDGED);
    private static final Table POINTS = Table.allOf(
            "points",
            oneOf("type", "Partner type", "POS", "ACCOUNTING", "CHANNEL"),
            from("merchants", "Merchants from", 0, 100_000),
            evidence("Rests on", "MERCHANTS", "API"),
            points("us", "For us", -100, 100),
            points("them", "For them", -100, 100));
    private static final Table VETOES =
            Table.allOf("vetoes", yes("competitor", "Competitor"), yes("late", "Late"), note());
    private static final Table TALLY = Table.firstOf(
            "judged",
            rowsFrom("vetoes", "Vetoes from").said("veto", "vetoes"),
            rowsBelow("vetoes", "Vetoes below"),
            sumFrom("us", "Points for us from", -1000, 1000),
            verdict("GOOD", "BAD"));

    @Test
    void namesAGapWithACaseInIt() {
        var remarks = sweep(FIRST, "A-01,\"POS, ACCOUNTING\",,,GOOD,r\nA-02,CHANNEL,100,,GOOD,r\n");

        assertThat(remarks)
                .containsExactly(new Remark(
                        Severity.ODD,
                        "verdict",
                        List.of(),
                        "No row decides for partner type Channel with merchants 0 to 99.",
                        Map.of("type", "CHANNEL", "merchants", "0"),
                        "partner type Channel, merchants 0"));
    }

    @Test
    void takesAGapAsWrongOnlyWhereTheVersionInForceHasNone() {
        var before = rows(FIRST, "A-01,POS,,,GOOD,r\nA-02,ACCOUNTING,100,,GOOD,r\n");
        var after = rows(FIRST, "A-01,POS,,500,GOOD,r\nA-02,ACCOUNTING,100,,GOOD,r\n");

        assertThat(lines(Sweep.of(Known.class, List.of(after), List.of(before))))
                .containsExactly(
                        "WRONG [] No row decides for partner type POS with merchants 500 or more.",
                        "ODD [] No row decides for partner type Channel.",
                        "ODD [] No row decides for partner type Accounting or Channel with merchants 0 to 99.");
        assertThat(Sweep.of(Known.class, List.of(before), List.of(before)))
                .extracting(Remark::severity)
                .containsOnly(Severity.ODD);
    }

    @Test
    void findsARowThatAnEarlierOneHides() {
        assertThat(lines(sweep(FIRST, "A-01,,10,,GOOD,r\nA-02,POS,20,30,BAD,r\nA-03,,,10,BAD,r\n")))
                .containsExactly(
                        "WRONG [A-02, A-01] A-02 can never fire: A-01 comes first and already decides every case of"
                                + " it.");
    }

    @Test
    void findsARowThatSeveralEarlierOnesHideTogether() {
        var csv = "A-01,,,50,GOOD,r\nA-02,ACCOUNTING,,60,GOOD,r\nA-03,,50,,GOOD,r\nA-04,POS,20,70,BAD,r\n";

        assertThat(lines(sweep(FIRST, csv)))
                .containsExactly("WRONG [A-04, A-01, A-03] A-04 can never fire:"
                        + " A-01 and A-03 come first and already decide every case of it.");
    }

    @Test
    void findsARowThatRepeatsAnEarlierOne() {
        assertThat(lines(sweep(FIRST, "A-01,,,50,GOOD,r\nA-02,,,50,BAD,r\nA-03,,50,,GOOD,r\n")))
                .containsExactly(
                        "WRONG [A-02, A-01] A-02 can never fire: it asks for the same as A-01, which comes first.");
    }

    @Test
    void leavesAFirstRowAloneThatOnlyTakesAPartOfALaterOne() {
        assertThat(sweep(FIRST, "A-01,POS,20,30,BAD,r\nA-02,,0,,GOOD,r\n")).isEmpty();
    }

    @Test
    void refusesTwoRowsThatDecideOneCaseDifferently() {
        var remarks = sweep(UNIQUE, "A-01,,,20000,GOOD,r\nA-02,,5000,,BAD,r\n");

        assertThat(remarks)
                .containsExactly(new Remark(
                        Severity.WRONG,
                        "verdict",
                        List.of("A-01", "A-02"),
                        "A-01 and A-02 both decide merchants 5,000 to 19,999, and say different things.",
                        Map.of("type", "POS", "merchants", "5000"),
                        "partner type POS, merchants 5,000"));
    }

    @Test
    void remarksOnTwoRowsThatDecideOneCaseAlike() {
        assertThat(lines(sweep(UNIQUE, "A-01,POS,,,GOOD,r\nA-02,,0,,GOOD,r\n")))
                .containsExactly("ODD [A-01, A-02] A-01 and A-02 both decide partner type POS, and say the same.");
    }

    @Test
    void letsPointsAddUpAndLeaveCasesOpen() {
        var csv = "P-01,POS,,MERCHANTS,5,,r\nP-02,POS,,API,5,,r\nP-03,POS,100,API,,5,r\nP-04,CHANNEL,,MERCHANTS,5,,r\n";

        assertThat(sweep(POINTS, csv)).isEmpty();
    }

    @Test
    void remarksOnPointsThatCountTwiceForOneCriterion() {
        var csv = "P-01,POS,,MERCHANTS,5,,r\nP-02,POS,100,MERCHANTS,9,,r\nP-03,POS,,MERCHANTS,3,,r\n";

        assertThat(lines(sweep(POINTS, csv)))
                .containsExactly(
                        "ODD [P-01, P-02] P-02 fires only where P-01 fires too, so both give points there.",
                        "ODD [P-01, P-03] P-01 and P-03 ask for the same, so both give points there.",
                        "ODD [P-02, P-03] P-02 fires only where P-03 fires too, so both give points there.");
    }

    @Test
    void remarksOnVetoesThatSayNothingNew() {
        assertThat(lines(sweep(VETOES, "V-01,true,,,r\nV-02,true,false,,r\nV-03,true,,,r\n")))
                .containsExactly(
                        "ODD [V-01, V-02] V-02 fires only where V-01 fires too.",
                        "ODD [V-01, V-03] V-01 and V-03 ask for the same.",
                        "ODD [V-02, V-03] V-02 fires only where V-03 fires too.");
    }

    @Test
    void knowsThatANumberMayNotBeMeasured() {
        var rows = "A-01,,,50,GOOD,r\nA-02,,50,,GOOD,r\n";

        assertThat(sweep(Unsure.class, FIRST, rows))
                .containsExactly(new Remark(
                        Severity.ODD,
                        "verdict",
                        List.of(),
                        "No row decides for merchants not measured.",
                        Map.of("type", "POS", "merchants", "not measured"),
                        "partner type POS, merchants not measured"));
        assertThat(sweep(Unsure.class, FIRST, rows + "A-03,\"POS, ACCOUNTING\",,,BAD,r\n"))
                .extracting(Remark::sentence)
                .containsExactly(
                        "No row decides for partner type Channel or anything else with merchants not measured.");
        assertThat(lines(sweep(Unsure.class, FIRST, rows + "A-03,,0,,BAD,r\n")))
                .contains("WRONG [A-03, A-01, A-02] A-03 can never fire:"
                        + " A-01 and A-02 come first and already decide every case of it.");
    }

    @Test
    void knowsThatATypeMayBeNoneOfTheOptions() {
        var remarks = sweep(Unsure.class, FIRST, "A-01,\"POS, ACCOUNTING, CHANNEL\",,,GOOD,r\n");

        assertThat(lines(remarks)).containsExactly("ODD [] No row decides for partner type anything else.");
        assertThat(remarks.get(0).example()).containsEntry("type", "anything else");
        assertThat(lines(sweep(Unsure.class, FIRST, "A-01,\"POS, ACCOUNTING, CHANNEL\",,,GOOD,r\nA-02,,0,,BAD,r\n")))
                .containsExactly("ODD [] No row decides for partner type anything else with merchants not measured.");
    }

    @Test
    void knowsThatNobodyMayHaveAnsweredYesOrNo() {
        var table = Table.firstOf("t", yes("competitor", "Competitor"), verdict("A", "B"));

        assertThat(lines(sweep(Unsure.class, table, "A-01,true,A,r\n")))
                .containsExactly("ODD [] No row decides for competitor: no or not known.");
    }

    @Test
    void saysWhereOnlyWhatIsMeasuredIsLeftOpen() {
        var gap = sweep(Unsure.class, UNIQUE, "A-01,POS,,,GOOD,r\nA-02,ACCOUNTING,0,,GOOD,r\n");

        assertThat(lines(gap))
                .containsExactly(
                        "ODD [] No row decides for partner type Channel or anything else.",
                        "ODD [] No row decides for partner type Accounting or Channel or anything else"
                                + " with merchants not measured.");
        assertThat(lines(sweep(UNIQUE, "A-01,POS,,,GOOD,r\nA-02,,0,,GOOD,r\n")))
                .containsExactly("ODD [A-01, A-02] A-01 and A-02 both decide partner type POS, and say the same.");
        assertThat(lines(sweep(Unsure.class, UNIQUE, "A-01,POS,,,GOOD,r\nA-02,,0,,GOOD,r\n")))
                .contains("ODD [A-01, A-02] A-01 and A-02 both decide partner type POS with merchants measured,"
                        + " and say the same.");
    }

    @Test
    void findsARowThatAsksForLessThanThereIs() {
        assertThat(lines(sweep(FIRST, "A-01,,,0,BAD,r\nA-02,,0,,GOOD,r\n")))
                .containsExactly("WRONG [A-01] A-01 can never fire: no case has merchants below 0.");
    }

    @Test
    void knowsThatBelow101MeansEveryPercent() {
        var table = Table.firstOf(
                "t", from("overlap", "F&B % from", 0, 100), below("overlap", "F&B % below", 0, 101), verdict("A", "B"));

        assertThat(sweep(table, "A-01,,101,A,r\n")).isEmpty();
        assertThat(lines(sweep(table, "A-01,,100,A,r\n"))).containsExactly("ODD [] No row decides for F&B % 100.");
    }

    @Test
    void seesThePointBetweenAboveAndBelow() {
        var table = Table.firstOf(
                "t",
                below("rate", "Rate below", "0", "100", 2),
                above("rate", "Rate above", "0", "100", 2),
                verdict("A", "B"));

        assertThat(lines(sweep(table, "A-01,20.5,,A,r\nA-02,,20.5,B,r\n")))
                .containsExactly("ODD [] No row decides for rate 20.5.");
        assertThat(sweep(table, "A-01,20.5,,A,r\nA-02,,30,B,r\n"))
                .extracting(Remark::sentence, remark -> remark.example().get("rate"))
                .containsExactly(tuple("No row decides for rate from 20.5 and up to 30.", "20.5"));
    }

    @Test
    void knowsHowFarATallyCanCome() {
        var vetoes = rows(VETOES, "V-01,true,,,r\nV-02,,true,,r\n");
        var points = rows(POINTS, "P-01,POS,,API,30,,r\nP-02,CHANNEL,,API,-5,,r\n");
        var judged = rows(TALLY, "J-01,3,,,BAD,r\nJ-02,,,31,GOOD,r\nJ-03,1,,,BAD,r\nJ-04,,1,10,GOOD,r\n");

        var remarks = Sweep.of(Known.class, List.of(vetoes, points, judged), List.of());

        assertThat(lines(remarks))
                .containsExactly(
                        "WRONG [J-01] J-01 can never fire: no case has 3 or more vetoes.",
                        "WRONG [J-02] J-02 can never fire: no case has points for us from 31.",
                        "ODD [] No row decides for cases with no veto and points for us -5 to 9.");
        assertThat(remarks.get(2).example()).containsEntry("type", "ACCOUNTING").containsEntry("competitor", "false");
        assertThat(remarks.get(2).exampleInWords()).isEqualTo("no veto, points for us 0");
    }

    @Test
    void showsTenOverlapsAndCountsTheRest() {
        var csv = IntStream.range(0, 7)
                .mapToObj(i -> "A-%02d,POS,%d,,GOOD,r\n".formatted(i, i))
                .collect(Collectors.joining());

        var remarks = sweep(UNIQUE, csv).stream()
                .filter(each -> !each.sentence().startsWith("No row"))
                .toList();

        assertThat(remarks).hasSize(11);
        assertThat(remarks.get(10).sentence()).isEqualTo("And 12 more like these in table verdict.");
        assertThat(remarks.get(10).rows()).contains("A-05", "A-06");
    }

    @Test
    void givesUpOnATangledTableAndSaysSo() {
        var rows = new RandomTables(1).table("t", Table.Reading.FIRST, 8, 300, verdict("GOOD", "BAD"));

        var remarks = Sweep.of(OracleTests.Known.class, List.of(rows), List.of(rows));

        assertThat(rows.table().columns()).hasSize(14);
        assertThat(remarks)
                .extracting(Remark::sentence)
                .contains("Table t is too tangled to be checked completely,"
                        + " so there may be more gaps or rows that never fire.");
    }

    private static List<Remark> sweep(Table table, String csv) {
        return sweep(Known.class, table, csv);
    }

    private static List<Remark> sweep(Class<?> facts, Table table, String csv) {
        return Sweep.of(facts, List.of(rows(table, csv)), List.of());
    }

    private static Rows rows(Table table, String csv) {
        return Gate.pass(table, csv);
    }

    private static List<String> lines(List<Remark> remarks) {
        return remarks.stream()
                .map(each -> each.severity() + " " + each.rows() + " " + each.sentence())
                .toList();
    }
}
