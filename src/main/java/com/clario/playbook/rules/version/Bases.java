package com.clario.playbook.rules.version;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled versions: the one in force of each rule set at hand without waiting, some twenty others beside it. */
public class Bases {

    private static final int OTHERS = 20;

    private final RuleCompiler compiler;
    private final Versions versions;
    private final Map<String, Compiled> inForce = new ConcurrentHashMap<>();
    private final Map<Key, RuleBase> others = new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RuleBase> eldest) {
            return size() > OTHERS;
        }
    };

    public Bases(RuleCompiler compiler, Versions versions) {
        this.compiler = compiler;
        this.versions = versions;
    }

    /** The base of the version in force. Swapping the reference is all that a new version costs a decision. */
    public RuleBase inForce(RuleSet<?> set, Versions.Mark version) {
        var current = inForce.get(set.name());
        if (current != null && current.sha256().equals(version.sha256())) {
            return current.base();
        }
        var base = of(set, version);
        inForce.put(set.name(), new Compiled(version.sha256(), base));
        return base;
    }

    /** The base of any version, such as an old one for a back-test. */
    public RuleBase of(RuleSet<?> set, Versions.Mark version) {
        synchronized (others) {
            return others.computeIfAbsent(new Key(set.name(), version.sha256()), key -> {
                var stored = versions.find(set.name(), version.number()).orElseThrow();
                return compile(set, rows(set, stored));
            });
        }
    }

    /** Compiles rows that are not a version yet; who only wants to know whether they compile forgets the result. */
    public RuleBase compile(RuleSet<?> set, List<Rows> rows) {
        return compiler.compile(Shipped.source(set, rows));
    }

    /** Remembers a base before its version is in force, so that nobody waits for a compile. */
    void prepare(RuleSet<?> set, String sha256, RuleBase base) {
        synchronized (others) {
            others.put(new Key(set.name(), sha256), base);
        }
    }

    /** Through the gate again: what somebody wrote into the database past us does not reach Drools either. */
    private static List<Rows> rows(RuleSet<?> set, Version version) {
        return set.tables().stream()
                .map(table -> Gate.pass(table, version.content().rows(table.name())))
                .toList();
    }

    // By fingerprint and not by number: a number whose transaction failed goes to other rows.
    private record Key(String ruleSet, String sha256) {}

    private record Compiled(String sha256, RuleBase base) {}
}
