package com.clario.playbook.partnership;

import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One partner's way through the five stages.
 *
 * @param code such as {@code moka-1}: the business key everywhere
 * @param partnerName the partner's name at the moment of reading
 * @param owner the person who answers for it
 * @param outcome how it ended, in the drawing's word; null while it is open
 * @param pausedDays by how many days pauses have moved its plan so far
 * @param pause null unless it is paused now
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
        String outcome,
        int pausedDays,
        Pause pause) {

    /** The outcome of a case that a manager closed before its way was over. */
    public static final String CLOSED = "closed";

    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("notAFit", "not selected"),
            Map.entry("noInterest", "no interest"),
            Map.entry("partnerDeclined", "declined by the partner"),
            Map.entry("noReply", "no reply"),
            Map.entry("notApproached", "not approached"),
            Map.entry("notAgreed", "not agreed"),
            Map.entry("notLaunched", "not launched"),
            Map.entry("partnershipEnded", "partnership over"),
            Map.entry("terminated", "terminated"),
            Map.entry("expired", "terms not renewed"),
            Map.entry(CLOSED, "closed by a manager"));

    /** How two companies work together has changed, since both have signed it so. */
    public record ModelChanged(String code, Model before, Model after) {}

    /** Cases have another owner, who takes over what the one before had promised in them. */
    public record HandedOver(String from, Person to, List<String> cases) {}

    /** A stage a partnership is or was in: when it began, when it should have ended, when it did. */
    public record Visit(Stage stage, LocalDate enteredOn, LocalDate plannedEnd, LocalDate leftOn) {}

    /** It rests: since when, until when, why, and who said so. */
    public record Pause(LocalDate since, LocalDate until, String reason, String by) {

        /** What stands on its badge. */
        public String label() {
            return "Paused until " + Shown.day(until);
        }
    }

    /** How it ended, in words. */
    public String outcomeLabel() {
        return open() ? "" : outcomeLabel(outcome);
    }

    static String outcomeLabel(String outcome) {
        return OUTCOMES.getOrDefault(outcome, outcome);
    }

    public boolean isOwnedBy(String person) {
        return owner.equals(person);
    }

    public boolean open() {
        return outcome == null;
    }

    /** Whether signed terms go on binding both: also when a manager closed the case over them, without any notice. */
    public boolean bound() {
        return open() || outcome.equals(CLOSED);
    }

    /** The day the present stage should be over; none in the last one and for ended partnerships. */
    public Optional<LocalDate> plannedEnd() {
        return open() ? plannedEnd(stage) : Optional.empty();
    }

    /** The day a stage should be over, moved by the days the case was paused; none in the last one. */
    public Optional<LocalDate> plannedEnd(Stage of) {
        return of.plannedEnd(startedOn).map(end -> end.plusDays(pausedDays));
    }

    /** Whether anything of it moves: it has neither ended nor been paused. */
    public boolean going() {
        return open() && !paused();
    }

    public boolean paused() {
        return pause != null;
    }

    /** Refuses what would move a paused case. */
    public Partnership requireGoing() {
        if (paused()) {
            throw new Refusal(partnerName + " is paused until " + Shown.day(pause.until())
                    + ": nothing can be done before a manager resumes it.");
        }
        return this;
    }

    /** Days left until the planned end of the stage; negative when overdue. They stand still during a pause. */
    public Optional<Long> daysLeft(LocalDate today) {
        return plannedEnd().map(end -> ChronoUnit.DAYS.between(paused() ? pause.since() : today, end));
    }

    public boolean overdue(LocalDate today) {
        return !paused() && daysLeft(today).filter(days -> days < 0).isPresent();
    }
}
