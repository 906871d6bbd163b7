package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;

/** One compiled version of a rule set; any number of threads may ask it at once. */
public final class RuleBase {

    private static final int MOST_FIRINGS = 10_000;

    private final KieBase base;
    private final Map<String, Integer> places = new HashMap<>();

    RuleBase(KieBase base, List<Rows> tables) {
        this.base = base;
        tables.forEach(rows -> rows.list().forEach(row -> places.put(row.id(), places.size())));
    }

    /** Judges one case in a session of its own; the same facts always give the same findings in the same order. */
    public Findings judge(Object facts) {
        var findings = new Findings();
        var session = base.newKieSession();
        try {
            session.setGlobal("findings", findings);
            session.insert(facts);
            if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
                throw new IllegalStateException(
                        "Rules over " + facts.getClass().getSimpleName() + " do not come to an end");
            }
        } finally {
            session.dispose();
        }
        return findings.inOrder(places);
    }
}
