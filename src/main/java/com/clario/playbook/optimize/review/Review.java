package com.clario.playbook.optimize.review;

import java.time.Instant;
import java.util.Map;

/**
 * One monthly review of a partnership.
 *
 * @param number counted from 1 within the partnership
 * @param judgement what the rules say; null until they judged
 * @param conclusion what the meeting concluded; null until it was held
 */
public record Review(
        long id,
        String partnership,
        int number,
        Figures figures,
        String enteredBy,
        Instant enteredAt,
        Judgement judgement,
        Conclusion conclusion) {

    private static final Map<String, String> LABELS = Map.of(
            ReviewFacts.EXPAND, "Expand",
            ReviewFacts.KEEP, "Keep",
            ReviewFacts.ADJUST, "Adjust terms",
            ReviewFacts.TERMINATE, "Terminate");

    /** What the rules say, by the stored decision; undecided where no row fits. */
    public record Judgement(long decision, String verdict, int monthsLive) {

        public boolean undecided() {
            return !LABELS.containsKey(verdict);
        }

        public String label() {
            return Review.label(verdict);
        }
    }

    /** The verdict people gave, why, who held the review and when. */
    public record Conclusion(String verdict, String reason, String heldBy, Instant heldAt) {

        public String label() {
            return Review.label(verdict);
        }
    }

    public boolean held() {
        return conclusion != null;
    }

    /** Whether the meeting concluded something else than the rules. */
    public boolean overridden() {
        return held() && judgement != null && !conclusion.verdict().equals(judgement.verdict());
    }

    /** The verdict in a word, as long as there is one. */
    public String outcome() {
        return held() ? conclusion.label() : "not held yet";
    }

    static boolean knows(String verdict) {
        return verdict != null && LABELS.containsKey(verdict);
    }

    /** A verdict in words. */
    public static String label(String verdict) {
        return LABELS.getOrDefault(verdict, "The rules could not decide");
    }
}
