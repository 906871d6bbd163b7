package com.clario.playbook.engine.form;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.engine.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTests {

    @Test
    void callsADayByTheLabelPeopleSee() {
        var form = FormReader.read(getClass().getResourceAsStream("/processes/3-negotiation/planPilot.form"));

        assertThatThrownBy(() -> form.readSome(Map.of("startsOn", "soon"), new Nowhere()))
                .isInstanceOf(Refusal.class)
                .hasMessage("“First day” must be a date such as 2026-01-31.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1905-01-31", "2016-11-21", "2036-11-23", "9999-12-31"})
    void takesNoDayOfAnotherAge(String day) {
        var form = FormReader.read(getClass().getResourceAsStream("/processes/4-launch/announcePartnership.form"));

        assertThatThrownBy(() -> form.readSome(Map.of("announcedOn", day), new Nowhere()))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("is more than ten years away; check the year.");
    }

    private record Nowhere() implements Surroundings {

        @Override
        public Object valueOf(String expression) {
            return null;
        }

        @Override
        public Object variable(String name) {
            return null;
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 11, 22);
        }

        @Override
        public Surroundings with(Map<String, ?> fields) {
            return this;
        }
    }
}
