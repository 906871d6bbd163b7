package com.clario.playbook.engine;

/** Something a person asked for that we will not do; the message is one sentence for that person. */
public class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }
}
