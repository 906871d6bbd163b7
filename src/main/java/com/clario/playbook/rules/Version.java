package com.clario.playbook.rules;

import java.time.Instant;
import java.util.Map;

/**
 * An approved, effective-dated, immutable state of a rule set.
 *
 * @param rows the managers' rows of each table, as canonical CSV
 */
public record Version(
        String ruleSet,
        int number,
        Instant validFrom,
        Map<String, String> rows,
        String sha256,
        String author,
        String approvedBy,
        String reason) {}
