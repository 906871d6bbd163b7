package com.clario.playbook.programme;

/** How many partnerships are active: told by the room that takes them live, which lies above this one. */
public interface ActivePartnerships {

    /** Those that are live today and have not ended. */
    int count();
}
