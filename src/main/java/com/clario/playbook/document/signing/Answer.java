package com.clario.playbook.document.signing;

import com.clario.playbook.engine.Refusal;
import java.util.stream.Stream;

/** What legal can decide about a draft. */
public enum Answer {
    APPROVE("approves"),
    CHANGES("asks for changes to"),
    REJECT("rejects");

    private final String verb;

    Answer(String verb) {
        this.verb = verb;
    }

    public String verb() {
        return verb;
    }

    /** The answer a form sends. */
    public static Answer read(String chosen) {
        return Stream.of(values())
                .filter(answer -> answer.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Refusal("Your decision: approve, ask for changes or reject."));
    }

    /** Whoever does not approve says why. */
    public void requireComment(String comment) {
        if (this != APPROVE && comment == null) {
            throw new Refusal("Comment: say what has to change, or why you reject.");
        }
    }
}
