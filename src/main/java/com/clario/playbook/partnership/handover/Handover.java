package com.clario.playbook.partnership.handover;

import com.clario.playbook.access.Person;
import com.clario.playbook.partnership.Partnership;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What moves from one person to another, or goes back to the team.
 *
 * @param cases the partnerships that change their owner
 * @param tasks all that the first person has taken on and not done
 */
public record Handover(Person from, Person to, List<Partnership> cases, List<Held> tasks) {

    /**
     * A task somebody has taken on.
     *
     * @param partnership null for a task that belongs to a round
     * @param moves whether the new person may do it; else it goes back to its team
     */
    public record Held(String id, String name, String partnership, boolean moves) {

        /** One word for this task and what becomes of it. */
        public String mark() {
            return id + (moves ? ":moves" : ":back");
        }
    }

    public List<Held> moving() {
        return tasks.stream().filter(Held::moves).toList();
    }

    public List<Held> goingBack() {
        return tasks.stream().filter(task -> !task.moves()).toList();
    }

    public boolean empty() {
        return cases.isEmpty() && tasks.isEmpty();
    }

    /** What a person has seen before saying yes. */
    public List<String> marks() {
        return Stream.concat(
                        cases.stream().map(Partnership::code), tasks.stream().map(Held::mark))
                .toList();
    }

    /** How this differs from what was seen, in sentences; empty when nothing has changed. */
    public List<String> changesSince(List<String> seen) {
        var marks = marks();
        var come = Stream.concat(
                cases.stream()
                        .filter(one -> !seen.contains(one.code()))
                        .map(one -> "New: " + one.partnerName() + ", " + one.code() + "."),
                tasks.stream().filter(one -> !seen.contains(one.mark())).map(Handover::come));
        var gone = seen.stream()
                .filter(mark -> !marks.contains(mark))
                .map(this::gone)
                .filter(Objects::nonNull);
        return Stream.concat(come, gone.distinct()).toList();
    }

    private static String come(Held task) {
        return "New: " + task.name() + (task.moves() ? " moves." : " goes back to the team.");
    }

    /** A task that stays, but fares otherwise, has been told already. */
    private String gone(String mark) {
        if (!mark.contains(":")) {
            return "No longer: " + mark + ".";
        }
        var id = mark.substring(0, mark.indexOf(':'));
        return tasks.stream().anyMatch(task -> task.id().equals(id))
                ? null
                : "A task is done or taken by somebody else.";
    }
}
