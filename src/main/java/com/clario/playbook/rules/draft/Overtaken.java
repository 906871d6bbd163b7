package com.clario.playbook.rules.draft;

import com.clario.playbook.engine.Refusal;
import java.time.Instant;

/** Thrown when somebody saved the draft since it was read: their cells stay, and both are there to compare. */
public class Overtaken extends Refusal {

    private final transient Draft theirs;

    Overtaken(String name, Draft theirs) {
        super(name + " has saved this draft since you read it. Nothing was overwritten: take over what "
                + "they changed, or put your cells into theirs");
        this.theirs = theirs;
    }

    /** The id of the person who saved. */
    public String who() {
        return theirs.changedBy();
    }

    public Instant at() {
        return theirs.changedAt();
    }

    /** The draft as they left it. */
    public Draft theirs() {
        return theirs;
    }
}
