package com.clario.playbook.activity;

import java.time.Instant;
import javax.money.MonetaryAmount;

/**
 * An event about a customer, as it was reported; it never changes.
 *
 * @param id the reporter's own: together with the partnership it stands for one event for ever
 * @param key the API key it came with
 */
public record Activity(String partnership, String id, String key, Instant receivedAt, Reported reported) {

    /**
     * What the reporter says.
     *
     * @param test whether it was only sent to try the connection
     * @param amount exactly as sent, for what was sold or refunded; null for everything else
     */
    public record Reported(ActivityType type, String customer, Instant at, boolean test, MonetaryAmount amount) {}
}
