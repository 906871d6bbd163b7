package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.commands.runtime.rule.FireAllRulesCommand;
import org.kie.api.KieBase;
import org.kie.api.command.Command;
import org.kie.internal.command.CommandFactory;

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
        List<Command<?>> commands = List.of(
                CommandFactory.newSetGlobal("findings", findings),
                CommandFactory.newInsert(facts),
                new FireAllRulesCommand("firings", MOST_FIRINGS, null));
        var results = base.newStatelessKieSession().execute(CommandFactory.newBatchExecution(commands));
        if (Integer.valueOf(MOST_FIRINGS).equals(results.getValue("firings"))) {
            throw new IllegalStateException(
                    "Rules over " + facts.getClass().getSimpleName() + " do not come to an end");
        }
        return findings.inOrder(places);
    }
}
