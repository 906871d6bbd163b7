package com.clario.playbook.partnership;

import java.time.Instant;

/**
 * A task somebody has to do for a partnership.
 *
 * @param step the task's word in its drawing, such as {@code reviewContract}
 * @param group who may take it; null where it was given to one person
 * @param assignee who has taken it; null while nobody has
 * @param due null where it has no date
 */
public record OpenTask(
        String id, String partnership, String step, String name, String group, String assignee, Instant due) {

    /** Where the task is done. */
    public String link() {
        return "/camunda/app/tasklist/default/#/?task=" + id;
    }
}
