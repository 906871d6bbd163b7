package com.clario.playbook.optimize.review;

import java.math.BigDecimal;

/**
 * A partnership's figures beside its targets when it is reviewed; what its model does not count is not measured.
 *
 * @param monthsLive full months since go-live
 * @param monthOver whether the month is over; else its figures are those so far
 * @param threeMonthsRevenue of the last three full months with figures, or of the month so far while there is none
 * @param retentionPartner customers kept in percent among those the partner brought
 * @param retentionDirect customers kept in percent among our own
 */
public record ReviewFacts(
        String model,
        int monthsLive,
        boolean monthOver,
        Measured referrals,
        Measured targetReferrals,
        Measured partnerRevenue,
        Measured targetRevenue,
        Measured totalRevenue,
        Measured threeMonthsRevenue,
        Measured threeMonthsRevenueTarget,
        Measured connected,
        Measured targetConnected,
        Measured threeMonthsConnected,
        Measured threeMonthsConnectedTarget,
        Measured leads,
        Measured targetLeads,
        Measured retentionPartner,
        Measured retentionDirect,
        int openComplaints) {

    public static final String EXPAND = "EXPAND";
    public static final String KEEP = "KEEP";
    public static final String ADJUST = "ADJUST";
    public static final String TERMINATE = "TERMINATE";

    /** Every percentage is null where it was not measured: no row about it then fires. */
    public BigDecimal revenuePercent() {
        return partnerRevenue.percentOf(targetRevenue);
    }

    public BigDecimal threeMonthsRevenuePercent() {
        return threeMonthsRevenue.percentOf(threeMonthsRevenueTarget);
    }

    /** The partner's part of all our revenue in percent. */
    public BigDecimal revenueShare() {
        return partnerRevenue.percentOf(totalRevenue);
    }

    public BigDecimal referralsPercent() {
        return referrals.percentOf(targetReferrals);
    }

    public BigDecimal connectedPercent() {
        return connected.percentOf(targetConnected);
    }

    public BigDecimal threeMonthsConnectedPercent() {
        return threeMonthsConnected.percentOf(threeMonthsConnectedTarget);
    }

    public BigDecimal leadsPercent() {
        return leads.percentOf(targetLeads);
    }

    /** How much better the partner's customers stay than our own, in percentage points. */
    public BigDecimal retentionMargin() {
        return retentionPartner.above(retentionDirect);
    }
}
