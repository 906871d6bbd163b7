package com.clario.playbook.rules.trial;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Shipped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Tries one case by hand against any content; nothing of it is kept. */
public class Trials {

    private final Snapshots snapshots;

    public Trials(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** What the content says of these facts, why, and what it was close to. */
    public Tried judge(RuleSet<?> set, Content content, Map<String, String> facts) {
        var known = Facts.read(set, facts);
        var snapshot = snapshots.of(set, content);
        var findings = snapshot.ask(known).orElseThrow(() -> new Refusal("The rules cannot judge these facts"));
        var fired = findings.list().stream()
                .map(each -> new Fired(each.row(), each.table(), each.reason(), each.values()))
                .toList();
        return new Tried(
                findings.verdict().orElse(Decision.UNDECIDED),
                fired,
                findings.sums(),
                NearMisses.of(set, snapshot, known, findings));
    }

    /** The facts a form asks for. */
    public List<Field> fields(RuleSet<?> set) {
        return Field.of(set);
    }

    /** Facts to begin with: those of the first shipped case. */
    public Map<String, String> start(RuleSet<?> set) {
        return Cases.read(Shipped.cases(set), set.facts()).stream()
                .findFirst()
                .map(first -> Facts.texts(first.facts()))
                .orElse(Map.of());
    }

    /**
     * What a content says of one case.
     *
     * @param fired the rows that fired, in the order of the tables
     * @param nearMisses the rows that one number kept from firing, those that would change the verdict first
     */
    public record Tried(String verdict, List<Fired> fired, Map<String, Integer> sums, List<NearMiss> nearMisses) {

        public Tried {
            fired = List.copyOf(fired);
            sums = Map.copyOf(sums);
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /**
     * A row that did not fire for one number alone.
     *
     * @param what the number it is about, as above its column
     * @param gap how much is missing; negative where it is too much
     * @param verdict what the verdict would then be; empty where it would stay
     */
    public record NearMiss(
            String table, String row, String what, BigDecimal value, BigDecimal gap, String verdict, String sentence) {

        public boolean changesTheVerdict() {
            return !verdict.isEmpty();
        }
    }
}
