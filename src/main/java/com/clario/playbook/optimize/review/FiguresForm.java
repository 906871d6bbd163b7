package com.clario.playbook.optimize.review;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.review.Figures.Counted;
import com.clario.playbook.optimize.review.Figures.Retention;
import com.clario.playbook.optimize.review.Figures.Revenue;
import com.clario.playbook.partner.Model;
import javax.money.MonetaryAmount;

/**
 * A month's figures as a person enters them: whatever the model does not count is passed over.
 *
 * @param month such as 2026-10; empty for the month the form begins with
 */
public record FiguresForm(
        String month,
        Integer referrals,
        Integer targetReferrals,
        Integer connected,
        Integer targetConnected,
        Integer leads,
        Integer targetLeads,
        Long partnerRevenue,
        Long targetRevenue,
        Long totalRevenue,
        Integer retentionPartner,
        Integer retentionDirect,
        Integer openComplaints,
        String note) {

    private static final int MOST = 1_000_000;
    private static final long MOST_RUPIAH = 1_000_000_000_000L;

    /** The figures that count for a model; what is missing or cannot be is refused by name. */
    Figures of(Period period, Model model) {
        var integrated = model == Model.INTEGRATION;
        return new Figures(
                period,
                model,
                integrated ? null : counted("Referrals", referrals, "Target for referrals", targetReferrals),
                integrated
                        ? counted("Connected customers", connected, "Target for connected customers", targetConnected)
                        : null,
                integrated ? counted("Leads", leads, "Target for leads", targetLeads) : null,
                integrated ? revenueIfMeasured() : revenue(amount("Target for revenue", targetRevenue, 1)),
                retention(),
                within("Open complaints", openComplaints, 0, 100_000),
                note == null || note.isBlank() ? null : note.strip());
    }

    private static Counted counted(String field, Integer number, String targetField, Integer target) {
        return new Counted(within(field, number, 0, MOST), within(targetField, target, 1, MOST));
    }

    /** An integration moves customers, not money: its revenue counts only where somebody measures it. */
    private Revenue revenueIfMeasured() {
        return partnerRevenue == null && totalRevenue == null ? null : revenue(null);
    }

    private Revenue revenue(MonetaryAmount target) {
        var partner = amount("Revenue from this partner", partnerRevenue, 0);
        var total = amount("Our total revenue", totalRevenue, 0);
        if (partner.isGreaterThan(total)) {
            throw new Refusal("Revenue from this partner: " + Amounts.shown(partner)
                    + " is more than our total revenue of " + Amounts.shown(total) + "; correct one of them.");
        }
        return new Revenue(partner, target, total);
    }

    private Retention retention() {
        if (retentionPartner == null && retentionDirect == null) {
            return null;
        }
        return new Retention(
                percentage("Customers of this partner who stayed", retentionPartner),
                percentage("Direct customers who stayed", retentionDirect));
    }

    private static int percentage(String field, Integer number) {
        if (number == null) {
            throw new Refusal(field + ": fill it in, or leave both empty while nobody can have left.");
        }
        return within(field, number, 0, 100);
    }

    private static int within(String field, Integer number, int least, int most) {
        if (number == null || number < least || number > most) {
            throw new Refusal(field + ": enter a whole number from " + least + " to " + most + ".");
        }
        return number;
    }

    private static MonetaryAmount amount(String field, Long rupiah, long least) {
        if (rupiah == null || rupiah < least || rupiah > MOST_RUPIAH) {
            throw new Refusal(field + ": enter an amount from " + Amounts.shown(Amounts.rupiah(least)) + " to "
                    + Amounts.shown(Amounts.rupiah(MOST_RUPIAH)) + ".");
        }
        return Amounts.rupiah(rupiah);
    }
}
