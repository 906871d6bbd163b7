package com.clario.playbook.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PilotPlanTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void countsEachNamedCustomerOnce() {
        assertThat(PilotPlan.names("Kopi Satu\n\n  Warung  Dua \r\nkopi satu\n\t\n"))
                .containsExactly("Kopi Satu", "Warung Dua");
    }

    @Test
    void refusesAnEndlessName() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PilotPlan.names("x".repeat(201)))
                .withMessageContaining("a line of its own");
    }

    @Test
    void startsTodayOrLater() {
        assertThat(PilotPlan.startFrom("2026-11-23", TODAY)).isEqualTo(TODAY);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PilotPlan.startFrom("2026-11-22", TODAY))
                .withMessage("First day: a pilot cannot start in the past; choose today or a later day.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9", "5.1", "good", "-1", "4e0", "1e999999999", "30e-1", "4.0000000000"})
    void refusesAnswersOffTheScale(String answer) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PilotPlan.satisfaction("Satisfaction", answer))
                .withMessage("Satisfaction: enter a number from 1 to 5.");
    }

    @Test
    void refusesPercentagesBeyondAll() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new PilotPlan(
                        List.of("a"), TODAY, 30, 101, BigDecimal.ONE, "Nobody stays", "All of it", "FREE"))
                .withMessage("Customers active at the end: enter 1 to 100 %.");
    }

    @Test
    void runsForItsDaysAndOnceHalfAsLongAgain() {
        var pilot = pilot(30, null);

        assertThat(pilot.lastDay()).isEqualTo(TODAY.plusDays(29));
        assertThat(pilot.extendedFrom(TODAY.plusDays(31))).isEqualTo(TODAY.plusDays(46));
        assertThat(pilot(14, null).extendedFrom(TODAY)).isEqualTo(TODAY.plusDays(14));
        assertThat(pilot(30, TODAY.plusDays(46)).lastDay()).isEqualTo(TODAY.plusDays(46));
    }

    private static Pilot pilot(int days, LocalDate extendedUntil) {
        return new Pilot(
                "moka-1",
                List.of("Kopi Satu"),
                TODAY,
                days,
                60,
                new BigDecimal("4.0"),
                "Nobody stays",
                "All of it",
                "FREE",
                "sari",
                null,
                null,
                0,
                extendedUntil,
                null,
                List.of(),
                null);
    }
}
