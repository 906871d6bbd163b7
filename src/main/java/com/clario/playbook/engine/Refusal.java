package com.clario.playbook.engine;

import java.util.Arrays;
import java.util.Optional;

/** What we will not do, said in one sentence to the person who asked; nothing has changed. */
public class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Whether the sentence is about one of these fields: it then begins with the field's label. */
    public boolean isAbout(String... labels) {
        return Arrays.stream(labels).anyMatch(label -> getMessage().startsWith(label + ":"));
    }

    /** Finds the refusal a library has wrapped on its way up. */
    public static Optional<Refusal> in(Throwable thrown) {
        for (Throwable link = thrown; link != null; link = link.getCause()) {
            if (link instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
