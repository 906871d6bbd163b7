package com.clario.playbook.access.key;

import java.time.Instant;

/**
 * A key one partner's systems sign in with, without its secret.
 *
 * @param id the part of the key that may be seen and told
 * @param partnership whose activity it may report
 * @param expiresAt null where it ends only when somebody revokes it
 * @param lastUsedAt to the minute; null while it was never used
 * @param revocation null while it is not revoked
 */
public record ApiKey(
        String id,
        String partnership,
        Scope scope,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Revocation revocation) {

    /** What a key opens. */
    public enum Scope {
        ACTIVITY("Reports activity");

        private final String label;

        Scope(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who ended a key, when and why. */
    public record Revocation(String by, Instant at, String why) {}

    /** A key at the one moment its whole text exists: whoever it is shown to has to keep it. */
    public record Issued(ApiKey key, String text) {

        /** Never the secret: what is logged by mistake must open nothing. */
        @Override
        public String toString() {
            return "key " + key.id();
        }
    }

    public boolean live(Instant now) {
        return revocation == null && !expired(now);
    }

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
