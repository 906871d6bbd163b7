package com.clario.playbook.rules.draft;

import static com.clario.playbook.rules.draft.DraftDesk.FIT;
import static com.clario.playbook.rules.draft.DraftDesk.SAMPLE;
import static com.clario.playbook.rules.draft.DraftDesk.edited;
import static com.clario.playbook.rules.draft.DraftDesk.proven;
import static com.clario.playbook.rules.draft.DraftDesk.shipped;
import static com.clario.playbook.rules.draft.DraftDesk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.table.Attack;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.table.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTests {

    private static final String MOKA = "Moka as the playbook describes it";
    private static final Sheet SHIPPED = Sheet.of(FIT, shipped(FIT));

    private static Drafts drafts;
    private static DraftDesk unable;

    @BeforeAll
    static void open() {
        drafts = DraftDesk.on(database(), "h2").drafts();
        var closed = new RuleCompiler(Duration.ofSeconds(60));
        closed.close();
        unable = DraftDesk.on(database(), "h2", closed);
    }

    private static DataSource database() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    static Stream<RuleSet<?>> sets() {
        return RuleSets.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void findNothingWrongInWhatShips(RuleSet<?> set) {
        var sheet = Sheet.of(set, shipped(set));

        assertThat(drafts.glance(set, sheet).problems()).isEmpty();
        assertThat(drafts.glance(set, sheet).wrong()).isFalse();
        var proof = drafts.proof(set, sheet);
        assertThat(proof.cases()).isNotEmpty();
        assertThat(proof.right()).isTrue();
        assertThat(proof.unproven()).isEmpty();
        assertThat(drafts.content(set, sheet)).isEqualTo(shipped(set));
    }

    @Test
    void nameEveryProblemAtItsCell() {
        var sheet = with(FIT, SHIPPED, "FIT-02", "Points for us", "many");
        sheet = edited(sheet, "vetoes", lines -> lines.add(List.of("FIT-01", "true", "", "", "Twice")));
        sheet = proven(sheet, cases -> cases.add(List.of("Short")));

        var checked = drafts.glance(FIT, sheet);

        assertThat(checked.problems())
                .extracting(CellProblem::table, CellProblem::row, CellProblem::column, CellProblem::label)
                .containsExactly(
                        tuple("points", 2, 16, "Points for us"),
                        tuple("vetoes", SHIPPED.rows("vetoes").size() + 1, 1, "Row"),
                        tuple("cases", SHIPPED.cases().size() + 1, 0, ""));
        assertThat(checked.problems().get(1).sentence()).isEqualTo("has an id that a row of table points has");
        assertThat(checked.wrong()).isTrue();
    }

    @Test
    void readEveryRowBackHoweverHalfItIs() {
        var sheet = edited(SHIPPED, "vetoes", lines -> lines.addAll(List.of(List.of(), List.of("", "\0", "x"))));

        var sentences = drafts.glance(FIT, sheet).sentences();

        assertThat(sentences.keySet()).containsExactly("points", "vetoes", "verdict");
        assertThat(sentences.get("points")).hasSameSizeAs(SHIPPED.rows("points"));
        assertThat(sentences.get("points").get(0)).startsWith("If ");
        assertThat(sentences.get("vetoes")).hasSize(4).doesNotContain("");
    }

    @Test
    void letNothingWithAProblemBecomeContent() {
        var shared = edited(SHIPPED, "vetoes", lines -> lines.add(List.of("FIT-01", "true", "", "", "Twice")));
        var cases = proven(SHIPPED, lines -> lines.add(List.of("Short")));
        var cell = with(FIT, SHIPPED, "FIT-02", "Points for us", "many");

        assertThat(List.of(shared, cases, cell))
                .allSatisfy(sheet ->
                        assertThatThrownBy(() -> drafts.content(FIT, sheet)).isInstanceOf(RowsRefused.class));
    }

    @Test
    void sayWhatComesOutOtherwiseInEachCase() {
        var changed = with(FIT, SHIPPED, "FIT-01", "Points for us", "1");

        var proof = drafts.proof(FIT, changed);

        assertThat(proof.right()).isFalse();
        assertThat(proof.wrong())
                .filteredOn(each -> each.name().equals(MOKA))
                .singleElement()
                .satisfies(moka -> {
                    assertThat(moka.expected().verdict()).isEqualTo("STRONG");
                    assertThat(moka.actual().verdict()).isEqualTo("POSSIBLE");
                    assertThat(moka.differences()).anyMatch(each -> each.equals("the verdict is Possible, not Strong"));
                    assertThat(moka.actual().sums().get("us"))
                            .isLessThan(moka.expected().sums().get("us"));
                });
    }

    @Test
    void letNoChangeOpenAGapThatTheRulesInForceDoNotHave() {
        var gap = with(FIT, SHIPPED, "FIT-44", "Rows with points from", "3");

        var checked = drafts.glance(FIT, gap);

        assertThat(checked.wrong()).isTrue();
        assertThat(checked.remarks())
                .filteredOn(remark -> remark.severity() == Severity.WRONG)
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.example()).isNotEmpty());
    }

    @Test
    void letNobodyDropTheProof() {
        var without = proven(SHIPPED, List::clear);

        assertThat(drafts.glance(FIT, without).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.table()).isEqualTo(CaseSheet.NAME);
            assertThat(problem.sentence()).startsWith("there must be at least one case");
        });
        assertThat(drafts.proof(FIT, without).right()).isFalse();
        assertThatThrownBy(() -> drafts.content(FIT, without)).isInstanceOf(RowsRefused.class);
    }

    @Test
    void findItOddWhereARowTakesTheIdOfOneThatIsGone() {
        var desk = DraftDesk.on(database(), "h2");
        var gone = proven(
                edited(
                        SHIPPED,
                        "points",
                        lines -> lines.removeIf(line -> line.get(0).equals("FIT-12"))),
                cases -> cases.removeIf(line -> String.join(",", line).contains("FIT-12")));
        desk.publish(FIT, 2, desk.drafts().content(FIT, gone));
        var again = new Sheet(SHIPPED.tables(), gone.cases());

        assertThat(desk.drafts().glance(FIT, again).remarks()).noneMatch(ChecksTests::isAboutAnId);
        assertThat(desk.drafts()
                        .glance(FIT, with(FIT, again, "FIT-12", "Reason", "Said otherwise"))
                        .remarks())
                .noneMatch(ChecksTests::isAboutAnId);
        assertThat(desk.drafts()
                        .glance(FIT, with(FIT, again, "FIT-12", "Points for us", "7"))
                        .remarks())
                .filteredOn(ChecksTests::isAboutAnId)
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.severity()).isEqualTo(Severity.ODD);
                    assertThat(remark.table()).isEqualTo("points");
                    assertThat(remark.rows()).containsExactly("FIT-12");
                    assertThat(remark.sentence()).contains("had the id FIT-12 up to version 1");
                });
    }

    private static boolean isAboutAnId(Remark remark) {
        return remark.sentence().startsWith("Another row had the id");
    }

    @Test
    void takeWhatComesOutForRightWhenSomebodySaysSo() {
        var changed = with(FIT, SHIPPED, "FIT-01", "Points for us", "1");
        for (var wrong : drafts.proof(FIT, changed).wrong()) {
            changed = drafts.accept(FIT, changed, wrong.name());
        }

        assertThat(drafts.proof(FIT, changed).right()).isTrue();
        assertThat(changed.tables())
                .isEqualTo(with(FIT, SHIPPED, "FIT-01", "Points for us", "1").tables());
    }

    @ParameterizedTest
    @ValueSource(strings = {"us=55 them=50", "them=50 us=55", "them=50", ""})
    void leaveTheSumsOfACaseAsTheyStandWhereOnlyItsVerdictIsOther(String sums) {
        var at = CaseSheet.of(FIT).names().indexOf("sums");
        var stricter = with(
                FIT,
                proven(SHIPPED, cases -> {
                    var line = new ArrayList<>(cases.get(0));
                    line.set(at, sums);
                    cases.set(0, line);
                }),
                "FIT-42",
                "Points for us from",
                "60");

        assertThat(drafts.accept(FIT, stricter, MOKA).cases().get(0))
                .contains("POSSIBLE")
                .element(at)
                .isEqualTo(sums);
    }

    @Test
    void takeACaseForRightWhoseRowIsGone() {
        var without = edited(
                SHIPPED, "points", lines -> lines.removeIf(line -> line.get(0).equals("FIT-01")));
        assertThat(drafts.glance(FIT, without).problems()).isNotEmpty().allSatisfy(each -> assertThat(each.sentence())
                .isEqualTo("names FIT-01, and there is no such row"));

        var mended = drafts.accept(FIT, without, MOKA);

        var rows = CaseSheet.of(FIT).names().indexOf("rows");
        assertThat(mended.cases().get(0).get(rows)).startsWith("FIT-08");
    }

    @Test
    void takeNoCaseForRightThatIsNotThereOrCannotBeAsked() {
        var facts = proven(SHIPPED, cases -> {
            var line = new ArrayList<>(cases.get(0));
            line.set(3, "many");
            cases.set(0, line);
        });

        assertThatThrownBy(() -> drafts.accept(FIT, SHIPPED, "Gojek")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> drafts.accept(FIT, facts, MOKA))
                .isInstanceOf(Refusal.class)
                .hasMessage("The facts of case " + MOKA + " come first: some of its cells are marked");
    }

    @Test
    void sayWhichRowsNoCaseProves() {
        var without = proven(
                SHIPPED, cases -> cases.removeIf(line -> String.join(",", line).contains("FIT-12")));

        assertThat(drafts.proof(FIT, without).unproven()).contains("FIT-12 fires in no case");
        assertThat(drafts.proof(FIT, without).right()).isTrue();
    }

    static Stream<Attack> attacks() {
        return Attack.all().stream().filter(attack -> !attack.harmless());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void keepAnAttackAsItWasTypedAndNeverCompileIt(Attack attack) {
        var draft = unable.as("maya", () -> unable.drafts().open(SAMPLE));
        var sheet = edited(draft.sheet(), "points", lines -> {
            lines.clear();
            lines.addAll(attack.lines());
        });

        var saved = unable.as("maya", () -> unable.drafts().save(SAMPLE, draft.revision(), sheet));

        assertThat(saved.sheet().rows("points")).isEqualTo(attack.lines());
        assertThat(unable.drafts().glance(SAMPLE, saved.sheet()).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertIsAt(problem, attack));
        // The compiler is closed: had anybody called it, it would say so.
        assertThat(unable.drafts().proof(SAMPLE, saved.sheet()).refusal()).startsWith("The marked cells come first");
        assertThatThrownBy(() -> unable.drafts().content(SAMPLE, saved.sheet())).isInstanceOf(RowsRefused.class);
    }

    private static void assertIsAt(CellProblem problem, Attack attack) {
        if (attack.lines().size() > 1) {
            assertThat(problem.row()).as(problem.sentence()).isGreaterThan(1);
            return;
        }
        assertThat(problem.row()).isEqualTo(1);
        var good = Sample.lineWith(0, "S-01");
        assertThat(attack.lines().get(0).get(problem.column() - 1)).isNotEqualTo(good.get(problem.column() - 1));
    }

    @Test
    void sayThatGoodRowsDoNotCompile() {
        var sheet = unable.as("maya", () -> unable.drafts().open(SAMPLE)).sheet();
        var good = edited(
                sheet,
                "points",
                lines -> lines.set(0, List.of("S-01", "RETAIL", "100", "", "", "", "", "10", "", "a good base")));

        assertThat(unable.drafts().proof(SAMPLE, good).refusal()).startsWith("These rows do not become rules");
        assertThat(unable.drafts().proof(SAMPLE, good).right()).isFalse();
    }
}
