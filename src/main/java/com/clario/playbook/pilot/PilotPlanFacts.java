package com.clario.playbook.pilot;

/** How many customers a planned pilot names and how many days it runs. */
public record PilotPlanFacts(int customers, int days) {

    public static final String ACCEPTED = "ACCEPTED";
    public static final String REFUSED = "REFUSED";
}
