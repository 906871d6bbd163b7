package com.clario.playbook.identify;

/**
 * What is known about a candidate when its fit is scored, and for each criterion whether a source proves it.
 *
 * @param partnerType {@code POS}, {@code ACCOUNTING} or {@code CHANNEL}
 * @param overlap how many of their customers in a hundred are food and beverage businesses
 * @param merchants for an accounting partner the businesses whose books it keeps, for an adviser the clients
 * @param leads how many qualified leads a month an adviser would send; 0 for others
 * @param trusted whether an adviser's clients follow the advice; false for others
 * @param api {@code NONE}, {@code READ} or {@code FULL}
 */
public record FitFacts(
        String partnerType,
        String model,
        int merchants,
        boolean merchantsProven,
        int overlap,
        boolean overlapProven,
        String api,
        boolean apiProven,
        boolean analyticsGap,
        boolean analyticsGapProven,
        boolean upsell,
        boolean upsellProven,
        boolean sponsor,
        boolean sponsorProven,
        int leads,
        boolean leadsProven,
        boolean trusted,
        boolean trustedProven,
        boolean competitor,
        boolean troubled) {

    public static final String STRONG = "STRONG";
    public static final String POSSIBLE = "POSSIBLE";
    public static final String POOR = "POOR";

    /** The two sums of points: value to us and value to them. */
    public static final String US = "us";

    public static final String THEM = "them";

    /** Whether a source proves what is said about a criterion. */
    public boolean proven(String criterion) {
        return switch (criterion) {
            case "MERCHANTS" -> merchantsProven;
            case "OVERLAP" -> overlapProven;
            case "API" -> apiProven;
            case "ANALYTICS_GAP" -> analyticsGapProven;
            case "UPSELL" -> upsellProven;
            case "SPONSOR" -> sponsorProven;
            case "LEADS" -> leadsProven;
            case "TRUST" -> trustedProven;
            default -> throw new IllegalArgumentException("No criterion is called " + criterion);
        };
    }
}
