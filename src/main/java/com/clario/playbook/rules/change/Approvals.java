package com.clario.playbook.rules.change;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Typed;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.check.NotCompiled;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Remark.Severity;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.trial.BackTests;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Publisher;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Decides about submitted changes. Whatever the drawing says: only here a change becomes a version, and only when a
 * manager who wrote nothing of it approves exactly the content that was shown.
 */
@Service
class Approvals {

    private static final int LONGEST_COMMENT = 2000;
    // What a compiler says may fill pages.
    private static final int LONGEST_WHY = 2000;

    private final RuleChanges changes;
    private final SavedChanges saved;
    private final Drafts drafts;
    private final Publisher publisher;
    private final Versions versions;
    private final Bases bases;
    private final Standing standing;
    private final ObjectProvider<BackTests> backTests;
    private final Trail trail;
    private final People people;
    private final Clock clock;

    Approvals(
            RuleChanges changes,
            SavedChanges saved,
            Drafts drafts,
            Publisher publisher,
            Versions versions,
            Bases bases,
            Standing standing,
            ObjectProvider<BackTests> backTests,
            Trail trail,
            People people,
            Clock clock) {
        this.changes = changes;
        this.saved = saved;
        this.drafts = drafts;
        this.publisher = publisher;
        this.versions = versions;
        this.bases = bases;
        this.standing = standing;
        this.backTests = backTests;
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    /** Repeats all checks on the frozen content; what is wrong goes back to the author in words. */
    String check(long id) {
        var change = changes.get(id);
        try {
            requireUntouched(change);
            standing.requireNewest(change);
            publisher.check(changes.set(change), change.content());
            requireNothingWrong(change);
            return "PASSED";
        } catch (Refusal wrong) {
            throwIfPassing(wrong.getCause(), wrong);
            backToAuthor(change, Act.SENT_BACK, wrong.getMessage());
            return "FAILED";
        }
    }

    /** Judges all recorded decisions by the change, so that the form can say what would have come out otherwise. */
    void backTest(long id) {
        var change = changes.get(id);
        backTests.ifAvailable(tests -> saved.tested(
                id,
                tests.run(changes.set(change), standing.replaced(change).content(), change.content())
                        .id()));
    }

    /** Makes the change a version, in the transaction that completes the task: a refusal leaves the task open. */
    String approve(long id, String contentId, String comment) {
        var change = changes.get(id);
        var person = people.current();
        requireOther(change, person);
        requireUntouched(change);
        if (!change.sha256().equals(contentId)) {
            throw new Refusal("The change was submitted anew since this form was opened. Read it again.");
        }
        standing.requireNewest(change);
        // First the state: of two who approve at once the second stops here, before there is a second version.
        if (!saved.move(id, State.SUBMITTED, State.APPROVED, said(comment))) {
            throw new Refusal("This change is no longer waiting for approval. Reload the list.");
        }
        var set = changes.set(change);
        var version = publisher.publish(
                set,
                change.content(),
                change.validFrom(),
                change.submittedBy(),
                change.editors(),
                person.id(),
                change.reason());
        saved.decided(id, person.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), version.number());
        trail.add(
                set.name(),
                person.id(),
                Act.APPROVED,
                "Change " + change.number(),
                "Version " + version.number(),
                said(comment));
        drafts.find(set).filter(draft -> says(set, draft, version.content())).ifPresent(drafts::end);
        return "APPROVED";
    }

    /** Whether nobody typed on in the draft since. */
    private boolean says(RuleSet<?> set, Draft draft, Content content) {
        try {
            return drafts.content(set, draft.sheet()).equals(content);
        } catch (Refusal typedOn) {
            return false;
        }
    }

    String sendBack(long id, String comment) {
        var change = changes.get(id);
        var person = people.current();
        requireOther(change, person);
        if (said(comment).isEmpty()) {
            throw new Refusal("Comment: say what the author should change.");
        }
        if (change.state() != State.SUBMITTED) {
            throw new Refusal("This change is no longer waiting for approval. Reload the list.");
        }
        backToAuthor(change, Act.SENT_BACK, said(comment));
        saved.decided(id, person.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), null);
        return "SENT_BACK";
    }

    /** The version an approved change became. */
    Version version(long id) {
        var change = changes.get(id);
        var number = change.becameVersion()
                .orElseThrow(() -> new IllegalStateException("Change " + id + " was never approved"));
        return versions.find(change.ruleSet(), number).orElseThrow();
    }

    /** Says in the trail that the day has come; where the rows do not become rules, the author hears why. */
    String noteActivation(long id) {
        var change = changes.get(id);
        var version = version(id);
        if (!versions.hasBegun(change.ruleSet(), version.number())) {
            throw new IllegalStateException("Version " + version.number() + " has not begun by the database's clock");
        }
        try {
            bases.of(changes.set(change), version.mark());
        } catch (NotCompiled | Refusal broken) {
            throwIfPassing(broken, broken);
            backToAuthor(
                    change,
                    Act.NOT_ACTIVATED,
                    "Version " + version.number()
                            + " could not be taken into use: decisions go on by the one before it."
                            + " It counts as in force until another version takes its place, so submit a mended one, or"
                            + " the rows of an older one: " + broken.getMessage());
            return "FAILED";
        }
        saved.move(id, State.APPROVED, State.ACTIVE, change.comment());
        trail.add(change.ruleSet(), people.current().id(), Act.ACTIVATED, "", "Version " + version.number(), "");
        return "ACTIVE";
    }

    /** No fault of the rows: the job comes again. */
    private static void throwIfPassing(Throwable cause, RuntimeException thrown) {
        if (cause instanceof NotCompiled busy && busy.isPassing()) {
            throw thrown;
        }
    }

    private void backToAuthor(RuleChange change, Act act, String why) {
        var brief = why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY - 1) + "…" : why;
        if (!saved.move(change.id(), change.state(), State.MENDING, brief)) {
            throw new Refusal("Somebody else has decided about this change meanwhile.");
        }
        trail.add(change.ruleSet(), people.current().id(), act, "", "Change " + change.number(), brief);
    }

    private void requireOther(RuleChange change, Person person) {
        if (!person.isIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager decides about a rule change.");
        }
        if (change.isWrittenBy(person.id())) {
            throw new Refusal("You wrote some of this change, so another manager has to decide about it.");
        }
    }

    private static void requireUntouched(RuleChange change) {
        if (!change.isAsSubmitted()) {
            throw new Refusal("The change is not what was submitted: its rows were changed in the database.");
        }
    }

    private void requireNothingWrong(RuleChange change) {
        var wrong = standing.remarks(changes.set(change), change).stream()
                .filter(remark -> remark.severity() == Severity.WRONG)
                .map(Remark::sentence)
                .limit(5)
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refusal(String.join(" ", wrong));
        }
    }

    private static String said(String comment) {
        var said = Typed.words(comment);
        if (said.length() > LONGEST_COMMENT) {
            throw new Refusal("Comment: at most " + LONGEST_COMMENT + " characters.");
        }
        return said;
    }
}
