package com.clario.playbook.rules.draft;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The draft of a rule set as it was saved last.
 *
 * @param revision counts every save; who saves names the one that was read
 * @param baseVersion the version in force when the draft was started
 * @param editors everybody who changed a cell, or began it with the rows of an old version; not those whose changes
 *     were taken back so that the draft says to the letter what it said before them
 */
public record Draft(
        String ruleSet,
        long revision,
        Sheet sheet,
        int baseVersion,
        String startedBy,
        Instant startedAt,
        String changedBy,
        Instant changedAt,
        Set<String> editors) {

    public Draft {
        editors = Collections.unmodifiableSet(new TreeSet<>(editors));
    }

    Draft by(Set<String> everybody) {
        return new Draft(ruleSet, revision, sheet, baseVersion, startedBy, startedAt, changedBy, changedAt, everybody);
    }
}
