package com.clario.playbook.identify;

/**
 * What is known about a candidate when a round ranks it against the others.
 *
 * @param samePartnerTypeActive how many active partnerships we have with partners of the same type
 * @param researchAgeDays how many days ago the candidate was researched
 */
public record PriorityFacts(
        String partnerType,
        String model,
        int valueToUs,
        int valueToThem,
        String fit,
        int samePartnerTypeActive,
        boolean mutualContact,
        int researchAgeDays) {

    public static final String RANKED = "RANKED";
    public static final String RESEARCH_AGAIN = "RESEARCH_AGAIN";

    /** The sum that ranks: the highest comes first. */
    public static final String RANK = "rank";

    PriorityFacts worth(int us, int them, String newFit) {
        return new PriorityFacts(
                partnerType, model, us, them, newFit, samePartnerTypeActive, mutualContact, researchAgeDays);
    }

    PriorityFacts introduced() {
        return new PriorityFacts(
                partnerType, model, valueToUs, valueToThem, fit, samePartnerTypeActive, true, researchAgeDays);
    }

    PriorityFacts researchedToday() {
        return new PriorityFacts(
                partnerType, model, valueToUs, valueToThem, fit, samePartnerTypeActive, mutualContact, 0);
    }
}
