package com.clario.playbook.mail;

/**
 * What became of a mail in the end, told in the transaction that writes it down.
 *
 * @param about the partnership; may be null
 * @param kind the name of its template
 * @param reason why it was not sent; null when it was
 */
public record MailSettled(String about, String to, String kind, boolean sent, String reason) {}
