package com.clario.playbook.negotiation.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.MonetaryAmount;

/** An amount divided between the partner and us; the two parts always add up to it. */
public record Split(MonetaryAmount partner, MonetaryAmount us) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The partner's percentage is rounded half up to whole units of the currency; the rest is ours. */
    public static Split of(MonetaryAmount gross, BigDecimal partnerPercent) {
        if (partnerPercent.signum() < 0 || partnerPercent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("A share lies between 0 and 100 %, not at " + partnerPercent);
        }
        var currency = gross.getCurrency().getCurrencyCode();
        var share = Amounts.number(gross)
                .multiply(partnerPercent)
                .divide(HUNDRED, Amounts.scale(currency), RoundingMode.HALF_UP);
        var partner = Amounts.of(share, currency);
        return new Split(partner, gross.subtract(partner));
    }
}
