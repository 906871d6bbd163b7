package com.clario.playbook.rules.trail;

/** What somebody did to a rule set. */
public enum Act {
    STARTED,
    EDITED,
    DISCARDED,
    SUBMITTED,
    SENT_BACK,
    WITHDRAWN,
    APPROVED,
    ACTIVATED,
    NOT_ACTIVATED,
    CALLED_OFF,
    ROLLED_BACK,
    CHALLENGER_STARTED,
    CHALLENGER_ENDED
}
