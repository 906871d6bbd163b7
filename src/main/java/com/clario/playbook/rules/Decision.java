package com.clario.playbook.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored record of one evaluation: the facts as they were, the version that judged them, the verdict, and the rows
 * that fired, in the order of the tables.
 */
public record Decision(
        long id,
        String ruleSet,
        int version,
        String subject,
        Instant decidedAt,
        String decidedBy,
        String verdict,
        Map<String, String> facts,
        List<Fired> fired,
        Map<String, Integer> sums) {

    public Decision {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        fired = List.copyOf(fired);
        sums = Map.copyOf(sums);
    }

    /** The verdict when no row decided: a person has to. */
    public static final String UNDECIDED = "UNDECIDED";

    /** Whether the rules left this one to a person. */
    public boolean undecided() {
        return verdict.equals(UNDECIDED);
    }

    /** The points of one sum; 0 where no row gave any. */
    public int sum(String name) {
        return sums.getOrDefault(name, 0);
    }

    /** The rows of one table that fired. */
    public List<Fired> fired(String table) {
        return fired.stream().filter(row -> row.table().equals(table)).toList();
    }

    /** The first value a fired row put out under this name, such as {@code pilotRequired}. */
    public Optional<String> output(String name) {
        return fired.stream()
                .filter(row -> row.values().containsKey(name))
                .map(row -> row.values().get(name))
                .findFirst();
    }

    /** Every fired row as one line: its id, then its reason word for word. */
    public List<String> reasons() {
        return fired.stream().map(row -> row.row() + ": " + row.reason()).toList();
    }
}
