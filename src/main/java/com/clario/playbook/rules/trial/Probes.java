package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.trial.Probing.Situation;
import com.clario.playbook.rules.version.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what a change does just below, at and just above every number it changes. */
public class Probes {

    private static final int MOST_RECORDED = 300;
    private static final int MOST_CHANGES = 40;

    private final Snapshots snapshots;
    private final Recorded recorded;

    public Probes(Snapshots snapshots, Recorded recorded) {
        this.snapshots = snapshots;
        this.recorded = recorded;
    }

    /** The probes that were made, and how many changed numbers were left out beside them. */
    public record Probed(List<Probing.Probe> list, int more) {

        public Probed {
            list = List.copyOf(list);
        }
    }

    /**
     * The first numbers that differ between two contents, in the order of the tables: a page that probed every number
     * of a large upload would never come.
     */
    public Probed of(RuleSet<?> set, Content before, Content after) {
        var probing = new Probing(snapshots, set, before, after);
        var changes = probing.changes();
        if (changes.isEmpty()) {
            return new Probed(List.of(), 0);
        }
        var situations = situations(set, probing, after, before);
        var probes = changes.stream()
                .limit(MOST_CHANGES)
                .map(change -> probing.probe(change, situations))
                .toList();
        return new Probed(probes, changes.size() - probes.size());
    }

    /** Cases first, since people wrote them to be read; the same facts once. */
    private List<Situation> situations(RuleSet<?> set, Probing probing, Content... contents) {
        Map<Object, String> names = new LinkedHashMap<>();
        for (var content : contents) {
            if (!content.cases().isEmpty()) {
                Cases.read(content.cases(), set.facts()).forEach(each -> names.putIfAbsent(each.facts(), each.name()));
            }
        }
        for (var one : recorded.newest(set.name(), MOST_RECORDED)) {
            try {
                names.putIfAbsent(
                        Facts.stored(set.facts(), one.facts()), "Decision " + one.id() + ": " + one.subject());
            } catch (Facts.Unreadable e) {
                // The back-test counts these; here others do as well.
            }
        }
        return names.entrySet().stream()
                .flatMap(each -> probing.situation(each.getValue(), each.getKey()).stream())
                .toList();
    }
}
