package com.clario.playbook.partner.person;

/**
 * A contact is being erased; whoever knows the person forgets them in the same transaction.
 *
 * @param contact the row that stays, under its pseudonym
 */
public record ContactErased(long contact, String partner, Somebody somebody) {}
