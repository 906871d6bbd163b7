package com.clario.playbook.rules.version;

import java.time.Instant;
import java.util.Map;

/**
 * An approved, effective-dated, immutable state of a rule set.
 *
 * @param content the managers' rows and cases in their one spelling
 * @param calledOff who called it off before its day; null where nobody did
 * @param sha256 the content's fingerprint when it was approved
 */
public record Version(
        String ruleSet,
        int number,
        Instant validFrom,
        Content content,
        String sha256,
        String author,
        String approvedBy,
        String reason,
        CalledOff calledOff) {

    /** Why a version never comes into force. */
    public record CalledOff(String by, Instant at, String why) {}

    public Version(
            String ruleSet,
            int number,
            Instant validFrom,
            Content content,
            String sha256,
            String author,
            String approvedBy,
            String reason) {
        this(ruleSet, number, validFrom, content, sha256, author, approvedBy, reason, null);
    }

    public boolean isCalledOff() {
        return calledOff != null;
    }

    /** What a compiled base is found by. */
    public Versions.Mark mark() {
        return new Versions.Mark(number, sha256, validFrom);
    }

    Version with(Content whole) {
        return new Version(ruleSet, number, validFrom, whole, sha256, author, approvedBy, reason, calledOff);
    }

    /** The managers' rows of each table, as canonical CSV. */
    public Map<String, String> rows() {
        return content.tables();
    }
}
