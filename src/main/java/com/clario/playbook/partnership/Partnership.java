package com.clario.playbook.partnership;

import com.clario.playbook.partner.Model;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * One partner's way through the five stages.
 *
 * @param code such as {@code moka-1}: the business key everywhere
 * @param partnerName the partner's name at the moment of reading
 * @param owner the person who answers for it
 * @param outcome how it ended, in the drawing's word; null while it is open
 */
public record Partnership(
        String code,
        String partner,
        String partnerName,
        Model model,
        Stage stage,
        String owner,
        LocalDate startedOn,
        LocalDate stageSince,
        LocalDate endedOn,
        String outcome) {

    private static final Map<String, String> OUTCOMES = Map.of(
            "notAFit", "not selected",
            "noInterest", "no interest",
            "partnerDeclined", "declined by the partner",
            "noReply", "no reply",
            "notApproached", "not approached",
            "notAgreed", "not agreed",
            "notLaunched", "not launched",
            "partnershipEnded", "partnership over");

    /** A stage a partnership is or was in: when it began, when it should have ended, when it did. */
    public record Visit(Stage stage, LocalDate enteredOn, LocalDate plannedEnd, LocalDate leftOn) {}

    /** How it ended, in words. */
    public String outcomeLabel() {
        return open() ? "" : outcomeLabel(outcome);
    }

    static String outcomeLabel(String outcome) {
        return OUTCOMES.getOrDefault(outcome, outcome);
    }

    public boolean open() {
        return outcome == null;
    }

    /** The day the present stage should be over; none in the last one and for ended partnerships. */
    public Optional<LocalDate> plannedEnd() {
        return open() ? stage.plannedEnd(startedOn) : Optional.empty();
    }

    /** Days left until the planned end of the stage; negative when overdue. */
    public Optional<Long> daysLeft(LocalDate today) {
        return plannedEnd().map(end -> ChronoUnit.DAYS.between(today, end));
    }

    public boolean overdue(LocalDate today) {
        return daysLeft(today).filter(days -> days < 0).isPresent();
    }
}
