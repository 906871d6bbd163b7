package com.clario.playbook.access;

import java.util.List;

/** The groups people work in; their names stand in every drawing. */
public final class Groups {

    public static final String PARTNERSHIPS = "partnerships";
    public static final String LEGAL = "legal";
    public static final String MANAGERS = "managers";
    public static final String FINANCE = "finance";
    public static final String ADMINS = "camunda-admin";

    /** Those who do the playbook's work; administrators only keep the house. */
    public static final List<String> WORKING = List.of(PARTNERSHIPS, LEGAL, MANAGERS, FINANCE);

    private Groups() {}
}
