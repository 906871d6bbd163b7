package com.clario.playbook.partner.csv;

import com.clario.playbook.partner.csv.Entry.Problem;
import com.clario.playbook.partner.likeness.Lookalike;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What an import would do, row by row, before anything is written. */
record DryRun(List<Line> lines) {

    /** What would become of a row. */
    enum Outcome {
        ADD("Adds", "green"),
        THERE("Already there", "secondary"),
        WARNING("Looks like another", "yellow"),
        REFUSED("Refused", "red");

        private final String label;
        private final String colour;

        Outcome(String label, String colour) {
            this.label = label;
            this.colour = colour;
        }

        public String label() {
            return label;
        }

        public String colour() {
            return colour;
        }
    }

    /**
     * One row and what it would do.
     *
     * @param newPartner whether it brings the partner itself, or only somebody at one that is there
     * @param after the row that has to go in first, because it brings the partner; 0 where there is none
     */
    record Line(
            Entry entry,
            Outcome outcome,
            boolean newPartner,
            int after,
            String says,
            List<Problem> problems,
            List<Lookalike> alike) {

        public int number() {
            return entry.row().number();
        }

        /** How the row calls its partner, also where the name is not one. */
        public String name() {
            return Sheet.clipped(entry.row().cell(Columns.NAME));
        }
    }

    long count(String outcome) {
        return lines.stream()
                .filter(line -> line.outcome() == Outcome.valueOf(outcome))
                .count();
    }

    public long adds() {
        return count("ADD");
    }

    public long there() {
        return count("THERE");
    }

    public long warnings() {
        return count("WARNING");
    }

    public long refused() {
        return count("REFUSED");
    }

    /** The rows that go in when a person says which of the lookalikes are other companies. */
    List<Line> taken(Set<Integer> anyway) {
        var taken = new HashSet<Integer>();
        return lines.stream()
                .filter(line -> line.outcome() == Outcome.ADD
                        || line.outcome() == Outcome.WARNING && anyway.contains(line.number()))
                .filter(line -> line.after() == 0 || taken.contains(line.after()))
                .filter(line -> taken.add(line.number()))
                .toList();
    }

    /** Whether some rows that bring something would not go in. */
    boolean leavesOut(List<Line> taken) {
        return lines.size() - there() > taken.size();
    }

    /** Tells two lists apart: what a person confirms must be what they saw. */
    public String fingerprint() {
        var seen = new StringBuilder();
        lines.forEach(line -> seen.append(line.number())
                .append(line.outcome())
                .append(line.says())
                .append(line.problems())
                .append(line.alike())
                .append('\n'));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(seen.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
