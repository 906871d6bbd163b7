package com.clario.playbook.partnership.pause;

import java.time.LocalDate;

/**
 * A paused partnership goes on; dates that lay ahead of it when the pause began move by as many days, in the same
 * transaction.
 *
 * @param pausedOn the first day of the pause
 */
public record PartnershipResumed(String code, LocalDate pausedOn, int days) {}
