package com.clario.playbook.negotiation.start;

import java.util.Optional;

/** Why new terms are agreed: told by the room that decides on renewals, which lies above this one. */
public interface Renewed {

    /** The signed version that the next one renews; none where it changes terms that still run. */
    Optional<Integer> version(String partnership);
}
