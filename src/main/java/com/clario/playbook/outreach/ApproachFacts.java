package com.clario.playbook.outreach;

/** What is known about the ways to a partner when the approach is chosen. */
public record ApproachFacts(boolean mutualContact, boolean contactMayBeMailed, boolean contactHasMail) {

    public static final String WARM = "WARM";
    public static final String COLD = "COLD";
    public static final String NONE = "NONE";
}
