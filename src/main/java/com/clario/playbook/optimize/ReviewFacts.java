package com.clario.playbook.optimize;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A partnership's figures beside its targets when it is reviewed.
 *
 * @param monthsLive full months since go-live
 * @param retentionPartner customers kept in percent among those the partner brought
 * @param retentionDirect customers kept in percent among our own
 */
public record ReviewFacts(
        int monthsLive,
        int referrals,
        int targetReferrals,
        BigDecimal partnerRevenue,
        BigDecimal targetRevenue,
        int retentionPartner,
        int retentionDirect,
        int openComplaints) {

    public static final String EXPAND = "EXPAND";
    public static final String KEEP = "KEEP";
    public static final String ADJUST = "ADJUST";
    public static final String TERMINATE = "TERMINATE";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Revenue in percent of its target; without a target it is met. */
    public BigDecimal revenuePercent() {
        return percent(partnerRevenue, targetRevenue);
    }

    /** Referrals in percent of their target; without a target it is met. */
    public BigDecimal referralsPercent() {
        return percent(BigDecimal.valueOf(referrals), BigDecimal.valueOf(targetReferrals));
    }

    /** How much better the partner's customers stay than our own, in percentage points. */
    public int retentionMargin() {
        return retentionPartner - retentionDirect;
    }

    private static BigDecimal percent(BigDecimal reached, BigDecimal target) {
        return target.signum() <= 0 ? HUNDRED : reached.multiply(HUNDRED).divide(target, 2, RoundingMode.DOWN);
    }
}
