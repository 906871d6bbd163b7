package com.clario.playbook.pilot.letter;

import com.clario.playbook.document.signing.Answer;
import com.clario.playbook.document.signing.Signature;
import java.time.Instant;

/**
 * A pilot letter: drafted from the plan, reviewed by legal, then signed.
 *
 * @param number counts the letters of a pilot: legal's wish for a change makes a new plan and a new letter
 * @param plannedBy who made the plan it was drafted from
 * @param review what legal said; null until then
 * @param signature who signed and when; null until then
 */
public record Letter(
        String partnership,
        int number,
        long document,
        String documentSha256,
        String plannedBy,
        Instant draftedAt,
        Review review,
        Signature signature) {

    /**
     * What legal said about a letter.
     *
     * @param newestDocument the newest file of the partnership at that moment: a signed copy must be newer
     */
    public record Review(Answer answer, String comment, String reviewer, Instant at, long newestDocument) {}

    public boolean reviewed() {
        return review != null;
    }

    public boolean wantsChanges() {
        return reviewed() && review.answer() == Answer.CHANGES;
    }

    /** Whether another person than the planner has approved it. */
    public boolean approved() {
        return reviewed()
                && review.answer() == Answer.APPROVE
                && !review.reviewer().equals(plannedBy);
    }

    /** Whether it is approved, and its signed copy is newer than that. */
    public boolean signed() {
        return approved() && signature != null && signature.copy() > review.newestDocument();
    }
}
