package com.clario.playbook.optimize.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FiguresTests {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Period MONTH = new Period(OCTOBER, OCTOBER, false);

    @Test
    void setsFiguresBesideTheirTargets() {
        var figures = sold(16_000_000L, 120_000_000L).of(MONTH, Model.WHITE_LABEL);

        assertThat(figures.lines())
                .containsEntry("Month", "Oct 2026")
                .containsEntry("Referrals", "42 of 40 (105.0 %)")
                .containsEntry("Revenue from this partner", "Rp 16.000.000 of Rp 20.000.000 (80.0 %)")
                .containsEntry("Part of our total revenue", "13.3 % of Rp 120.000.000")
                .containsEntry("Customers who stayed", "92 % from this partner, 90 % direct")
                .doesNotContainKey("Connected customers");
    }

    @Test
    void hasNoPartOfNothing() {
        assertThat(sold(0L, 0L).of(MONTH, Model.RESELLER).revenue().share()).isZero();
    }

    @Test
    void countsCustomersAndLeadsOfAnIntegrationAndNeverZeroRevenue() {
        var figures = connected(12, 10, 4, 5, null, null).of(MONTH, Model.INTEGRATION);

        assertThat(figures.lines())
                .containsEntry("Connected customers", "12 of 10 (120.0 %)")
                .containsEntry("Leads", "4 of 5 (80.0 %)")
                .containsEntry("Revenue from this partner", "not measured")
                .containsEntry("Part of our total revenue", "not measured")
                .containsEntry("Customers who stayed", "not measured")
                .doesNotContainKey("Referrals");
        assertThat(figures.volume()).isEqualTo("12 of 10 (120.0 %) connected, 4 of 5 (80.0 %) leads");
        assertThat(figures.lines().values()).noneMatch(line -> line.contains("Rp 0"));
    }

    @Test
    void showsTheRevenueOfAnIntegrationWhereSomebodyMeasuresIt() {
        var figures = connected(12, 10, 4, 5, 5_000_000L, 50_000_000L).of(MONTH, Model.INTEGRATION);

        assertThat(figures.revenueLine()).isEqualTo("Rp 5.000.000");
        assertThat(figures.shareLine()).isEqualTo("10.0 % of Rp 50.000.000");
        refuses(
                () -> connected(12, 10, 4, 5, 5_000_000L, null).of(MONTH, Model.INTEGRATION),
                "Our total revenue: enter an amount");
    }

    @Test
    void asksEveryModelForWhatItCountsByName() {
        refuses(
                () -> sold(1L, 2L).of(MONTH, Model.INTEGRATION),
                "Connected customers: enter a whole number from 0 to 1000000.");
        refuses(
                () -> connected(12, 10, null, 5, null, null).of(MONTH, Model.INTEGRATION),
                "Leads: enter a whole number");
        refuses(
                () -> connected(12, 0, 4, 5, null, null).of(MONTH, Model.INTEGRATION),
                "Target for connected customers: enter a whole number from 1 to 1000000.");
        for (var model : List.of(Model.RESELLER, Model.WHITE_LABEL, Model.REFERRAL)) {
            refuses(
                    () -> connected(12, 10, 4, 5, 1L, 2L).of(MONTH, model),
                    "Referrals: enter a whole number from 0 to 1000000.");
            refuses(() -> sold(null, 10L).of(MONTH, model), "Revenue from this partner: enter an amount");
        }
    }

    @Test
    void refusesMoreFromOnePartnerThanFromAll() {
        refuses(
                () -> sold(120_000_001L, 120_000_000L).of(MONTH, Model.WHITE_LABEL),
                "Revenue from this partner: Rp 120.000.001 is more than our total revenue of Rp 120.000.000; correct"
                        + " one of them.");
    }

    @Test
    void refusesWhatCannotBe() {
        refuses(
                () -> sold(-1L, 10L).of(MONTH, Model.WHITE_LABEL),
                "Revenue from this partner: enter an amount from Rp 0 to Rp 1.000.000.000.000.");
        refuses(() -> form(1, 0, 1L, 1L, 1, 1, 0), "Target for referrals: enter a whole number from 1 to 1000000.");
        refuses(() -> form(1, 1, 1L, 0L, 1, 1, 0), "Target for revenue: enter an amount from Rp 1");
        refuses(() -> form(1, 1, 1L, 1L, 101, 1, 0), "Customers of this partner who stayed: enter a whole number");
        refuses(
                () -> form(1, 1, 1L, 1L, 1, null, 0),
                "Direct customers who stayed: fill it in, or leave both empty while nobody can have left.");
        refuses(() -> form(1, 1, 1L, 1L, 1, 1, -1), "Open complaints");
    }

    @Test
    void comparesWithATargetExactlyAndDownwards() {
        assertThat(measured("79999999").percentOf(measured("100000000"))).isEqualByComparingTo("79.99");
        assertThat(measured("1").percentOf(Measured.read("not measured"))).isNull();
        assertThat(measured("1").percentOf(measured("0"))).isNull();
        assertThat(measured("92").above(measured("90"))).isEqualByComparingTo("2");
        assertThat(measured("92").above(Measured.read(""))).isNull();
    }

    private static Measured measured(String number) {
        return Measured.of(new BigDecimal(number));
    }

    private static FiguresForm sold(Long partner, Long total) {
        return new FiguresForm(null, 42, 40, null, null, null, null, partner, 20_000_000L, total, 92, 90, 0, " ");
    }

    private static FiguresForm connected(
            Integer connected, Integer target, Integer leads, Integer leadTarget, Long revenue, Long total) {
        return new FiguresForm(
                null, null, null, connected, target, leads, leadTarget, revenue, null, total, null, null, 0, null);
    }

    private static void form(
            Integer referrals,
            Integer target,
            Long revenue,
            Long revenueTarget,
            Integer kept,
            Integer direct,
            int open) {
        new FiguresForm(
                        null,
                        referrals,
                        target,
                        null,
                        null,
                        null,
                        null,
                        revenue,
                        revenueTarget,
                        1L,
                        kept,
                        direct,
                        open,
                        null)
                .of(MONTH, Model.WHITE_LABEL);
    }

    private static void refuses(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
