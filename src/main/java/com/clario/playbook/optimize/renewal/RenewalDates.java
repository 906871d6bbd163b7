package com.clario.playbook.optimize.renewal;

import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;

/**
 * When somebody has to say whether signed terms go on.
 *
 * @param askOn when the decision comes: thirty days before notice would have to be given
 * @param decideBy the last day on which notice still ends the terms on their last day
 * @param lastDay the last day of the terms
 */
public record RenewalDates(LocalDate askOn, LocalDate decideBy, LocalDate lastDay) {

    private static final int DAYS_TO_DECIDE = 30;

    /** Never before the terms begin, however long their notice is. */
    static RenewalDates of(TermsVersion signed) {
        var decideBy = latest(signed.validTo().minusDays(signed.terms().noticeDays()), signed.validFrom());
        return new RenewalDates(
                latest(decideBy.minusDays(DAYS_TO_DECIDE), signed.validFrom()), decideBy, signed.validTo());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The dates in one line. */
    public String line() {
        return "decide by " + Shown.day(decideBy) + "; the terms end on " + Shown.day(lastDay);
    }
}
