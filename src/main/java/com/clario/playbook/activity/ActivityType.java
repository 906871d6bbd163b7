package com.clario.playbook.activity;

/** What can happen to a customer. */
public enum ActivityType {
    REFERRED,
    QUALIFIED,
    SIGNED_UP,
    CONNECTED,
    SOLD,
    REFUNDED,
    CHURNED;

    /** Whether money moved, so that an amount belongs to it. */
    boolean moved() {
        return this == SOLD || this == REFUNDED;
    }
}
