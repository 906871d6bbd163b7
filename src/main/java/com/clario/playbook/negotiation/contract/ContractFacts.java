package com.clario.playbook.negotiation.contract;

import com.clario.playbook.negotiation.money.Split;
import com.clario.playbook.negotiation.start.Start;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * What a contract says: one version of the terms, with the names of both sides.
 *
 * @param start when it takes effect and which version it replaces
 * @param partnerType the partner's kind, such as {@code POS}: exclusivity is promised to the only one of its kind
 * @param exclusive whether the partner is to be the only one of its kind
 */
public record ContractFacts(
        String code,
        int version,
        LocalDate date,
        Start start,
        String partner,
        String partnerType,
        String model,
        String product,
        String collects,
        BigDecimal partnerShare,
        MonetaryAmount pricePerMonth,
        boolean exclusive,
        String supportContacts,
        int supportResponseHours,
        int durationMonths,
        int noticeDays,
        boolean pilotClause) {

    public boolean partnerCollects() {
        return "PARTNER".equals(collects);
    }

    /** Whether the customers' money is divided at all. */
    public boolean sharesRevenue() {
        return partnerShare.signum() > 0;
    }

    public boolean hasPrice() {
        return pricePerMonth.isPositive();
    }

    BigDecimal ourShare() {
        return BigDecimal.valueOf(100).subtract(partnerShare);
    }

    Split split() {
        return Split.of(pricePerMonth, partnerShare);
    }
}
