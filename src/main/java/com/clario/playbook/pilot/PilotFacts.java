package com.clario.playbook.pilot;

import java.math.BigDecimal;

/**
 * What a pilot achieved beside what it was meant to achieve.
 *
 * @param satisfaction the customers' average answer, 1 to 5
 */
public record PilotFacts(
        int customers,
        int activeCustomers,
        int targetActivePercent,
        BigDecimal satisfaction,
        BigDecimal targetSatisfaction,
        int seriousIncidents,
        boolean alreadyExtended) {

    public static final String PASSED = "PASSED";
    public static final String EXTEND = "EXTEND";
    public static final String FAILED = "FAILED";

    /** Active customers in percent of all, rounded down: half a customer is none. */
    public int activePercent() {
        return customers == 0 ? 0 : activeCustomers * 100 / customers;
    }

    /** Percentage points above the target for active customers; negative when short of it. */
    public int activeMargin() {
        return activePercent() - targetActivePercent;
    }

    /** Satisfaction above its target; negative when short of it. */
    public BigDecimal satisfactionMargin() {
        return satisfaction.subtract(targetSatisfaction);
    }
}
