package com.clario.playbook.rules.change;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Typed;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Versions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls off what was approved and waits for its day. Any manager may, also who wrote it: what stays in force was
 * approved before.
 */
@Service
public class CallOffs {

    private static final int LONGEST_REASON = 2000;

    private final SavedChanges saved;
    private final Versions versions;
    private final RuleChangeProcess process;
    private final Trail trail;
    private final People people;

    CallOffs(SavedChanges saved, Versions versions, RuleChangeProcess process, Trail trail, People people) {
        this.saved = saved;
        this.versions = versions;
        this.process = process;
        this.trail = trail;
        this.people = people;
    }

    /** The version never comes into force; refused where its time has come by the database's clock. */
    @Transactional
    public void callOff(RuleSet<?> set, int version, String why) {
        people.requireOneOf(Groups.MANAGERS);
        var said = Typed.words(why);
        if (said.isEmpty()) {
            throw new Refusal("Why: say why version " + version + " is called off.");
        }
        if (said.length() > LONGEST_REASON) {
            throw new Refusal("Why: at most " + LONGEST_REASON + " characters.");
        }
        var change = saved.all(set.name()).stream()
                .filter(each -> each.becameVersion().orElse(0) == version)
                .findFirst()
                .orElseThrow(() -> new Refusal("No approved change became version " + version + " of these rules."));
        // First the state: of two who call off at once the second stops here.
        if (!saved.move(change.id(), State.APPROVED, State.CALLED_OFF, said)) {
            throw new Refusal("Version " + version + " does not wait for its day any more: it came into force, or"
                    + " somebody called it off.");
        }
        var who = people.current().id();
        if (!versions.callOff(set.name(), version, who, said)) {
            throw new Refusal("Version " + version + " is in force, or will be within seconds, and is not called off:"
                    + " roll back to the version before it instead.");
        }
        trail.add(set.name(), who, Act.CALLED_OFF, "Version " + version, "", said);
        process.callOff(change);
    }
}
