package com.clario.playbook.rules;

import static com.clario.playbook.rules.RulesDesk.APPROACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Failures;
import com.clario.playbook.rules.version.Version;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A new version is taken into use without anybody noticing more than its rows. */
@ExtendWith(OutputCaptureExtension.class)
class ActivationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HeldCompiler compiler = new HeldCompiler();
    private JdbcConnectionPool source;
    private RulesDesk desk;
    private RulesDesk other;

    @BeforeEach
    void openTwoNodes() {
        source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        RulesDesk.migrate(source, "h2");
        desk = RulesDesk.on(source);
        desk.publish("version 2", null);
        other = RulesDesk.on(source, compiler);
    }

    @AfterEach
    void close() {
        compiler.letGo();
        other.bases().close();
        desk.bases().close();
    }

    @Test
    void decidesByTheOldVersionWhileTheNewerCompiles() {
        compiler.hold();
        var before = compiler.asked.get();
        desk.publish("version 3", null);

        var meanwhile = IntStream.range(0, 50).mapToObj(i -> other.decide()).toList();

        assertThat(meanwhile).allSatisfy(decision -> {
            assertThat(decision.version()).isEqualTo(2);
            isOfOneVersion(decision);
        });
        await().atMost(PATIENCE).until(() -> compiler.asked.get() == before + 1);
        compiler.letGo();
        await().atMost(PATIENCE).until(() -> other.decide().version() == 3);
        isOfOneVersion(other.decide());
        assertThat(compiler.asked).hasValue(before + 1);
    }

    @Test
    void neverMixesAHundredVersionsOnTwoNodes() throws Exception {
        var publishing = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var deciding = List.of(desk, desk, desk, other).stream()
                    .map(node -> threads.submit(decideWhile(publishing, node)))
                    .toList();
            IntStream.rangeClosed(3, 102).forEach(number -> desk.publish("version " + number, null));
            publishing.set(false);

            for (var decided : deciding) {
                assertThat(decided.get()).isNotEmpty().allSatisfy(ActivationTests::isOfOneVersion);
            }
            await().atMost(PATIENCE).until(() -> other.decide().version() == 102);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<List<Decision>> decideWhile(AtomicBoolean publishing, RulesDesk node) {
        return () -> {
            var decisions = new ArrayList<Decision>();
            while (publishing.get()) {
                decisions.add(node.decide());
                // Else four threads take both cores from the compiler, and a hundred versions take minutes.
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
            return decisions;
        };
    }

    @Test
    void compilesTwoDraftsAtOnceEachFromItsOwnRows() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var both = List.of("mine", "yours").stream()
                    .map(whose -> threads.submit(() -> IntStream.range(0, 10)
                            .mapToObj(i -> whose + " " + i)
                            .filter(reason -> !reasonOf(reason).equals(reason))
                            .toList()))
                    .toList();

            for (var wrong : both) {
                assertThat(wrong.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String reasonOf(String reason) {
        var content = desk.publisher().check(APPROACH, content(reason));
        return desk.bases()
                .compile(APPROACH, content.gated(APPROACH))
                .judge(RulesDesk.COLD)
                .list()
                .get(0)
                .reason();
    }

    @Test
    void keepsTheOldVersionInUseWhereTheNewerDoesNotCompile(CapturedOutput output) {
        var version = desk.publish("slow to compile", null);

        await().atMost(PATIENCE).until(() -> {
            other.decide();
            return Failures.of(other.bases(), APPROACH, version).isPresent();
        });
        IntStream.range(0, 20).forEach(i -> other.decide());

        assertThat(other.decide().version()).isEqualTo(2);
        assertThat(desk.decide().version()).isEqualTo(3);
        assertThat(output.getOut().lines().filter(line -> line.contains("does not compile on this node")))
                .singleElement()
                .asString()
                .contains("Version 3 of rule set outreach/approach", "Version 2 stays in use");
        assertThat(Failures.of(other.bases(), APPROACH, version).orElseThrow()).contains("took longer");
    }

    @Test
    void startsWithTheVersionBeforeWhereTheNewestDoesNotCompile() {
        desk.publish("slow to compile", null);

        var restarted = RulesDesk.on(source, compiler);

        assertThat(restarted.decide().version()).isEqualTo(2);
    }

    @Test
    void goesOnByTheOldVersionWhereTheNewerWasTamperedWith() {
        compiler.hold();
        var version = desk.publish("version 3", null);
        desk.jdbc()
                .sql("update playbook.rule_version_table set csv = replace(csv, 'version 3', 'version x')")
                .update();
        compiler.letGo();

        await().atMost(PATIENCE).until(() -> {
            other.decide();
            return Failures.of(other.bases(), APPROACH, version).isPresent();
        });

        assertThat(other.decide().version()).isEqualTo(2);
    }

    @Test
    void compilesWhatIsTriedAgainOnlyOnce() {
        var rows = content("tried").gated(APPROACH);
        var before = compiler.asked.get();

        var first = other.bases().compile(APPROACH, rows);
        var again = other.bases().compile(APPROACH, content("tried").gated(APPROACH));

        assertThat(again).isSameAs(first);
        assertThat(compiler.asked).hasValue(before + 1);
    }

    @Test
    void triesAgainWhatDidNotCompile() {
        var rows = content("slow to compile").gated(APPROACH);
        var before = compiler.asked.get();

        assertThatThrownBy(() -> other.bases().compile(APPROACH, rows)).hasMessageContaining("took longer");
        assertThatThrownBy(() -> other.bases().compile(APPROACH, rows)).hasMessageContaining("took longer");

        assertThat(compiler.asked).hasValue(before + 2);
    }

    @Test
    void keepsFewOfTheBasesItCompiled() {
        var bases = IntStream.rangeClosed(3, 34)
                .mapToObj(number -> desk.publish("version " + number, null))
                .map(version -> new WeakReference<>(desk.bases().of(APPROACH, version.mark())))
                .toList();
        desk.decide();

        await().atMost(PATIENCE).until(() -> {
            System.gc();
            return bases.stream()
                            .map(WeakReference::get)
                            .filter(Objects::nonNull)
                            .count()
                    <= 21;
        });
        assertThat(desk.decide().version()).isEqualTo(34);
    }

    @Test
    void usesTheOldContentUnderTheNumberOfTheVersionThatBringsItBack() {
        desk.publish("version 3", null);
        assertThat(desk.decide().version()).isEqualTo(3);

        desk.publish("version 2", null);

        assertThat(desk.decide().version()).isEqualTo(4);
        assertThat(desk.decide().reasons()).containsExactly("APP-04: version 2");
    }

    @Test
    void makesNoVersionOfRowsThatACaseSpeaksAgainst() {
        var cases = "case,mutualContact,contactMayBeMailed,contactHasMail,verdict,rows\n"
                + "Nobody to introduce us,false,true,true,WARM,APP-04\n";

        assertThatThrownBy(() -> desk.publisher()
                        .publish(APPROACH, new Content(content("x").tables(), cases), null, "maya", "rizal", "Try it"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nobody to introduce us: the verdict is Cold, not Warm");
        assertThat(desk.rules().versions(APPROACH)).extracting(Version::number).containsExactly(2, 1);
    }

    @Test
    void makesNoVersionWithCasesNobodyCanRead() {
        var content = new Content(content("x").tables(), "case,verdict,rows\nA case,COLD,APP-04\n");

        assertThatThrownBy(() -> desk.publisher().publish(APPROACH, content, null, "maya", "rizal", "Try it"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The cases cannot be read");
    }

    @Test
    void letsNobodyApproveWhoWroteSomeOfIt() {
        assertThatThrownBy(() -> desk.publisher()
                        .publish(APPROACH, content("x"), null, "maya", Set.of("maya", "rizal"), "rizal", "Try it"))
                .hasMessageContaining("Somebody else than the author");
    }

    private static Content content(String reason) {
        return new Content(Map.of("approach", "APP-04,,true,true,COLD,," + reason + "\n"), "");
    }

    private static void isOfOneVersion(Decision decision) {
        assertThat(decision.reasons()).containsExactly("APP-04: version " + decision.version());
    }
}
