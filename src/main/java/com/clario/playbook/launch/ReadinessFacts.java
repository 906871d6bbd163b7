package com.clario.playbook.launch;

/** What is in place before a partnership may go live. */
public record ReadinessFacts(
        String model,
        boolean signed,
        boolean announced,
        boolean partnerTrained,
        boolean brandApproved,
        boolean integrationTested,
        boolean referralCodeIssued,
        boolean supportContacts) {

    public static final String READY = "READY";
    public static final String NOT_READY = "NOT_READY";
}
