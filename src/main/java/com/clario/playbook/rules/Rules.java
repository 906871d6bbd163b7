package com.clario.playbook.rules;

import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ReflectionUtils;

/** Decides cases by the version in force and keeps every decision with its reasons. */
public class Rules {

    private final Bases bases;
    private final Versions versions;
    private final Decisions decisions;
    private final Clock clock;
    private final Supplier<String> who;

    Rules(Bases bases, Versions versions, Decisions decisions, Clock clock, Supplier<String> who) {
        this.bases = bases;
        this.versions = versions;
        this.decisions = decisions;
        this.clock = clock;
        this.who = who;
    }

    /** Judges the facts by the version in force now and stores the decision in the caller's transaction. */
    @Transactional
    public <F> Decision decide(RuleSet<F> set, F facts, String subject) {
        refuseGaps(facts);
        var version = inForce(set);
        var findings = version.base().judge(facts);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return decisions.add(set, version.number(), subject, now, who.get(), facts, findings);
    }

    /** What the version in force would say about these facts; nothing is stored. */
    @Transactional(readOnly = true)
    public <F> Decision preview(RuleSet<F> set, F facts) {
        refuseGaps(facts);
        var version = inForce(set);
        var findings = version.base().judge(facts);
        return Decisions.preview(set, version.number(), clock.instant(), who.get(), facts, findings);
    }

    private Bases.Compiled inForce(RuleSet<?> set) {
        return versions.inForce(set.name())
                .map(newest -> bases.inForce(set, newest))
                .orElseThrow(() -> new IllegalStateException("No version of " + set.name() + " is in force"));
    }

    /** All decisions about a subject (a partnership's code, a round's name), oldest first. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(String subject) {
        return decisions.about(subject);
    }

    @Transactional(readOnly = true)
    public Decision decision(long id) {
        return decisions.find(id).orElseThrow(() -> new IllegalArgumentException("There is no decision " + id));
    }

    /** All versions of a rule set, newest first, also those that start later. */
    @Transactional(readOnly = true)
    public List<Version> versions(RuleSet<?> set) {
        return versions.all(set.name());
    }

    /** A condition on a missing fact fails without a word, so that a row against it would not fire. */
    private static void refuseGaps(Object facts) {
        for (var component : facts.getClass().getRecordComponents()) {
            if (ReflectionUtils.invokeMethod(component.getAccessor(), facts) == null) {
                throw new IllegalArgumentException(
                        component.getName() + " of " + facts.getClass().getSimpleName() + " is not known");
            }
        }
    }
}
