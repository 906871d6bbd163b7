package com.clario.playbook.negotiation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTests {

    record Sale(BigDecimal gross, String currency, BigDecimal percent) {}

    static Stream<Sale> sales() {
        var random = new Random(20_261_123);
        return IntStream.range(0, 5_000).mapToObj(sale -> {
            var currency = random.nextBoolean() ? "IDR" : "USD";
            var scale = currency.equals("IDR") ? 0 : 2;
            return new Sale(
                    BigDecimal.valueOf(random.nextLong(-10_000_000_000L, 10_000_000_000L), scale),
                    currency,
                    BigDecimal.valueOf(random.nextInt(0, 10_001), 2));
        });
    }

    @Test
    void givesMokaSeventyPercentOfTwoHundredThousandRupiah() {
        var split = Split.of(Amounts.rupiah(200_000), new BigDecimal("70"));

        assertThat(Amounts.shown(split.partner())).isEqualTo("Rp 140.000");
        assertThat(Amounts.shown(split.us())).isEqualTo("Rp 60.000");
    }

    @ParameterizedTest
    @CsvSource({
        "99, 50, 50, 49",
        "1, 50, 1, 0",
        "-99, 50, -50, -49",
        "101, 33.33, 34, 67",
        "200000, 0, 0, 200000",
        "200000, 100, 200000, 0"
    })
    void roundsThePartnersShareHalfUpAndKeepsTheRest(long gross, String percent, long partner, long us) {
        assertThat(Split.of(Amounts.rupiah(gross), new BigDecimal(percent)))
                .isEqualTo(new Split(Amounts.rupiah(partner), Amounts.rupiah(us)));
    }

    @ParameterizedTest
    @MethodSource("sales")
    void alwaysAddsUp(Sale sale) {
        var gross = Amounts.of(sale.gross(), sale.currency());
        var split = Split.of(gross, sale.percent());

        assertThat(split.partner().add(split.us())).isEqualTo(gross);
        assertThat(Amounts.number(split.partner()).stripTrailingZeros().scale())
                .isLessThanOrEqualTo(Amounts.scale(sale.currency()));
        assertThat(Split.of(gross.negate(), sale.percent()).partner())
                .isEqualTo(split.partner().negate());
    }

    @Test
    void refusesSharesBeyondTheWhole() {
        assertThatThrownBy(() -> Split.of(Amounts.rupiah(1), new BigDecimal("100.01")))
                .hasMessageContaining("between 0 and 100");
        assertThatThrownBy(() -> Split.of(Amounts.rupiah(1), new BigDecimal("-1")))
                .hasMessageContaining("between 0 and 100");
    }

    @Test
    void writesAmountsAsPeopleDo() {
        assertThat(Amounts.shown(Amounts.rupiah(1_250_000))).isEqualTo("Rp 1.250.000");
        assertThat(Amounts.shown(Amounts.rupiah(0))).isEqualTo("Rp 0");
        assertThat(Amounts.shown(Amounts.of(new BigDecimal("1234.5"), "USD"))).isEqualTo("USD 1.234,50");
    }
}
