package com.clario.playbook.optimize;

import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;

/**
 * Something somebody promised in a review.
 *
 * @param id 0 until stored
 * @param person the colleague's id; null where somebody at the partner has to do it
 * @param owner the name of whoever has to do it
 * @param agreedIn the number of the review that agreed it
 * @param doneIn the number of the review that found it done; null while it is open
 */
public record Action(long id, String action, String person, String owner, LocalDate due, int agreedIn, Integer doneIn) {

    public boolean open() {
        return doneIn == null;
    }

    /** The action in one line. */
    public String line() {
        return action + " (" + owner + ", due " + Shown.day(due) + ")";
    }
}
