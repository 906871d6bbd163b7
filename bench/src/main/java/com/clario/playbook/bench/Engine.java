package com.clario.playbook.bench;

import java.util.List;

/** A published table that decides; what comes out is the engine's own, so that nobody pays for our comparison. */
interface Engine<R> {

    R decide(Prospect prospect);

    List<Hit> hits(R result);

    default List<Hit> hits(Prospect prospect) {
        return hits(decide(prospect));
    }
}
