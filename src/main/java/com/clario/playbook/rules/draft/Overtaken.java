package com.clario.playbook.rules.draft;

import com.clario.playbook.engine.Refusal;
import java.time.Instant;

/** Thrown when somebody saved the draft since it was read: their cells stay as they are. */
public class Overtaken extends Refusal {

    private final transient Draft theirs;

    private Overtaken(String sentence, Draft theirs) {
        super(sentence);
        this.theirs = theirs;
    }

    /** Of whoever would have saved other cells. */
    static Overtaken saving(String name, Draft theirs) {
        return new Overtaken(
                name + " has saved this draft since you read it. Nothing was overwritten: take over what "
                        + "they changed, or put your cells into theirs",
                theirs);
    }

    /** Of whoever would have done something with the draft as a whole. */
    static Overtaken acting(String name, Draft theirs) {
        return new Overtaken(
                name + " has saved this draft since you read it. Nothing was done: look at what it says now, "
                        + "and then do it again if you still want to",
                theirs);
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
