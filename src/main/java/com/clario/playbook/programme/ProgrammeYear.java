package com.clario.playbook.programme;

import com.clario.playbook.engine.Refusal;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one year of the programme is to bring, and whose work it is; what is left out is as in the year before.
 *
 * @param number 1 for the first year
 * @param owner the role that answers for the programme
 * @param partnershipsFrom how many active partnerships there should be at least; null without a target
 * @param revenueShare partners' share of all revenue, as a percentage; null without a target
 * @param referralsPerMonth null without a target
 */
public record ProgrammeYear(
        int number,
        String owner,
        Integer partnershipsFrom,
        Integer partnershipsTo,
        BigDecimal revenueShare,
        Integer referralsPerMonth) {

    /** As many years as the programme plans ahead; the last one goes on. */
    static final int LAST = 5;

    static final String AS_BEFORE = "as before";

    private static final BigDecimal WHOLE = new BigDecimal(100);

    public ProgrammeYear {
        owner = Words.optional("Owner in year " + number, owner, 120);
        between(label("Active partnerships from", number), partnershipsFrom, 999);
        between(label("Active partnerships to", number), partnershipsTo, 999);
        between(label("Referrals a month", number), referralsPerMonth, 1_000_000);
        if ((partnershipsFrom == null) != (partnershipsTo == null)) {
            throw new Refusal(
                    label(partnershipsFrom == null ? "Active partnerships from" : "Active partnerships to", number)
                            + ": give both ends of the target, such as 2 to 3.");
        }
        if (partnershipsFrom != null && partnershipsFrom > partnershipsTo) {
            throw new Refusal(
                    label("Active partnerships to", number) + ": it must not be less than " + partnershipsFrom + ".");
        }
        if (revenueShare != null) {
            if (revenueShare.signum() < 0 || revenueShare.compareTo(WHOLE) > 0) {
                throw new Refusal(label("Share of revenue", number) + ": give a percentage from 0 to 100.");
            }
            var plain = revenueShare.stripTrailingZeros();
            if (plain.scale() > 1) {
                throw new Refusal(label("Share of revenue", number) + ": give at most one decimal.");
            }
            revenueShare = plain.scale() < 0 ? plain.setScale(0) : plain;
        }
    }

    static String label(String field, int year) {
        return field + " in year " + year;
    }

    boolean empty() {
        return owner == null && partnershipsFrom == null && revenueShare == null && referralsPerMonth == null;
    }

    /** What holds once this year has had its say: what it leaves out stays as before. */
    ProgrammeYear after(ProgrammeYear before) {
        return new ProgrammeYear(
                before.number,
                owner == null ? before.owner : owner,
                partnershipsFrom == null ? before.partnershipsFrom : partnershipsFrom,
                partnershipsTo == null ? before.partnershipsTo : partnershipsTo,
                revenueShare == null ? before.revenueShare : revenueShare,
                referralsPerMonth == null ? before.referralsPerMonth : referralsPerMonth);
    }

    /** The target of active partnerships, such as 2-3; nothing where there is none. */
    public String partnerships() {
        if (partnershipsFrom == null) {
            return "";
        }
        return partnershipsFrom.equals(partnershipsTo)
                ? partnershipsFrom.toString()
                : partnershipsFrom + "–" + partnershipsTo;
    }

    String inWords() {
        if (empty()) {
            return AS_BEFORE;
        }
        return Stream.of(
                        owner,
                        partnershipsFrom == null ? null : partnerships() + " active partnerships",
                        revenueShare == null ? null : revenueShare.toPlainString() + " % of revenue",
                        referralsPerMonth == null ? null : referralsPerMonth + " referrals a month")
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    private static void between(String field, Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            throw new Refusal(field + ": give a whole number from 0 to " + most + ".");
        }
    }
}
