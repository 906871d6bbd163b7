package com.clario.playbook.optimize.renewal;

import com.clario.playbook.partner.Model;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The question whether one version of the terms goes on, and what a manager answered.
 *
 * @param version the signed version it is about
 * @param model how the two work together when it is asked
 * @param advice the stored decision of the rules
 * @param answer null while nobody has answered
 */
public record Renewal(
        long id, String partnership, int version, Model model, long advice, Instant askedAt, Answer answer) {

    /** What a manager can answer. */
    public enum Choice {
        RENEW("Renew: go on with a new contract"),
        END("End: the terms run out on their last day"),
        LATER("Decide later");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One answer.
     *
     * @param askAgainOn when the question comes again if it was put off; null else
     */
    public record Answer(Choice choice, String reason, LocalDate askAgainOn, String by, Instant at) {}

    public boolean answered() {
        return answer != null;
    }
}
