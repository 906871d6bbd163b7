package com.clario.playbook.rules.change;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.draft.Draft;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The managers who may approve a change: nobody does who wrote some of it, so one has to be left who did not. */
@Component
public class Approvers {

    private final SavedChanges changes;
    private final People people;

    Approvers(SavedChanges changes, People people) {
        this.changes = changes;
        this.people = people;
    }

    /** What whoever opens a draft should know before they type in it; empty where it is theirs, or nobody's yet. */
    public String warning(Draft draft) {
        var editors = draft.editors();
        var withMe = withMe(editors);
        if (withMe.size() < 2) {
            return "";
        }
        var left = left(withMe);
        if (editors.size() > 1) {
            return names(editors) + " have changed this draft, so none of them can approve it. "
                    + (left(editors).isEmpty() ? wayOut() : names(left(editors)) + " can.");
        }
        return names(editors) + " has changed this draft. If you change it, too, you cannot approve it"
                + (left.isEmpty() ? ", and no manager is left who could." : "; " + names(left) + " still can.");
    }

    /** Why a draft of these editors, submitted by whoever asks, could never be approved; empty where it could. */
    public String obstacle(RuleSet<?> set, Set<String> ofDraft) {
        var editors = withEarlier(set, ofDraft);
        var writers = withMe(editors);
        if (!left(writers).isEmpty()) {
            return "";
        }
        var who = "No manager is left who could approve this: ";
        return editors.contains(people.current().id()) || left(editors).isEmpty()
                ? who + names(writers) + (writers.size() == 1 ? " has" : " have") + " written in it. " + wayOut()
                : who + names(editors) + " wrote it, and you would submit it. Let " + names(editors) + " submit it.";
    }

    void requireSomebody(RuleSet<?> set, Set<String> editors) {
        var obstacle = obstacle(set, editors);
        if (!obstacle.isEmpty()) {
            throw new Refusal(obstacle);
        }
    }

    /** Who wrote a change that was sent back wrote it, whatever became of their cells since. */
    private Set<String> withEarlier(RuleSet<?> set, Set<String> editors) {
        var all = new HashSet<>(editors);
        changes.open(set.name())
                .filter(change -> change.state() == RuleChange.State.MENDING)
                .ifPresent(change -> all.addAll(change.editors()));
        return all;
    }

    private String wayOut() {
        return people.in(Groups.MANAGERS).size() < 2
                ? "Ask an administrator to add another manager."
                : "Ask an administrator to add a manager, or discard the draft, withdraw its change where there is one,"
                        + " and let one person write it anew.";
    }

    private List<String> left(Collection<String> editors) {
        return people.in(Groups.MANAGERS).stream()
                .map(Person::id)
                .filter(id -> !editors.contains(id))
                .toList();
    }

    private Set<String> withMe(Set<String> editors) {
        var withMe = new HashSet<>(editors);
        withMe.add(people.current().id());
        return withMe;
    }

    private String names(Collection<String> ids) {
        return ids.stream()
                .map(id -> people.find(id).map(Person::name).orElse(id))
                .sorted()
                .collect(Collectors.joining(" and "));
    }
}
