package com.clario.playbook.rules.version;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether rows become rules, and whether these say what their cases expect.
 *
 * @param refusal why there are no rules to ask, in a sentence; empty where there are
 * @param unproven rows no case proves, in sentences
 */
public record Proof(String refusal, List<CaseResult> cases, List<String> unproven) {

    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);
    private static final int MOST_TOLD = 5;

    public static Proof refused(String sentence) {
        return new Proof(sentence, List.of(), List.of());
    }

    /** Puts the cases to compiled rows; no cases prove nothing and are no obstacle. */
    public static Proof of(RuleSet<?> set, List<Rows> tables, String cases, RuleBase base) {
        var read = read(set, cases);
        var labels = set.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(Column::isPoints)
                .collect(Collectors.toMap(Column::field, Column::label, (first, second) -> first));
        var results = read.stream().map(each -> ask(base, each, labels)).toList();
        return new Proof("", results, Cases.unproven(tables, read));
    }

    /** Whether there are rules, and every case comes out as it expects. */
    public boolean right() {
        return refusal.isEmpty() && cases.stream().allMatch(CaseResult::right);
    }

    /** The cases that come out otherwise. */
    public List<CaseResult> wrong() {
        return cases.stream().filter(each -> !each.right()).toList();
    }

    /** Refuses rows of which a case says otherwise. */
    void refuseWrong() {
        var differences = wrong().stream()
                .flatMap(each -> each.differences().stream().map(difference -> each.name() + ": " + difference))
                .toList();
        if (!differences.isEmpty()) {
            var more = differences.size() > MOST_TOLD ? " and " + (differences.size() - MOST_TOLD) + " more" : "";
            throw new Refusal("Cases come out otherwise. "
                    + String.join("; ", differences.subList(0, Math.min(MOST_TOLD, differences.size()))) + more);
        }
    }

    private static CaseResult ask(RuleBase base, Cases.Case asked, Map<String, String> labels) {
        try {
            return CaseResult.of(asked, base.judge(asked.facts()), labels);
        } catch (RuntimeException e) {
            LOG.warn("The rules cannot judge the case {}", asked.name(), e);
            return CaseResult.broken(asked);
        }
    }

    private static List<Cases.Case> read(RuleSet<?> set, String cases) {
        try {
            return cases.isBlank() ? List.of() : Cases.read(cases, set.facts());
        } catch (RuntimeException unreadable) {
            // A column is missing or a fact is of another kind; Jackson's first line says which.
            throw new Refusal(
                    "The cases cannot be read: "
                            + unreadable.getMessage().lines().findFirst().orElse(""),
                    unreadable);
        }
    }
}
