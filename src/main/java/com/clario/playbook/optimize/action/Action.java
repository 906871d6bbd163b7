package com.clario.playbook.optimize.action;

import com.clario.playbook.partnership.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something somebody promised in a review.
 *
 * @param person the colleague's id; null where somebody at the partner has to do it
 * @param owner the name of whoever has to do it
 * @param promised the day it was first promised for
 * @param agreedIn the number of the review that agreed it
 * @param changes what became of it, oldest first
 */
public record Action(
        long id,
        String partnership,
        String action,
        String person,
        String owner,
        LocalDate promised,
        int agreedIn,
        List<Change> changes) {

    /** What can become of an action. */
    public enum Kind {
        DONE("done"),
        MOVED("moved"),
        DROPPED("dropped");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One turn of an action.
     *
     * @param due the new day of one that was moved
     * @param review the number of the review that said so; null where a person said it in between
     */
    public record Change(Kind kind, LocalDate due, String reason, Integer review, String by, Instant at) {}

    public boolean open() {
        return changes.stream().allMatch(change -> change.kind() == Kind.MOVED);
    }

    /** The day it is promised for now. */
    public LocalDate due() {
        return changes.stream()
                .filter(change -> change.kind() == Kind.MOVED)
                .map(Change::due)
                .reduce(promised, (earlier, later) -> later);
    }

    public boolean overdue(LocalDate today) {
        return open() && due().isBefore(today);
    }

    /** The action in one line, with what became of it. */
    public String line() {
        return action + " (" + owner + ", due " + Shown.day(due()) + ")";
    }

    /** How it stands, in words. */
    public String state() {
        if (changes.isEmpty()) {
            return "open";
        }
        var last = changes.get(changes.size() - 1);
        var reason = last.reason() == null ? "" : ": " + last.reason();
        return last.kind() == Kind.MOVED
                ? "open, moved from " + Shown.day(promised) + reason
                : last.kind().word() + reason;
    }
}
