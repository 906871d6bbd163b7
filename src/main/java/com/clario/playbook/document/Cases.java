package com.clario.playbook.document;

/** Which partnerships there are: told by the room that keeps them, which lies above this one. */
public interface Cases {

    boolean exists(String partnership);
}
