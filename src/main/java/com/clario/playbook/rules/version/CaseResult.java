package com.clario.playbook.rules.version;

import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.Finding;
import com.clario.playbook.rules.check.Findings;
import java.util.List;
import java.util.Map;

/**
 * What compiled rows say to one case.
 *
 * @param differences what comes out otherwise than expected, in sentences; empty where all is well
 */
public record CaseResult(String name, Outcome expected, Outcome actual, List<String> differences) {

    /** A verdict with the rows that fired and what they add up to. */
    public record Outcome(String verdict, List<String> rows, Map<String, Integer> sums) {}

    static CaseResult of(Cases.Case asked, Findings findings, Map<String, String> labels) {
        return new CaseResult(asked.name(), expected(asked), outcome(findings), asked.differences(findings, labels));
    }

    /** Of a case at which the rules themselves break. */
    static CaseResult broken(Cases.Case asked) {
        return new CaseResult(
                asked.name(),
                expected(asked),
                new Outcome(Decision.UNDECIDED, List.of(), Map.of()),
                List.of("the rules could not judge these facts"));
    }

    public static Outcome outcome(Findings findings) {
        return new Outcome(
                findings.verdict().orElse(Decision.UNDECIDED),
                findings.list().stream().map(Finding::row).toList(),
                Map.copyOf(findings.sums()));
    }

    private static Outcome expected(Cases.Case asked) {
        return new Outcome(asked.verdict(), asked.rows(), asked.sums());
    }

    /** Whether everything comes out as the case expects. */
    public boolean right() {
        return differences.isEmpty();
    }
}
