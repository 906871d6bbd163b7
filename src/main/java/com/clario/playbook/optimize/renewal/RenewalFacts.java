package com.clario.playbook.optimize.renewal;

import com.clario.playbook.optimize.review.Measured;
import java.math.BigDecimal;

/**
 * What is known of a partnership when its terms come to an end.
 *
 * @param reviews held under these terms
 * @param adjustVerdicts reviews under these terms that asked for other terms
 * @param reached of the last three months with figures: revenue, or customers connected for an integration
 * @param retentionPartner customers kept in percent in the last review among those the partner brought
 */
public record RenewalFacts(
        String model,
        int reviews,
        int adjustVerdicts,
        Measured reached,
        Measured target,
        Measured retentionPartner,
        Measured retentionDirect) {

    public static final String RENEW = "RENEW";
    public static final String CHANGE = "CHANGE";
    public static final String END = "END";

    /** Null where it was not measured: no row about it then fires. */
    public BigDecimal reachedPercent() {
        return reached.percentOf(target);
    }

    public BigDecimal retentionMargin() {
        return retentionPartner.above(retentionDirect);
    }
}
