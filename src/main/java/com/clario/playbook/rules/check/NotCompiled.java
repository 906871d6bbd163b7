package com.clario.playbook.rules.check;

/** Thrown when rows that passed the gate still do not become a rule base. */
public class NotCompiled extends RuntimeException {

    NotCompiled(String message) {
        super(message);
    }

    NotCompiled(String message, Throwable cause) {
        super(message, cause);
    }
}
