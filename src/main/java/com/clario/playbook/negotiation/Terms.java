package com.clario.playbook.negotiation;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.negotiation.money.Split;
import com.clario.playbook.partner.Model;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * What two companies agree on.
 *
 * @param collects who invoices the customers, {@link #PARTNER} or {@link #US}
 * @param partnerShare the partner's share of the net amount in percent
 * @param price what a customer pays per month
 */
public record Terms(
        String product,
        String collects,
        BigDecimal partnerShare,
        MonetaryAmount price,
        boolean exclusive,
        String supportContact,
        int supportHours,
        int durationMonths,
        int noticeDays,
        boolean pilotClause) {

    public static final String PARTNER = "PARTNER";
    public static final String US = "US";

    /** What the shares are shares of. */
    public static final String BASE = "Net of VAT, discounts and refunds";

    /** Where a negotiation starts: everything but the share and the price, which nobody should find filled in. */
    static Terms template(Model model, String partner, String company, String supportContact) {
        return new Terms(
                model == Model.WHITE_LABEL
                        ? partner + " Analytics powered by " + company
                        : company + " Analytics for " + partner,
                model == Model.REFERRAL || model == Model.INTEGRATION ? US : PARTNER,
                null,
                null,
                false,
                supportContact,
                24,
                12,
                60,
                model != Model.REFERRAL);
    }

    /** The terms as a person proposes them. */
    static Terms proposed(
            Model model,
            String product,
            String collects,
            String partnerShare,
            Integer price,
            String exclusive,
            String supportContact,
            Integer supportHours,
            Integer durationMonths,
            Integer noticeDays,
            String pilotClause) {
        return new Terms(
                text("Product name", product, 120),
                collector(model, collects),
                share(partnerShare),
                Amounts.rupiah(within("Price", price, 1, 1_000_000_000, "rupiah")),
                yes("Exclusive", exclusive),
                text("Support contact", supportContact, 200),
                within("Answer within", supportHours, 1, 720, "hours"),
                within("Duration", durationMonths, 1, 120, "months"),
                within("Notice", noticeDays, 1, 365, "days"),
                yes("Pilot clause", pilotClause));
    }

    /** Whether only what every deal sets anew differs from the template. */
    boolean keeps(Terms template) {
        return collects.equals(template.collects)
                && exclusive == template.exclusive
                && supportHours == template.supportHours
                && durationMonths == template.durationMonths
                && noticeDays == template.noticeDays
                && pilotClause == template.pilotClause;
    }

    /** How a month's price is divided. */
    public Split split() {
        return Split.of(price, partnerShare);
    }

    /** The terms as people read them: what, and how it is agreed. */
    public Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Product", product);
        lines.put("Price for the customer", Amounts.shown(price) + " per month");
        lines.put("Who collects", collects.equals(PARTNER) ? "The partner" : "We");
        lines.put("Partner's share", percent(partnerShare) + ", " + Amounts.shown(split().partner()) + " per month");
        lines.put(
                "Our share",
                percent(BigDecimal.valueOf(100).subtract(partnerShare)) + ", " + Amounts.shown(split().us())
                        + " per month");
        lines.put("Shares are of", BASE);
        lines.put("Exclusive", exclusive ? "Yes" : "No");
        lines.put("Support", supportContact + ", answers within " + supportHours + " hours");
        lines.put("Duration", durationMonths + " months");
        lines.put("Notice", noticeDays + " days");
        lines.put("Pilot clause", pilotClause ? "Yes" : "No");
        return lines;
    }

    private static String collector(Model model, String collects) {
        if (!PARTNER.equals(collects) && !US.equals(collects)) {
            throw new Refusal("Who collects: choose the partner or us.");
        }
        if (model == Model.REFERRAL && !collects.equals(US)) {
            throw new Refusal("Who collects: a referred customer pays us, so choose “We”.");
        }
        if (model == Model.RESELLER && !collects.equals(PARTNER)) {
            throw new Refusal("Who collects: a reseller's customer pays the reseller, so choose “The partner”.");
        }
        return collects;
    }

    private static BigDecimal share(String written) {
        try {
            var share = new BigDecimal(text("Partner's share", written, 20));
            if (share.signum() < 0 || share.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new Refusal("Partner's share: enter 0 to 100 %; our share is the rest.");
            }
            if (share.stripTrailingZeros().scale() > 2) {
                throw new Refusal("Partner's share: two decimals are enough.");
            }
            return share;
        } catch (NumberFormatException unreadable) {
            throw new Refusal("Partner's share: enter a number such as 70 or 12.5.", unreadable);
        }
    }

    private static boolean yes(String field, String answer) {
        if (!"YES".equals(answer) && !"NO".equals(answer)) {
            throw new Refusal(field + ": choose yes or no.");
        }
        return answer.equals("YES");
    }

    private static int within(String field, Integer number, int least, int most, String unit) {
        if (number == null || number < least || number > most) {
            throw new Refusal("%s: enter %,d to %,d %s.".formatted(field, least, most, unit));
        }
        return number;
    }

    static String text(String field, String written, int longest) {
        if (written == null || written.isBlank()) {
            throw new Refusal(field + ": fill it in.");
        }
        if (written.strip().length() > longest) {
            throw new Refusal(field + ": at most " + longest + " characters.");
        }
        return written.strip();
    }

    private static String percent(BigDecimal share) {
        return share.stripTrailingZeros().toPlainString() + " %";
    }
}
