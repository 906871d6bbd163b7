package com.clario.playbook.negotiation;

import java.math.BigDecimal;

/**
 * Proposed terms as the policy reads them.
 *
 * @param collects who invoices the customers, {@code PARTNER} or {@code US}
 * @param partnerShare the partner's share or commission in percent
 * @param exclusivityCollides whether the exclusivity contradicts signed terms with another partner
 * @param standardTerms whether the terms are our template, unchanged
 */
public record TermsFacts(
        String partnerType,
        String model,
        String collects,
        BigDecimal partnerShare,
        boolean exclusive,
        boolean exclusivityCollides,
        int durationMonths,
        int noticeDays,
        int supportResponseHours,
        boolean pilotClause,
        boolean standardTerms) {

    public static final String STANDARD = "STANDARD";
    public static final String EXCEPTION = "EXCEPTION";

    /** The output that says whether these terms need a pilot first. */
    public static final String PILOT_REQUIRED = "pilotRequired";
}
