package com.clario.playbook.optimize.review;

import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.partner.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * A month of a partnership in figures, beside its targets; what nobody measured is null and never zero.
 *
 * @param model how the two work together in that month: it says what counts
 * @param referrals customers the partner sent or sold to; null for an integration
 * @param connected customers who switched the integration on; null for every other model
 * @param leads customers who came by co-marketing; null for every other model
 * @param revenue null where an integration's revenue is not measured
 * @param retention null while nobody can have left yet
 */
public record Figures(
        Period period,
        Model model,
        Counted referrals,
        Counted connected,
        Counted leads,
        Revenue revenue,
        Retention retention,
        int openComplaints,
        String note) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How many beside how many were wanted. */
    public record Counted(int number, int target) {

        String line() {
            return brief() + " (" + percent(BigDecimal.valueOf(number), BigDecimal.valueOf(target)) + " %)";
        }

        String brief() {
            return number + " of " + target;
        }
    }

    /**
     * What the partner brought in.
     *
     * @param target null where none is set
     * @param total all we earned that month, the partner's part included
     */
    public record Revenue(MonetaryAmount partner, MonetaryAmount target, MonetaryAmount total) {

        /** The partner's part of all our revenue, in percent with one decimal. */
        public BigDecimal share() {
            return percent(Amounts.number(partner), Amounts.number(total));
        }

        String line() {
            return target == null
                    ? Amounts.shown(partner)
                    : Amounts.shown(partner) + " of " + Amounts.shown(target) + " ("
                            + percent(Amounts.number(partner), Amounts.number(target)) + " %)";
        }

        String brief() {
            return target == null
                    ? Amounts.shown(partner)
                    : Amounts.shown(partner) + ", " + percent(Amounts.number(partner), Amounts.number(target)) + " %";
        }

        String shareLine() {
            return share() + " % of " + Amounts.shown(total);
        }
    }

    /** Customers kept in percent: among those the partner brought, and among our own. */
    public record Retention(int partner, int direct) {

        String line() {
            return partner + " % from this partner, " + direct + " % direct";
        }
    }

    /** The same without percentages, where months stand beside each other. */
    String briefVolume() {
        return model == Model.INTEGRATION
                ? connected.brief() + " connected, " + leads.brief() + " leads"
                : referrals.brief() + " referrals";
    }

    /** What the partner moved, in one line: referrals, or connected customers and leads. */
    public String volume() {
        return model == Model.INTEGRATION
                ? connected.line() + " connected, " + leads.line() + " leads"
                : referrals.line() + " referrals";
    }

    public String revenueLine() {
        return revenue == null ? Measured.NOT : revenue.line();
    }

    public String shareLine() {
        return revenue == null ? Measured.NOT : revenue.shareLine();
    }

    public String retentionLine() {
        return retention == null ? Measured.NOT : retention.line();
    }

    /** The month as people read it: what, and how it went. */
    public Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Month", period.line());
        if (model == Model.INTEGRATION) {
            lines.put("Connected customers", connected.line());
            lines.put("Leads", leads.line());
        } else {
            lines.put("Referrals", referrals.line());
        }
        lines.put("Revenue from this partner", revenueLine());
        lines.put("Part of our total revenue", shareLine());
        lines.put("Customers who stayed", retentionLine());
        lines.put("Open complaints", String.valueOf(openComplaints));
        if (note != null) {
            lines.put("Note", note);
        }
        return lines;
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
