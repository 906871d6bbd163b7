package com.clario.playbook.partner;

/** How we work with a partner. */
public enum Model {
    RESELLER("Reseller", "they sell our product and we share the revenue"),
    INTEGRATION("Integration", "API connection and co-marketing"),
    WHITE_LABEL("White-label", "we build, they brand"),
    REFERRAL("Referral", "they send customers and earn a commission");

    private final String label;
    private final String meaning;

    Model(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }
}
