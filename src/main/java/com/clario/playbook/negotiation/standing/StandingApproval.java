package com.clario.playbook.negotiation.standing;

import java.time.Instant;

/**
 * Legal's word that our standard terms of a model need no further review; it holds for exactly one text.
 *
 * @param fingerprint of the text it holds for
 * @param partnership whose contract was approved when it was given
 * @param contract that contract as a document
 * @param withdrawal who took it back, when and why; null while it stands
 * @param uses how many later contracts were made under it
 */
public record StandingApproval(
        long id,
        String model,
        String fingerprint,
        String partnership,
        int version,
        long contract,
        String approvedBy,
        Instant approvedAt,
        Withdrawal withdrawal,
        int uses) {

    /** Who took an approval back, when and why. */
    public record Withdrawal(String by, Instant at, String why) {}

    /**
     * One contract that was approved in advance.
     *
     * @param newestDocument the newest file of the partnership at that moment: a signed copy must be newer
     */
    public record Use(
            String partnership, int version, long approval, String contractSha256, long newestDocument, Instant at) {}

    public boolean withdrawn() {
        return withdrawal != null;
    }

    /** Whether it stands and was given for this text. */
    public boolean holdsFor(String text) {
        return !withdrawn() && fingerprint.equals(text);
    }
}
