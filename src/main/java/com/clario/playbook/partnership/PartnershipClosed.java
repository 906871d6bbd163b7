package com.clario.playbook.partnership;

/**
 * A partnership has ended, whichever way; what was open for it elsewhere ends in the same transaction.
 *
 * @param outcome how it ended, in the drawing's word
 */
public record PartnershipClosed(String code, String outcome) {}
