package com.clario.playbook.rules.sweep;

/** How much a remark weighs: what is wrong keeps rows from being published, what is odd deserves a look. */
public enum Severity {
    WRONG,
    ODD
}
