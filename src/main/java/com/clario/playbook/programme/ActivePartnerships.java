package com.clario.playbook.programme;

/** How many partnerships are active: told by the room that keeps them, which lies above this one. */
public interface ActivePartnerships {

    int count();
}
