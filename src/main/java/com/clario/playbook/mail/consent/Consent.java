package com.clario.playbook.mail.consent;

/** Whether an address may still be written to: told by the room that knows the contacts, asked before every try. */
public interface Consent {

    boolean mayBeMailed(String address);
}
