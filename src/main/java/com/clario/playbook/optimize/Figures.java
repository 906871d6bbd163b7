package com.clario.playbook.optimize;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.money.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * A month of a partnership in figures, beside its targets.
 *
 * @param totalRevenue all we earned that month, the partner's part included
 * @param retentionPartner customers kept in percent among those the partner brought
 * @param retentionDirect customers kept in percent among our own
 */
public record Figures(
        int referrals,
        int targetReferrals,
        MonetaryAmount partnerRevenue,
        MonetaryAmount targetRevenue,
        MonetaryAmount totalRevenue,
        int retentionPartner,
        int retentionDirect,
        int openComplaints,
        String note) {

    private static final long MOST = 1_000_000_000_000L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Figures as a person enters them; what cannot be is refused. */
    static Figures entered(
            Integer referrals,
            Integer targetReferrals,
            Long partnerRevenue,
            Long targetRevenue,
            Long totalRevenue,
            Integer retentionPartner,
            Integer retentionDirect,
            Integer openComplaints,
            String note) {
        var figures = new Figures(
                within("Referrals", referrals, 0, 1_000_000),
                within("Target for referrals", targetReferrals, 1, 1_000_000),
                amount("Revenue from this partner", partnerRevenue, 0),
                amount("Target for revenue", targetRevenue, 1),
                amount("Our total revenue", totalRevenue, 0),
                within("Customers of this partner who stayed", retentionPartner, 0, 100),
                within("Direct customers who stayed", retentionDirect, 0, 100),
                within("Open complaints", openComplaints, 0, 100_000),
                note == null || note.isBlank() ? null : note.strip());
        figures.requirePartOfTotal();
        return figures;
    }

    private void requirePartOfTotal() {
        if (partnerRevenue.isGreaterThan(totalRevenue)) {
            throw new Refusal("Revenue from this partner: " + Amounts.shown(partnerRevenue)
                    + " is more than our total revenue of " + Amounts.shown(totalRevenue) + "; correct one of them.");
        }
    }

    /** The partner's part of all our revenue, in percent with one decimal. */
    public BigDecimal revenueShare() {
        return percent(partnerRevenue, totalRevenue);
    }

    /** Revenue in percent of its target, with one decimal. */
    public BigDecimal revenueReached() {
        return percent(partnerRevenue, targetRevenue);
    }

    /** Referrals in percent of their target, with one decimal. */
    private BigDecimal referralsReached() {
        return BigDecimal.valueOf(referrals * 100L)
                .divide(BigDecimal.valueOf(targetReferrals), 1, RoundingMode.HALF_UP);
    }

    /** The month as people read it: what, and how it went. */
    public Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Referrals", referrals + " of " + targetReferrals + " (" + referralsReached() + " %)");
        lines.put(
                "Revenue from this partner",
                Amounts.shown(partnerRevenue) + " of " + Amounts.shown(targetRevenue) + " (" + revenueReached()
                        + " %)");
        lines.put("Part of our total revenue", revenueShare() + " % of " + Amounts.shown(totalRevenue));
        lines.put("Customers who stayed", retentionPartner + " % from this partner, " + retentionDirect + " % direct");
        lines.put("Open complaints", String.valueOf(openComplaints));
        if (note != null) {
            lines.put("Note", note);
        }
        return lines;
    }

    ReviewFacts facts(int monthsLive) {
        return new ReviewFacts(
                monthsLive,
                referrals,
                targetReferrals,
                Amounts.number(partnerRevenue),
                Amounts.number(targetRevenue),
                retentionPartner,
                retentionDirect,
                openComplaints);
    }

    private static BigDecimal percent(MonetaryAmount part, MonetaryAmount whole) {
        return whole.isZero()
                ? BigDecimal.ZERO
                : Amounts.number(part).multiply(HUNDRED).divide(Amounts.number(whole), 1, RoundingMode.HALF_UP);
    }

    private static int within(String field, Integer number, int least, int most) {
        if (number == null || number < least || number > most) {
            throw new Refusal(field + ": enter a whole number from " + least + " to " + most + ".");
        }
        return number;
    }

    private static MonetaryAmount amount(String field, Long rupiah, long least) {
        if (rupiah == null || rupiah < least || rupiah > MOST) {
            throw new Refusal(field + ": enter an amount from " + Amounts.shown(Amounts.rupiah(least)) + " to "
                    + Amounts.shown(Amounts.rupiah(MOST)) + ".");
        }
        return Amounts.rupiah(rupiah);
    }
}
