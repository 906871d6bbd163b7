package com.clario.playbook.rules.version;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.RuleBase;
import java.util.ArrayList;
import java.util.List;

/** Puts the cases of a rule set to its compiled rows: each must come out as it says. */
final class Proof {

    private static final int MOST_TOLD = 5;

    private Proof() {}

    /** Refuses rows of which a case says otherwise; no cases prove nothing and are no obstacle. */
    static void of(RuleSet<?> set, String cases, RuleBase base) {
        var differences = new ArrayList<String>();
        for (var one : read(set, cases)) {
            differences.addAll(one.differences(base.judge(one.facts())));
        }
        if (!differences.isEmpty()) {
            var more = differences.size() > MOST_TOLD ? " and " + (differences.size() - MOST_TOLD) + " more" : "";
            throw new Refusal("Cases come out otherwise. "
                    + String.join("; ", differences.subList(0, Math.min(MOST_TOLD, differences.size()))) + more);
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
