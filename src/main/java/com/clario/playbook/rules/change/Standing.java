package com.clario.playbook.rules.change;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Sweep;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The versions a change stands among: what it takes the place of, and what will take its place. */
@Component
class Standing {

    private static final Comparator<Version> BY_TIME =
            Comparator.comparing(Version::validFrom).thenComparing(Version::number);

    private final Versions versions;
    private final Clock clock;

    Standing(Versions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    int newest(String ruleSet) {
        return effective(ruleSet).mapToInt(Version::number).max().orElse(0);
    }

    /** What a manager was shown are differences to the versions there were. */
    void requireNewest(RuleChange change) {
        var newest = newest(change.ruleSet());
        if (newest != change.baseVersion()) {
            var what = newest > change.baseVersion()
                    ? "Version " + newest + " was made"
                    : "Version " + change.baseVersion() + " was called off";
            throw new Refusal(what + " since this change was submitted, so the differences are"
                    + " no longer the ones shown. Send it back; its author looks at it again and submits it anew.");
        }
    }

    /** All versions but those that were called off. */
    private Stream<Version> effective(String ruleSet) {
        return versions.all(ruleSet).stream().filter(version -> !version.isCalledOff());
    }

    /** The version that will be in force at a moment to come, as things stand; nothing starts before now. */
    Version at(String ruleSet, Instant moment) {
        return moment == null || !moment.isAfter(clock.instant())
                ? inForce(ruleSet)
                : effective(ruleSet)
                        .filter(version -> !version.validFrom().isAfter(moment))
                        .max(BY_TIME)
                        .orElseGet(() -> inForce(ruleSet));
    }

    private Version inForce(String ruleSet) {
        var number = versions.inForce(ruleSet).orElseThrow().number();
        return versions.find(ruleSet, number).orElseThrow();
    }

    /** The version in force at the moment at which the change starts. */
    Version replaced(RuleChange change) {
        var from = starts(change);
        return effective(change.ruleSet())
                .filter(version -> !version.validFrom().isAfter(from))
                .filter(version -> version.number() <= change.baseVersion())
                .max(BY_TIME)
                .or(() -> versions.find(change.ruleSet(), change.baseVersion()))
                .orElseThrow();
    }

    /** Versions approved before that begin after the change does. */
    List<Version> later(RuleChange change) {
        var from = starts(change);
        return effective(change.ruleSet())
                .filter(version -> version.validFrom().isAfter(from))
                .sorted(BY_TIME)
                .toList();
    }

    /** What the sweep says of the change beside the version it takes the place of. */
    List<Remark> remarks(RuleSet<?> set, RuleChange change) {
        return Sweep.of(set.facts(), change.content().gated(set), before(set, change));
    }

    /** Rows written for other columns cannot be compared. */
    private List<Rows> before(RuleSet<?> set, RuleChange change) {
        try {
            return replaced(change).content().gated(set);
        } catch (RowsRefused otherColumns) {
            return List.of();
        }
    }

    private Instant starts(RuleChange change) {
        return change.validFrom() == null ? clock.instant() : change.validFrom();
    }
}
