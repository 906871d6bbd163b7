package com.clario.playbook.outreach;

/**
 * What is known when we begin to wait for an answer.
 *
 * @param approach {@code WARM} where somebody introduced us, {@code COLD} where we wrote ourselves
 * @param partnerType {@code POS}, {@code ACCOUNTING} or {@code CHANNEL}
 */
public record FollowUpFacts(String approach, String partnerType) {

    public static final String PLANNED = "PLANNED";

    /** The three numbers a row gives. */
    public static final String FOLLOW_UPS = "followUps";

    public static final String DAYS_BETWEEN = "daysBetween";
    public static final String DAYS_OF_SILENCE = "daysOfSilence";
}
