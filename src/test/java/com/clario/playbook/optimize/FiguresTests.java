package com.clario.playbook.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void setsFiguresBesideTheirTargets() {
        var figures = figures(16_000_000L, 120_000_000L);

        assertThat(figures.revenueReached()).isEqualByComparingTo("80.0");
        assertThat(figures.revenueShare()).isEqualByComparingTo("13.3");
    }

    @Test
    void asksTheRulesWithExactAmounts() {
        assertThat(figures(999_999_999_999L, 1_000_000_000_000L).facts(3))
                .isEqualTo(new ReviewFacts(
                        3, 42, 40, new BigDecimal("999999999999"), new BigDecimal("20000000"), 92, 90, 0));
    }

    @Test
    void hasNoPartOfNothing() {
        assertThat(figures(0L, 0L).revenueShare()).isZero();
    }

    @Test
    void refusesMoreFromOnePartnerThanFromAll() {
        refuses(
                () -> figures(120_000_001L, 120_000_000L),
                "Revenue from this partner: Rp 120.000.001 is more than our total revenue of Rp 120.000.000; correct"
                        + " one of them.");
    }

    @Test
    void refusesWhatCannotBe() {
        refuses(
                () -> figures(-1L, 10L),
                "Revenue from this partner: enter an amount from Rp 0 to Rp 1.000.000.000.000.");
        refuses(() -> figures(null, 10L), "Revenue from this partner: enter an amount");
        refuses(
                () -> Figures.entered(1, 0, 1L, 1L, 1L, 1, 1, 0, null),
                "Target for referrals: enter a whole number from 1 to 1000000.");
        refuses(
                () -> Figures.entered(1, 1, 1L, 0L, 1L, 1, 1, 0, null),
                "Target for revenue: enter an amount from Rp 1");
        refuses(() -> Figures.entered(1, 1, 1L, 1L, 1L, 101, 1, 0, null), "Customers of this partner who stayed");
        refuses(() -> Figures.entered(1, 1, 1L, 1L, 1L, 1, null, 0, null), "Direct customers who stayed");
        refuses(() -> Figures.entered(1, 1, 1L, 1L, 1L, 1, 1, -1, null), "Open complaints");
    }

    private static Figures figures(Long partner, Long total) {
        return Figures.entered(42, 40, partner, 20_000_000L, total, 92, 90, 0, " ");
    }

    private static void refuses(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
