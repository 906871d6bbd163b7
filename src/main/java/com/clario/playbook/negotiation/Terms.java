package com.clario.playbook.negotiation;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.negotiation.money.Split;
import com.clario.playbook.partner.Model;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;

/**
 * What two companies agree on.
 *
 * @param model how they work together; an expansion may change it
 * @param collects who invoices the customers, {@link #PARTNER} or {@link #US}, and owes the other side its part
 * @param partnerShare the partner's share of the net amount, or commission, in percent; 0 where no revenue is shared
 * @param price what a customer pays per month; 0 where an integration sells nothing together
 */
public record Terms(
        Model model,
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

    // Without an exponent: written out, 1e-999999999 fills the memory.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    public static final String PARTNER = "PARTNER";
    public static final String US = "US";

    /** What the shares are shares of. */
    public static final String BASE = "Net of VAT, discounts and refunds";

    /** Where a negotiation starts: everything but the share and the price, which nobody should find filled in. */
    static Terms template(Model model, String partner, String company, String supportContact) {
        return new Terms(
                model,
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
        var share = share(partnerShare);
        return new Terms(
                model,
                text("Product name", product, 120),
                collector(model, collects),
                share,
                price(model, share, price),
                yes("Exclusive", exclusive),
                text("Support contact", supportContact, 200),
                within("Answer within", supportHours, 1, 720, "hours"),
                within("Duration", durationMonths, 1, 120, "months"),
                within("Notice", noticeDays, 1, 365, "days"),
                yes("Pilot clause", pilotClause));
    }

    /** Whether only what every deal sets anew, the share and the price, differs from the template. */
    boolean keeps(Terms template) {
        return agreedWith(template.partnerShare, template.price).equals(template);
    }

    /** The same terms with another share and price. */
    Terms agreedWith(BigDecimal share, MonetaryAmount price) {
        return new Terms(
                model,
                product,
                collects,
                share,
                price,
                exclusive,
                supportContact,
                supportHours,
                durationMonths,
                noticeDays,
                pilotClause);
    }

    /** Whether the customers' money is divided at all. */
    public boolean sharesRevenue() {
        return partnerShare.signum() > 0;
    }

    /** How a month's price is divided. */
    public Split split() {
        return Split.of(price, partnerShare);
    }

    /** The terms as people read them: what, and how it is agreed. */
    public Map<String, String> lines() {
        return lines("the partner");
    }

    /** The same, with the partner by name. */
    public Map<String, String> lines(String partner) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Model", model.label() + ": " + model.meaning());
        lines.put("Product", product);
        lines.putAll(money(partner));
        lines.put("Exclusive", exclusive ? "Yes" : "No");
        lines.put("Support", supportContact + ", answers within " + supportHours + " hours");
        lines.put("Duration", durationMonths + " months");
        lines.put("Notice", noticeDays + " days");
        lines.put("Pilot clause", pilotClause ? "Yes" : "No");
        return lines;
    }

    private Map<String, String> money(String partner) {
        var lines = new LinkedHashMap<String, String>();
        lines.put(
                "Price for the customer",
                price.isZero() ? "None: each side charges for its own product" : Amounts.shown(price) + " per month");
        if (!sharesRevenue()) {
            lines.put("Revenue share", "None: each side keeps what its own customers pay");
            lines.put("Duties instead", "Exchange of data by API and co-marketing, on both sides");
            return lines;
        }
        var word = model == Model.REFERRAL ? "commission" : "share";
        lines.put(
                "Who collects",
                collects.equals(PARTNER)
                        ? sentence(partner) + ", and owes us our share"
                        : "We, and owe " + partner + " the " + word);
        lines.put("Partner's " + word, percent(partnerShare) + ", " + Amounts.shown(split().partner()) + " per month");
        lines.put(
                "Our share",
                percent(BigDecimal.valueOf(100).subtract(partnerShare)) + ", " + Amounts.shown(split().us())
                        + " per month");
        lines.put("Shares are of", BASE);
        lines.put("In one month", example(partner));
        return lines;
    }

    /** One customer's month, and who owes whom afterwards. */
    private String example(String partner) {
        var collected = Amounts.shown(price) + " collected by ";
        var theirs = Amounts.shown(split().partner());
        var ours = Amounts.shown(split().us());
        return collects.equals(PARTNER)
                ? collected + partner + ": " + theirs + " stays with " + partner + ", " + partner + " owes us " + ours
                : collected + "us: " + ours + " stays with us, we owe " + partner + " " + theirs;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase() + words.substring(1);
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
        if (model == Model.WHITE_LABEL && !collects.equals(PARTNER)) {
            throw new Refusal("Who collects: a white-label customer pays the brand it knows, so choose “The partner”.");
        }
        return collects;
    }

    private static MonetaryAmount price(Model model, BigDecimal share, Integer price) {
        if (model == Model.INTEGRATION && share.signum() == 0 && (price == null || price == 0)) {
            return Amounts.rupiah(0);
        }
        return Amounts.rupiah(within("Price", price, 1, 1_000_000_000, "rupiah"));
    }

    private static BigDecimal share(String written) {
        var text = text("Partner's share", written, 20);
        if (!NUMBER.matcher(text).matches()) {
            throw new Refusal("Partner's share: enter a number such as 70 or 12.5.");
        }
        var share = new BigDecimal(text);
        if (share.signum() < 0 || share.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refusal("Partner's share: enter 0 to 100 %; our share is the rest.");
        }
        if (share.stripTrailingZeros().scale() > 2) {
            throw new Refusal("Partner's share: two decimals are enough.");
        }
        return share;
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
