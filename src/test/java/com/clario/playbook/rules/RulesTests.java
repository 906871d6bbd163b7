package com.clario.playbook.rules;

import static com.clario.playbook.rules.RulesDesk.APPROACH;
import static com.clario.playbook.rules.RulesDesk.COLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.outreach.ApproachFacts;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import com.clario.playbook.rules.version.Written;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RulesTests {

    private JdbcConnectionPool source;
    private RulesDesk desk;

    @BeforeEach
    void open() {
        source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        RulesDesk.migrate(source, "h2");
        desk = RulesDesk.on(source);
    }

    @Test
    void decidesWithReasonsAndKeepsThem() {
        var decision = desk.decide();

        assertThat(decision.verdict()).isEqualTo(ApproachFacts.COLD);
        assertThat(decision.version()).isEqualTo(1);
        assertThat(decision.decidedBy()).isEqualTo("sari");
        assertThat(decision.reasons()).containsExactly("APP-04: There is no mutual contact, but a contact we may mail");
        assertThat(decision.facts()).containsEntry("contactHasMail", "true");
        assertThat(desk.rules().decision(decision.id())).isEqualTo(decision);
        assertThat(desk.rules().decisions("moka-1")).containsExactly(decision);
    }

    @Test
    void forgetsADecisionWhoseTransactionFails() {
        desk.transaction().executeWithoutResult(status -> {
            desk.rules().decide(APPROACH, COLD, "moka-1");
            status.setRollbackOnly();
        });

        assertThat(desk.rules().decisions("moka-1")).isEmpty();
    }

    @Test
    void leavesACaseNoRowMatchesToAPerson() {
        desk.publish("a cold mail", null);

        var decision = desk.rules().decide(APPROACH, new ApproachFacts(true, false, false), "moka-1");

        assertThat(decision.undecided()).isTrue();
        assertThat(decision.fired()).isEmpty();
    }

    @Test
    void refusesFactsWithAGap() {
        assertThatThrownBy(() -> desk.rules()
                        .decide(
                                new RuleSet<>("x", "x", "x", "x", Gap.class, List.of(), List.of()),
                                new Gap(null),
                                "moka-1"))
                .hasMessage("share of Gap is not known");
    }

    @Test
    void takesTheReleasesRowsWhereThoseInForceOrToComeWereWrittenForOtherColumns(CapturedOutput output) {
        var versions = new Versions(desk.jdbc());
        var nextMonth = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        addForOtherColumns(versions, 2, null);
        addForOtherColumns(versions, 3, nextMonth);

        desk.publisher().ship(APPROACH);
        desk.publisher().ship(APPROACH);

        assertThat(desk.decide().version()).isGreaterThan(3);
        assertThat(versions.all(APPROACH.name()))
                .hasSize(5)
                .filteredOn(version -> version.number() > 3)
                .allSatisfy(version -> {
                    assertThat(version.rows())
                            .isEqualTo(versions.find(APPROACH.name(), 1)
                                    .orElseThrow()
                                    .rows());
                    assertThat(version.approvedBy()).isEqualTo("system");
                })
                .anySatisfy(version -> assertThat(version.validFrom()).isEqualTo(nextMonth));
        assertThat(output).contains("Version 3 of rule set outreach/approach was written for other columns");
    }

    private static void addForOtherColumns(Versions versions, int number, Instant from) {
        var content = new Content(Map.of("approach", "APP-04,true,COLD,Written for fewer columns\n"), "");
        Written.past(
                versions,
                new Version(
                        APPROACH.name(),
                        number,
                        from,
                        content,
                        content.sha256(),
                        "maya",
                        "rizal",
                        "Before the release"));
    }

    @Test
    void shipsVersionOneOnlyOnce() {
        RulesDesk.on(source);
        RulesDesk.on(source);

        assertThat(desk.rules().versions(APPROACH)).extracting(Version::number).containsExactly(1);
    }

    @Test
    void saysInOneLineThatAChangedFileChangesNothing(CapturedOutput output) {
        var changed = new RuleSet<>(
                APPROACH.name(),
                "rules-changed/approach",
                APPROACH.title(),
                APPROACH.used(),
                APPROACH.facts(),
                APPROACH.verdicts(),
                APPROACH.tables());

        desk.publisher().ship(changed);

        assertThat(output.getOut().lines().filter(line -> line.contains("outreach/approach")))
                .singleElement()
                .asString()
                .contains("differ from its version 1 in the database");
        assertThat(desk.rules().versions(APPROACH)).hasSize(1);
        assertThat(desk.decide().reasons()).noneMatch(reason -> reason.contains("Changed"));
    }

    @Test
    void usesANewVersionFromItsTimeOnAndStillKnowsTheOld() {
        var first = desk.decide();
        var version = desk.publish("a new reason", Instant.now().plusSeconds(3600));

        assertThat(desk.decide().version()).isEqualTo(1);
        desk.jdbc()
                .sql("update playbook.rule_version set valid_from = current_timestamp where number = 2")
                .update();

        assertThat(desk.decide().reasons()).containsExactly("APP-04: a new reason");
        assertThat(desk.decide().version()).isEqualTo(version.number()).isEqualTo(2);
        assertThat(desk.rules().decision(first.id())).isEqualTo(first);
        assertThat(RulesDesk.on(source).decide().version()).isEqualTo(2);
    }

    @Test
    void letsNoVersionStartInThePast() {
        var before = Instant.now().minusSeconds(5);

        var version = desk.publish("backdated", Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(version.validFrom()).isAfter(before);
    }

    @Test
    void makesNoVersionOfRowsTheGateRefuses() {
        var rows = new Content(Map.of("approach", "APP-04,,true,true,COLD,,\"x\\\"\"); evil(); //\"\n"), "");

        assertThatThrownBy(() -> desk.publisher().publish(APPROACH, rows, null, "maya", "rizal", "Try it"))
                .isInstanceOf(RowsRefused.class);
        assertThat(desk.rules().versions(APPROACH)).hasSize(1);
    }

    @Test
    void letsNobodyApproveTheirOwnRows() {
        var rows = desk.rules().versions(APPROACH).get(0).content();

        assertThatThrownBy(() -> desk.publisher().publish(APPROACH, rows, null, "maya", "maya", "Try it"))
                .hasMessageContaining("Somebody else");
    }

    @Test
    void refusesRowsThatWereChangedInTheDatabase() {
        desk.jdbc()
                .sql("update playbook.rule_version_table set csv = replace(csv, 'COLD', 'WARM')")
                .update();

        assertThatThrownBy(() -> RulesDesk.on(source)).hasMessageContaining("not the one that was approved");
    }

    @Test
    void neverMixesVersionsWhilePublishing() throws Exception {
        desk.publish("version 2", null);
        var threads = Executors.newFixedThreadPool(3);
        var publishing = new AtomicBoolean(true);
        Callable<List<Decision>> deciding = () -> {
            var decisions = new ArrayList<Decision>();
            while (publishing.get()) {
                decisions.add(desk.decide());
            }
            return decisions;
        };
        try {
            var first = threads.submit(deciding);
            var second = threads.submit(deciding);
            IntStream.rangeClosed(3, 20).forEach(number -> desk.publish("version " + number, null));
            publishing.set(false);

            assertThat(first.get()).isNotEmpty().allSatisfy(RulesTests::isOfOneVersion);
            assertThat(second.get()).isNotEmpty().allSatisfy(RulesTests::isOfOneVersion);
        } finally {
            threads.shutdownNow();
        }
    }

    public record Gap(BigDecimal share) {}

    private static void isOfOneVersion(Decision decision) {
        assertThat(decision.reasons()).containsExactly("APP-04: version " + decision.version());
    }
}
