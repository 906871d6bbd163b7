package com.clario.playbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@PlaybookTest
class CleanUpTests {

    @Autowired
    ProcessEngine engine;

    @Value("${playbook.zone}")
    ZoneId zone;

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-23T02:00:00Z", "2026-11-23T17:59:00Z", "2026-11-23T19:00:00Z", "2026-12-31T23:30:00Z"})
    void clearsHistoryAwayAtNightWhereTheBusinessIs(Instant now) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var window = settings.getBatchWindowManager().getCurrentOrNextBatchWindow(Date.from(now), settings);

        assertThat(clock(window.getStart())).isEqualTo(LocalTime.of(1, 0));
        assertThat(clock(window.getEnd())).isEqualTo(LocalTime.of(4, 0));
        assertThat(window.getEnd()).isAfter(Date.from(now));
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P365D");
    }

    private LocalTime clock(Date moment) {
        return LocalTime.ofInstant(moment.toInstant(), zone);
    }
}
