package com.clario.playbook.optimize.end;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * The way out of a live partnership.
 *
 * @param decidedAt when a manager decided to end it
 * @param version the signed version of the terms whose notice counts
 * @param letter the notice letter we drafted
 * @param notice null until it was given
 * @param early null unless both sides agreed to end before the last day
 * @param withdrawal null unless both sides agreed to go on after all
 * @param revokedAt when keys and codes were revoked; null until then
 * @param settlement null until finance settled the accounts
 * @param summary the document that says what was kept; null until archived
 */
public record WindDown(
        long id,
        String partnership,
        Cause cause,
        Instant decidedAt,
        int version,
        long letter,
        Notice notice,
        Agreement early,
        Agreement withdrawal,
        Instant revokedAt,
        Settlement settlement,
        Long summary) {

    /** Why a partnership ends. */
    public enum Cause {
        TERMINATED("a review terminated it"),
        EXPIRED("its terms are not renewed");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How notice can be given. */
    public enum How {
        LETTER("by registered letter"),
        MAIL("by mail"),
        IN_PERSON("handed over in person");

        private final String label;

        How(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The notice as it was given.
     *
     * @param why how the last day comes about
     * @param customers what happens to the customers the partner brought
     */
    public record Notice(LocalDate givenOn, How how, LocalDate lastDay, String why, String customers, String by) {}

    /** What both sides agreed on, told by a manager. */
    public record Agreement(LocalDate on, String why, String by) {}

    /** Who owes whom at the end. */
    public enum Balance {
        PARTNER_OWES("The partner owes us"),
        WE_OWE("We owe the partner"),
        NOTHING("Nobody owes anything");

        private final String label;

        Balance(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The accounts at the end.
     *
     * @param amount null where nobody owes anything
     * @param statement the final statement; null where none is due
     */
    public record Settlement(
            Balance balance, MonetaryAmount amount, Long statement, String note, String by, Instant at) {}

    /** The last day of the partnership, as it stands. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(early).map(Agreement::on).or(() -> Optional.ofNullable(notice)
                .map(Notice::lastDay));
    }

    public boolean over(LocalDate today) {
        return withdrawal == null && notice != null && (early != null || today.isAfter(notice.lastDay()));
    }

    /** Whether notice was given and the last day is still to come. */
    public boolean running() {
        return notice != null && early == null && withdrawal == null && revokedAt == null;
    }
}
