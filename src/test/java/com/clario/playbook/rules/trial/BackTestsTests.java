package com.clario.playbook.rules.trial;

import static com.clario.playbook.rules.trial.TrialDesk.FIT;
import static com.clario.playbook.rules.trial.TrialDesk.MOKA;
import static com.clario.playbook.rules.trial.TrialDesk.edited;
import static com.clario.playbook.rules.trial.TrialDesk.fifteenPointsFrom;
import static com.clario.playbook.rules.trial.TrialDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.trial.BackTest.Flip;
import com.clario.playbook.rules.version.Content;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All recorded decisions judged by what is in force and by what is to come. */
class BackTestsTests {

    private TrialDesk node;

    @BeforeEach
    void open() {
        node = TrialDesk.onH2();
    }

    @Test
    void countExactlyWhatTenThousandDecisionsBecome() {
        node.record(10_000);

        var id = node.backTests().start(FIT, shipped(FIT), fifteenPointsFrom(6000, 6));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.backTests().find(id).orElseThrow().finished());

        var backTest = node.backTests().find(id).orElseThrow();
        assertThat(backTest.error()).isEmpty();
        assertThat(backTest.startedBy()).isEqualTo("maya");
        assertThat(backTest.total()).isEqualTo(10_000);
        assertThat(backTest.percent()).isEqualTo(100);
        var result = backTest.result().orElseThrow();
        assertThat(result.judged()).isEqualTo(10_000);
        assertThat(result.flipped()).isEqualTo(1000);
        assertThat(result.moved()).isEqualTo(4000);
        assertThat(result.turns()).isEqualTo(Map.of("STRONG → POSSIBLE", 1000L));
        assertThat(result.unread()).isZero();
        assertThat(result.flips()).hasSize(500);
        assertThat(result.flips().get(0).subject()).isEqualTo("shop-5999");
        assertThat(result.flips().get(499).subject()).isEqualTo("shop-5500");
    }

    @Test
    void listAFlipWithItsVerdictsAndTheRowsResponsible() {
        node.decide(withMerchants(5500), "moka-1");
        node.decide(withMerchants(30_000), "moka-2");

        var backTest = node.backTests().run(FIT, shipped(FIT), fifteenPointsFrom(6000, 5));

        var decision = node.desk().rules().decisions("moka-1").get(0);
        assertThat(backTest.flips())
                .containsExactly(new Flip(
                        decision.id(),
                        "moka-1",
                        decision.decidedAt(),
                        1,
                        "STRONG",
                        "STRONG",
                        "POSSIBLE",
                        List.of("FIT-02", "FIT-42"),
                        List.of("FIT-03", "FIT-43"),
                        List.of(),
                        Map.of("us", "45", "them", "50"),
                        Map.of("us", "35", "them", "50")));
    }

    @Test
    void nameTheRowThatGivesOtherPoints() {
        node.decide(withMerchants(5500), "moka-1");
        var fewer = edited(
                shipped(FIT),
                "points",
                "FIT-02,POS,,5000,20000,,,,,,,,,,MERCHANTS,15",
                "FIT-02,POS,,5000,20000,,,,,,,,,,MERCHANTS,9");

        var flip = node.backTests().run(FIT, shipped(FIT), fewer).flips().get(0);

        assertThat(flip.otherwise()).containsExactly("FIT-02");
        assertThat(flip.onlyBefore()).containsExactly("FIT-42");
    }

    @Test
    void countDecisionsTheRecordOfTodayCannotHold() {
        node.decide(MOKA, "moka-1");
        var facts = node.recorded().newest(FIT.name(), 1).get(0).facts();
        record(facts.replace("\"merchants\":", "\"shops\":"));
        record(facts.replace("\"merchants\":30000", "\"merchants\":\"many\""));
        record(facts.replace("\"merchants\":30000", "\"merchants\":30000.5"));
        record(facts.replace("\"upsell\":true", "\"upsell\":null"));
        record("not even JSON");
        record(facts.replace("{", "{\"askedNoLonger\":1,"));

        var result =
                node.backTests().run(FIT, shipped(FIT), shipped(FIT)).result().orElseThrow();

        assertThat(result.judged()).isEqualTo(2);
        assertThat(result.unreadable())
                .isEqualTo(Map.of(
                        "The fact merchants was not kept then, or was of another kind", 3L,
                        "The fact upsell was not kept then, or was of another kind", 1L,
                        "The facts are no JSON", 1L));
    }

    @Test
    void refuseWrongRowsBeforeAnythingBegins() {
        var wrong = edited(shipped(FIT), "verdict", "FIT-42,,,40", "FIT-42,,,many");

        assertThatThrownBy(() -> node.backTests().start(FIT, shipped(FIT), wrong))
                .isInstanceOf(RowsRefused.class);
        assertThat(count()).isZero();
    }

    @Test
    void showEveryNodeHowFarItIs() {
        node.record(2_000);
        var other = TrialDesk.on(node.source(), Clock.systemUTC());
        var seen = new ArrayList<Long>();

        node.recorded()
                .replay(
                        FIT,
                        Instant.EPOCH,
                        null,
                        node.snapshots().of(FIT, shipped(FIT)).base(),
                        1,
                        seen::add);
        var id = node.backTests().start(FIT, shipped(FIT), fifteenPointsFrom(6000, 5));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> other.backTests().find(id).orElseThrow().finished());

        assertThat(seen).containsExactly(500L, 1000L, 1500L, 2000L);
        assertThat(other.backTests().find(FIT, shipped(FIT), fifteenPointsFrom(6000, 5)))
                .isEqualTo(node.backTests().find(id));
        assertThat(other.backTests().find(FIT, shipped(FIT), shipped(FIT))).isEmpty();
    }

    @Test
    void areKeptWhileTheyRunOrAreNewOrAManagerDecidedByThem() {
        node.decide(MOKA, "moka-1");
        var jdbc = node.desk().jdbc();
        var shown = node.backTests().run(FIT, shipped(FIT), shipped(FIT)).id();
        jdbc.sql("insert into playbook.rule_change (rule_set, number, state, content, sha256, reason, submitted_by,"
                        + " submitted_at, base_version, started_from, back_test) values ('identify/fit', 1, 'ACTIVE',"
                        + " '', '', '', 'maya', current_timestamp, 1, 1, :shown)")
                .param("shown", shown)
                .update();
        var runs = node.backTests().run(FIT, shipped(FIT), shipped(FIT)).id();
        jdbc.sql("update playbook.rule_back_test set finished_at = null, result = null where id = :runs")
                .param("runs", runs)
                .update();

        var newest = IntStream.range(0, 8)
                .mapToObj(i ->
                        node.backTests().run(FIT, shipped(FIT), shipped(FIT)).id())
                .toList();

        assertThat(jdbc.sql("select id from playbook.rule_back_test order by id")
                        .query(Long.class)
                        .list())
                .startsWith(shown, runs)
                .endsWith(newest.subList(3, 8).toArray(Long[]::new))
                .hasSize(7);
    }

    @Test
    void doNotWaitForAServerThatIsGone() {
        node.desk()
                .jdbc()
                .sql("insert into playbook.rule_back_test (rule_set, before_sha256, after_sha256, started_by,"
                        + " started_at, seen_at, total, done) values ('identify/fit', 'a', 'b', 'maya',"
                        + " current_timestamp, current_timestamp, 100, 50)")
                .update();
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));

        assertThat(node.backTests().find(1).orElseThrow().finished()).isFalse();
        assertThat(TrialDesk.on(node.source(), later)
                        .backTests()
                        .find(1)
                        .orElseThrow()
                        .error())
                .isEqualTo("It stopped before its end, as its server did; start it again");
    }

    @Test
    void waitAsLongAsOthersTakeWithoutBeingGivenUp() {
        var clock = new HeldClock();
        var held = TrialDesk.on(node.source(), clock);
        var first = held.backTests().start(FIT, shipped(FIT), fifteenPointsFrom(6000, 5));
        var second = held.backTests().start(FIT, shipped(FIT), fifteenPointsFrom(7000, 5));
        clock.later(Duration.ofMinutes(6));
        assertThat(held.backTests().find(second).orElseThrow().failed()).isTrue();

        clock.letGo(1);

        await().atMost(Duration.ofMinutes(1))
                .until(() -> !held.backTests().find(second).orElseThrow().finished());
        clock.letGo(1000);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> held.backTests().find(second).orElseThrow().finished());
        assertThat(held.backTests().find(first).orElseThrow().error()).isEmpty();
        assertThat(held.backTests().find(second).orElseThrow().error()).isEmpty();
    }

    @Test
    void sayThatTheyWereStoppedWithTheirServer() {
        node.record(600);
        node.backTests().close();

        assertThat(node.backTests().run(FIT, shipped(FIT), shipped(FIT)).error())
                .isEqualTo("It was stopped with its server; start it again");
    }

    @Test
    void giveTheResultsOfTheirOwnTwoContentsWhileVersionsArePublished() throws Exception {
        node.record(1_500);
        var limits = List.of(1100, 1200, 1300, 1400);
        var publishing = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(3);
        try {
            var publisher = threads.submit(() -> {
                for (var limit = 0; publishing.get(); limit = (limit + 1) % 300) {
                    node.desk()
                            .publisher()
                            .publish(
                                    FIT,
                                    unproven(manyPointsFrom(1050 + limit)),
                                    null,
                                    "maya",
                                    "rizal",
                                    "Another limit");
                }
                return null;
            });
            List<Callable<BackTest>> runs = limits.stream()
                    .<Callable<BackTest>>map(
                            limit -> () -> node.backTests().run(FIT, manyPointsFrom(1000), manyPointsFrom(limit)))
                    .toList();
            var backTests = threads.invokeAll(runs);
            publishing.set(false);
            publisher.get();

            for (var i = 0; i < limits.size(); i++) {
                // From a thousand up to the limit, and Moka itself has thirty thousand.
                assertThat(backTests.get(i).get().flipped()).isEqualTo(limits.get(i) - 1000L);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stands still unless it is moved, and keeps the thread of the back-tests waiting for the time. */
    private static final class HeldClock extends Clock {

        private final Semaphore turns = new Semaphore(0);
        private volatile Instant now = Instant.parse("2026-06-01T09:00:00Z");

        void later(Duration by) {
            now = now.plus(by);
        }

        void letGo(int times) {
            turns.release(times);
        }

        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().equals("rule-back-test")) {
                turns.acquireUninterruptibly();
            }
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Makes a small partner a strong one from this many merchants on. */
    private static Content manyPointsFrom(int merchants) {
        return edited(
                shipped(FIT),
                "points",
                "FIT-03,POS,,1000,5000,,,,,,,,,,MERCHANTS,5",
                "FIT-03,POS,," + merchants + ",5000,,,,,,,,,,MERCHANTS,15");
    }

    /** Its cases prove other limits, and no version is published against its cases. */
    private static Content unproven(Content content) {
        return new Content(content.tables(), "");
    }

    private static FitFacts withMerchants(int merchants) {
        return (FitFacts)
                Facts.reach(MOKA, "merchants", BigDecimal.valueOf(merchants)).orElseThrow();
    }

    private void record(String facts) {
        node.desk()
                .jdbc()
                .sql("insert into playbook.decision (rule_set, version, subject, decided_at, decided_by, verdict,"
                        + " facts, sums) values (:set, 1, 'old-1', :at, 'sari', 'POOR', :facts, '{}')")
                .param("set", FIT.name())
                .param("at", Instant.parse("2025-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                .param("facts", facts)
                .update();
    }

    private long count() {
        return node.desk()
                .jdbc()
                .sql("select count(*) from playbook.rule_back_test")
                .query(Long.class)
                .single();
    }
}
