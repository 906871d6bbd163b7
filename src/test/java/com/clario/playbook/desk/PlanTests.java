package com.clario.playbook.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTests {

    @Test
    void saysHowManyDaysAreLeftOrOver() {
        assertThat(words(12)).isEqualTo("12 days left");
        assertThat(words(1)).isEqualTo("1 day left");
        assertThat(words(0)).isEqualTo("ends today");
        assertThat(words(-1)).isEqualTo("1 day over");
        assertThat(words(-3)).isEqualTo("3 days over");
        assertThat(new Plan(null, null, false).words()).isEqualTo("goes on");
    }

    private static String words(long daysLeft) {
        return new Plan(null, daysLeft, false).words();
    }
}
