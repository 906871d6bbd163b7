package com.clario.playbook.rules.change;

import com.clario.playbook.rules.version.Content;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One change of a rule set on its way into force. Its content is frozen: what managers type in the draft meanwhile is
 * no part of it until somebody submits again.
 *
 * @param number counts the changes of the rule set
 * @param sha256 the fingerprint of the content when it was submitted
 * @param validFrom when it shall start; null for the moment of its approval
 * @param editors everybody who wrote some of it, with whoever submitted it; none of them may approve
 * @param baseVersion the newest version when it was submitted: any newer one overtakes it
 * @param startedFrom the version its draft was begun from
 * @param comment why it was sent back or could not go on; empty where nobody said anything
 * @param version what it became when it was approved; null until then
 * @param backTest the last back-test of its content; null where there was none
 */
public record RuleChange(
        long id,
        String ruleSet,
        int number,
        State state,
        Content content,
        String sha256,
        String reason,
        Instant validFrom,
        String submittedBy,
        Instant submittedAt,
        Set<String> editors,
        int baseVersion,
        int startedFrom,
        String decidedBy,
        Instant decidedAt,
        String comment,
        Integer version,
        Long backTest) {

    /** How far a change has come. */
    public enum State {
        /** Checked, then another manager decides. */
        SUBMITTED,
        /** With its author: sent back, or something in it is wrong. */
        MENDING,
        /** A version, but its day has not come. */
        APPROVED,
        ACTIVE,
        /** A version that never comes into force. */
        CALLED_OFF,
        WITHDRAWN
    }

    public RuleChange {
        editors = Collections.unmodifiableSet(new TreeSet<>(editors));
        comment = comment == null ? "" : comment;
    }

    RuleChange by(Set<String> everybody) {
        return new RuleChange(
                id,
                ruleSet,
                number,
                state,
                content,
                sha256,
                reason,
                validFrom,
                submittedBy,
                submittedAt,
                everybody,
                baseVersion,
                startedFrom,
                decidedBy,
                decidedAt,
                comment,
                version,
                backTest);
    }

    /** The business key of its drawing, such as {@code rule-identify-fit-3}. */
    public String key() {
        return "rule-" + ruleSet.replace('/', '-') + "-" + number;
    }

    /** The version it became. */
    public Optional<Integer> becameVersion() {
        return Optional.ofNullable(version);
    }

    /** Whether nobody changed the content past us. */
    boolean isAsSubmitted() {
        return content.sha256().equals(sha256);
    }

    boolean isWrittenBy(String person) {
        return submittedBy.equals(person) || editors.contains(person);
    }
}
