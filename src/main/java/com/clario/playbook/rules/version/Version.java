package com.clario.playbook.rules.version;

import java.time.Instant;
import java.util.Map;

/**
 * An approved, effective-dated, immutable state of a rule set.
 *
 * @param content the managers' rows and cases in their one spelling
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
        String reason) {

    /** What a compiled base is found by. */
    public Versions.Mark mark() {
        return new Versions.Mark(number, sha256, validFrom);
    }

    Version with(Content whole) {
        return new Version(ruleSet, number, validFrom, whole, sha256, author, approvedBy, reason);
    }

    /** The managers' rows of each table, as canonical CSV. */
    public Map<String, String> rows() {
        return content.tables();
    }
}
