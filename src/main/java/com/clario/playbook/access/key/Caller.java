package com.clario.playbook.access.key;

import org.springframework.security.core.AuthenticatedPrincipal;

/** Who calls our interface: the key it came with, and the partnership that key speaks for. */
public record Caller(String key, String partnership) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return "API key " + key;
    }
}
