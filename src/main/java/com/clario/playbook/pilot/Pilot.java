package com.clario.playbook.pilot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A trial with named customers: the plan, fixed before it starts, and what came of it.
 *
 * @param scope what the customers try
 * @param whoPays {@link PilotPlan#FREE} or {@link PilotPlan#PRICE}
 * @param startedOn its first day: as planned, or the day the letter was signed if that came later; null until then
 * @param targetSatisfaction the average answer that counts as success, 1 to 5
 * @param pausedDays by how many days pauses of the case have moved its end
 * @param extendedUntil the new last day after the one extension; null while there was none
 * @param endedEarlyOn the day a person ended it before its time; null if nobody did
 * @param results what was entered at the end of each period, oldest first
 * @param signOff what a manager decided about the judged pilot; null until then
 */
public record Pilot(
        String partnership,
        List<String> customers,
        LocalDate startsOn,
        int days,
        int targetActivePercent,
        BigDecimal targetSatisfaction,
        String failureCriteria,
        String scope,
        String whoPays,
        String plannedBy,
        Instant plannedAt,
        LocalDate startedOn,
        int pausedDays,
        LocalDate extendedUntil,
        LocalDate endedEarlyOn,
        List<Result> results,
        SignOff signOff) {

    private static final int SHORTEST_EXTENSION = 14;

    /**
     * What the pilot showed.
     *
     * @param decision the stored decision that judged it; null until judged
     * @param verdict {@link PilotFacts#PASSED}, {@link PilotFacts#EXTEND} or {@link PilotFacts#FAILED}; null until judged
     */
    public record Result(
            long id,
            int activeCustomers,
            BigDecimal satisfaction,
            int seriousIncidents,
            String note,
            String enteredBy,
            Instant enteredAt,
            Long decision,
            String verdict) {}

    /** A manager's word on a judged pilot: {@link #SIGNED_OFF} or {@link #STOPPED}, and why. */
    public record SignOff(String decision, String reason, String by, Instant at) {

        public static final String SIGNED_OFF = "SIGNED_OFF";
        public static final String STOPPED = "STOPPED";
    }

    /** The last day customers try it, the extension included. */
    public LocalDate lastDay() {
        return extended() ? extendedUntil : firstDay().plusDays(days - 1L + pausedDays);
    }

    /** How many days customers have tried it when it was ended early; none where it ran its time. */
    Optional<Long> daysRun() {
        return Optional.ofNullable(endedEarlyOn).map(end -> ChronoUnit.DAYS.between(firstDay(), end) + 1);
    }

    /** The first day customers try it; planned, as long as it has not started. */
    public LocalDate firstDay() {
        return started() ? startedOn : startsOn;
    }

    /** Whether its letter was approved and signed, so that nothing of the plan changes any more. */
    public boolean started() {
        return startedOn != null;
    }

    public boolean extended() {
        return extendedUntil != null;
    }

    /** Half as long again, counted from today, but long enough to show anything. */
    LocalDate extendedFrom(LocalDate today) {
        return today.plusDays(Math.max(SHORTEST_EXTENSION, (days + 1) / 2));
    }

    public Optional<Result> lastResult() {
        return results.isEmpty() ? Optional.empty() : Optional.of(results.get(results.size() - 1));
    }

    /** How the rules judged it last; none while it runs or waits for its judgement. */
    public Optional<String> verdict() {
        return lastResult().map(Result::verdict);
    }

    public boolean signedOff() {
        return signOff != null && SignOff.SIGNED_OFF.equals(signOff.decision());
    }

    PilotFacts facts(Result result) {
        return new PilotFacts(
                customers.size(),
                result.activeCustomers(),
                targetActivePercent,
                result.satisfaction(),
                targetSatisfaction,
                result.seriousIncidents(),
                extended());
    }
}
