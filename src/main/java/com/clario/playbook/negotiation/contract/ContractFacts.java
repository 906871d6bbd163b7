package com.clario.playbook.negotiation.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/** What a contract says: one version of the terms, with the names of both sides. */
public record ContractFacts(
        String code,
        int version,
        LocalDate date,
        String partner,
        String partnerAddress,
        String partnerSignatory,
        String ourSignatory,
        String model,
        String product,
        String collects,
        BigDecimal partnerShare,
        BigDecimal ourShare,
        MonetaryAmount pricePerMonth,
        String exclusivity,
        String supportContacts,
        int supportResponseHours,
        int durationMonths,
        int noticeDays,
        boolean pilotClause) {

    public boolean exclusive() {
        return exclusivity != null && !exclusivity.isBlank();
    }

    public boolean partnerCollects() {
        return "PARTNER".equals(collects);
    }
}
