package com.clario.playbook.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.access.key.ApiKey.Issued;
import com.clario.playbook.access.key.ApiKey.Scope;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class ApiKeysTests {

    @Autowired
    ApiKeys keys;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    People people;

    private String code;

    @BeforeEach
    void partnership() {
        code = CaseRun.of(house, "Jurnal", PartnerType.ACCOUNTING, Model.INTEGRATION)
                .code();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void areShownOnceAndKeptAsAFingerprint() {
        var issued = people.actAs("sari", this::issue);

        assertThat(issued.key().issuedBy()).isEqualTo("sari");
        assertThat(issued.toString()).doesNotContain(issued.text());
        var secret = KeyText.read(issued.text()).orElseThrow().secret();
        assertThat(jdbc.sql("select * from playbook.api_key where id = ?")
                        .param(issued.key().id())
                        .query()
                        .singleRow()
                        .values())
                .noneMatch(value -> String.valueOf(value).contains(secret));
        assertThat(keys.holding(issued.text()).map(ApiKey::id))
                .contains(issued.key().id());
    }

    @Test
    void areHeldOnlyByWhoeverHasTheSecret() {
        var one = KeyText.read(issue().text()).orElseThrow();
        var other = KeyText.read(issue().text()).orElseThrow();

        assertThat(keys.holding(new KeyText(one.id(), other.secret()).text())).isEmpty();
        assertThat(keys.holding(KeyText.drawn(new Random()).text())).isEmpty();
        assertThat(keys.holding("pbk_'; drop table api_key; --")).isEmpty();
    }

    @Test
    void liveTwoByTwo() {
        var first = issue();
        issue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(this::issue)
                .withMessage("Two keys are live already: revoke one before you issue another.");

        keys.revoke(code, first.key().id(), "Lost");
        issue();

        assertThat(keys.live(code)).hasSize(2).noneMatch(key -> key.id()
                .equals(first.key().id()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keys.revoke(code, first.key().id(), "Again"))
                .withMessage("This key is revoked already.");
    }

    @Test
    void liveTwoByTwoHoweverManyAskAtOnce() {
        var asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(this::issue))
                .toList();
        asked.forEach(one -> one.exceptionally(refused -> {
                    assertThat(Refusal.in(refused)).isPresent();
                    return null;
                })
                .join());

        assertThat(keys.live(code)).hasSizeBetween(1, 2);
    }

    @Test
    void areReplacedAtLeisure() {
        var old = issue();

        var next = keys.rotate(code, old.key().id(), Duration.ofDays(7));

        assertThat(keys.live(code))
                .extracting(ApiKey::id)
                .containsExactlyInAnyOrder(old.key().id(), next.key().id());
        later(Duration.ofDays(8));
        assertThat(keys.live(code))
                .extracting(ApiKey::id)
                .containsExactly(next.key().id());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keys.rotate(code, old.key().id(), Duration.ofDays(7)))
                .withMessage("This key is not live any more, so there is nothing to replace.");
        issue();
        assertThat(keys.live(code)).hasSize(2);
    }

    @Test
    void areNobodyElsesToEnd() {
        var issued = issue();
        var other = CaseRun.of(house, "Zahir", PartnerType.ACCOUNTING, Model.INTEGRATION)
                .code();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keys.revoke(other, issued.key().id(), "Not mine"));
        assertThat(keys.live(code)).hasSize(1);
    }

    @Test
    void rememberTheirUseByTheMinute() {
        var key = issue().key();
        keys.used(key);
        var first = keys.of(code).get(0);
        assertThat(first.lastUsedAt()).isNotNull();

        later(Duration.ofSeconds(30));
        keys.used(first);
        assertThat(keys.of(code).get(0).lastUsedAt()).isEqualTo(first.lastUsedAt());
        later(Duration.ofMinutes(2));
        keys.used(first);
        assertThat(keys.of(code).get(0).lastUsedAt()).isAfter(first.lastUsedAt());
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }

    private Issued issue() {
        return keys.issue(code, Scope.ACTIVITY, null);
    }
}
