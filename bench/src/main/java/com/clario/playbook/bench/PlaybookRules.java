package com.clario.playbook.bench;

import com.clario.playbook.rules.check.Findings;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.check.Source;
import com.clario.playbook.rules.table.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The product's own way, from the gate's rows to findings. */
final class PlaybookRules implements Engine<Findings> {

    private static final RuleCompiler COMPILER = new RuleCompiler(Duration.ofSeconds(60));

    private final RuleBase base;

    PlaybookRules(Rows rows) {
        base = COMPILER.compile(new Source("bench/points", Prospect.class, List.of(rows), Map.of()));
    }

    @Override
    public Findings decide(Prospect prospect) {
        return base.judge(prospect);
    }

    @Override
    public List<Hit> hits(Findings findings) {
        return findings.list().stream()
                .map(one -> new Hit(one.row(), Integer.parseInt(one.values().get("points")), one.reason()))
                .toList();
    }
}
