package com.clario.playbook.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever guesses has to wait, and nobody is shut out by what others guess. */
@PlaybookTest
class GuessingTests {

    private static final int FREE = 5;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private Visitor stranger;

    @BeforeEach
    void stranger() {
        stranger = visitor();
        jdbc.sql("delete from playbook.knock").update();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
        jdbc.sql("delete from playbook.knock").update();
    }

    @Test
    void isToldUntilWhenToWait() {
        guess("admin", FREE - 1);
        assertThat(said()).contains("Name and password do not fit together.").doesNotContain("Try again");
        guess("admin", 1);
        assertThat(said()).containsPattern("do not fit together. Try again in one minute, at \\d\\d:\\d\\d:\\d\\d\\.");

        assertThat(isIn(stranger.signIn("admin", "admin"))).isFalse();
        assertThat(said()).contains("Too many passwords were wrong. Try again in one minute");
        later(Duration.ofSeconds(61));
        assertThat(isIn(stranger.signIn("admin", "admin"))).isTrue();
    }

    @Test
    void waitsForMinutesAtMostHoweverOftenSomebodyGuessed() {
        guess("admin", FREE);
        for (int more = 0; more < 12; more++) {
            later(Duration.ofMinutes(6));
            guess("admin", 1);
        }
        assertThat(said()).contains("Try again in 5 minutes");
        later(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(isIn(stranger.signIn("admin", "admin"))).isTrue();
    }

    @Test
    void neverShutsOutABrowserItsPersonHasSignedInWith() {
        var admin = visitor();
        admin.signIn("admin", "admin");
        admin.submit("/login", "/logout", Map.of());
        guess("admin", FREE + 1);
        assertThat(isIn(stranger.signIn("admin", "admin"))).isFalse();

        assertThat(isIn(admin.signIn("admin", "admin"))).isTrue();
        assertThat(isIn(stranger.signIn("admin", "admin"))).isFalse();
    }

    @Test
    void knowsABrowserOnlyForItsOwnPerson() {
        var lina = visitor();
        lina.signIn("lina", "lina");
        lina.submit("/login", "/logout", Map.of());
        guess("admin", FREE);

        assertThat(isIn(lina.signIn("admin", "admin"))).isFalse();
    }

    @Test
    void makesAKnownBrowserWaitAsWell() {
        stranger.signIn("lina", "lina");
        stranger.submit("/login", "/logout", Map.of());
        guess("lina", FREE);

        assertThat(isIn(stranger.signIn("lina", "lina"))).isFalse();
        assertThat(isIn(visitor().signIn("lina", "lina"))).isTrue();
    }

    @Test
    void learnsNothingAboutWhoWorksHere() {
        guess("nobody", FREE);
        assertThat(said()).contains("do not fit together. Try again in one minute");
        guess("nobody", 1);
        assertThat(said()).contains("Too many passwords were wrong.");
    }

    @Test
    void waitsAfterTryingManyNames() {
        for (int name = 0; name < 50; name++) {
            guess("name" + name, 1);
        }
        guess("sari", 1);
        assertThat(said()).contains("Too many passwords were wrong.");
        assertThat(jdbc.sql("select count(*) from playbook.knock where name = 'sari'")
                        .query(Long.class)
                        .single())
                .as("what an address says in vain does not count against the name any more")
                .isZero();
    }

    @Test
    void readsNoNameThatCannotBeOne() {
        for (var name : new String[] {"x".repeat(70), "a\u0000b", "' or 1=1", "ńina"}) {
            guess(name, 1);
            assertThat(said()).contains("Name and password do not fit together.");
        }
        assertThat(jdbc.sql("select count(*) from playbook.knock where name <> ''")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void gainsNothingByGuessingAllAtOnce() {
        var guesses = IntStream.range(0, 12)
                .mapToObj(guess -> CompletableFuture.runAsync(() -> visitor().signIn("maya", "wrong")))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(guesses).join();

        assertThat(jdbc.sql("select failed from playbook.knock where name = 'maya'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(FREE);
    }

    private void guess(String name, int often) {
        for (int guess = 0; guess < often; guess++) {
            assertThat(isIn(stranger.signIn(name, "wrong"))).isFalse();
        }
    }

    private String said() {
        return stranger.get("/login?error").body();
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return !answer.headers().firstValue("Location").orElseThrow().contains("/login");
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private Visitor visitor() {
        return new Visitor(port, engine.getName());
    }
}
