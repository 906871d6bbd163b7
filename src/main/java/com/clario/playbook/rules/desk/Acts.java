package com.clario.playbook.rules.desk;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Entry;
import com.clario.playbook.rules.trail.Trail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who did what to a rule set, in words; what one person edited in a row is one act, however often it was saved. */
@Component
class Acts {

    private static final int MOST_ACTS = 50;
    private static final int MOST_EDITS = 200;
    private static final int MOST_LINES = 300;

    private final Trail trail;
    private final Desk desk;

    Acts(Trail trail, Desk desk) {
        this.trail = trail;
        this.desk = desk;
    }

    /** One act, or several edits of one person. */
    record Shown(String at, String who, String what, List<String> changes, String why) {}

    /** The newest acts, and whether older ones are left out. */
    record Listed(List<Shown> list, boolean cut) {}

    Listed of(RuleSet<?> set) {
        var entries = trail.newest(set.name(), MOST_ACTS, MOST_EDITS);
        var edits = entries.stream().filter(Acts::isEdit).count();
        return new Listed(
                joined(entries).stream().map(this::shown).toList(),
                edits == MOST_EDITS || entries.size() - edits == MOST_ACTS);
    }

    private static List<List<Entry>> joined(List<Entry> entries) {
        var joined = new ArrayList<List<Entry>>();
        for (var entry : entries) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1).get(0);
            if (last == null || !isEdit(last) || !isEdit(entry) || !last.who().equals(entry.who())) {
                joined.add(new ArrayList<>());
            }
            joined.get(joined.size() - 1).add(entry);
        }
        return joined;
    }

    private static boolean isEdit(Entry entry) {
        return entry.act() == Act.EDITED;
    }

    /** What was changed first is read first. */
    private Shown shown(List<Entry> acts) {
        var newest = acts.get(0);
        var what = Desk.spoken(newest.act().name()) + (acts.size() == 1 ? "" : " " + acts.size() + " times");
        var inTime = new ArrayList<>(acts);
        Collections.reverse(inTime);
        var changes = inTime.stream().flatMap(act -> act.changes().stream()).toList();
        return new Shown(desk.moment(newest.at()), desk.name(newest.who()), what, brief(changes), newest.why());
    }

    private static List<String> brief(List<String> changes) {
        if (changes.size() <= MOST_LINES) {
            return changes;
        }
        var brief = new ArrayList<>(changes.subList(0, MOST_LINES));
        brief.add("and " + (changes.size() - MOST_LINES) + " more, which the trail keeps");
        return brief;
    }
}
