package com.clario.playbook.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PaceTests {

    private Instant now = Instant.parse("2026-11-23T03:00:10Z");
    private final Pace pace = new Pace(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            2);

    @Test
    void allowsSoManyCallsInAMinuteAndThenNamesTheWait() {
        assertThat(pace.tooFast("a")).isEmpty();
        assertThat(pace.tooFast("a")).isEmpty();
        assertThat(pace.tooFast("a")).contains(50L);
        assertThat(pace.tooFast("b")).isEmpty();

        now = now.plus(Duration.ofSeconds(50));
        assertThat(pace.tooFast("a")).isEmpty();
    }
}
