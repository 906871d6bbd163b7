package com.clario.playbook.negotiation.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.Money;

/** Amounts of money as we count and show them: {@code Rp 200.000}. */
public final class Amounts {

    public static final String RUPIAH = "IDR";

    /** Our own: the JDK gives the rupiah two decimals that nobody uses. */
    private static final Map<String, Integer> SCALES = Map.of(RUPIAH, 0, "USD", 2, "SGD", 2, "MYR", 2);

    private Amounts() {}

    public static MonetaryAmount of(BigDecimal number, String currency) {
        return Money.of(number.setScale(scale(currency), RoundingMode.HALF_UP), currency);
    }

    public static MonetaryAmount rupiah(long number) {
        return of(BigDecimal.valueOf(number), RUPIAH);
    }

    /** The plain number, such as a table stores it. */
    public static BigDecimal number(MonetaryAmount amount) {
        return amount.getNumber().numberValueExact(BigDecimal.class);
    }

    /** An amount as people here write it. */
    public static String shown(MonetaryAmount amount) {
        var currency = amount.getCurrency().getCurrencyCode();
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("id-ID")));
        format.setMinimumFractionDigits(scale(currency));
        format.setMaximumFractionDigits(scale(currency));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return (currency.equals(RUPIAH) ? "Rp" : currency) + " " + format.format(number(amount));
    }

    static int scale(String currency) {
        var scale = SCALES.get(currency);
        if (scale == null) {
            throw new IllegalArgumentException("We do not count in " + currency);
        }
        return scale;
    }
}
