package com.clario.playbook.mail.consent;

import java.util.Set;

/**
 * Somebody has asked never to be written to again, told in the transaction that writes it down.
 *
 * @param about the partnerships we had written to this address about
 */
public record OptedOut(String address, Set<String> about) {

    public OptedOut {
        about = Set.copyOf(about);
    }
}
