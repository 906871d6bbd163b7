package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                CommandFactory.newFireAllRules(MOST_FIRINGS));
        base.newStatelessKieSession().execute(CommandFactory.newBatchExecution(commands));
        return findings.inOrder(places);
    }
}
