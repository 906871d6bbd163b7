package com.clario.playbook.rules.change;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Typed;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChange.State;
import com.clario.playbook.rules.change.SavedChanges.Submission;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Publisher;
import com.clario.playbook.rules.version.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The changes managers ask for. What is submitted is a copy: the draft stays where it is, so that nothing is lost when
 * the change comes back, and ends only when exactly its cells have become a version.
 */
@Service
public class RuleChanges {

    private static final int LONGEST_REASON = 2000;

    private final Map<String, RuleSet<?>> sets;
    private final SavedChanges saved;
    private final Drafts drafts;
    private final Publisher publisher;
    private final Standing standing;
    private final RuleChangeProcess process;
    private final Approvers approvers;
    private final Trail trail;
    private final People people;
    private final Clock clock;

    RuleChanges(
            List<RuleSet<?>> sets,
            SavedChanges saved,
            Drafts drafts,
            Publisher publisher,
            Standing standing,
            RuleChangeProcess process,
            Approvers approvers,
            Trail trail,
            People people,
            Clock clock) {
        this.sets = sets.stream().collect(Collectors.toMap(RuleSet::name, Function.identity()));
        this.saved = saved;
        this.drafts = drafts;
        this.publisher = publisher;
        this.standing = standing;
        this.process = process;
        this.approvers = approvers;
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    public RuleChange get(long id) {
        return saved.find(id).orElseThrow(() -> new Refusal("There is no rule change " + id + "."));
    }

    /** The change of a rule set that is being checked, decided or mended; at most one is. */
    public Optional<RuleChange> open(RuleSet<?> set) {
        return saved.open(set.name());
    }

    /** All changes of a rule set, newest first. */
    public List<RuleChange> all(RuleSet<?> set) {
        return saved.all(set.name());
    }

    /**
     * Asks another manager to approve the draft as it was read; a change that was sent back goes on with it.
     *
     * @param revision of the draft that the person saw
     * @param validFrom when it shall start; null for the moment of its approval
     * @throws com.clario.playbook.rules.draft.Overtaken where somebody saved the draft since
     */
    @Transactional
    public RuleChange submit(RuleSet<?> set, long revision, String reason, Instant validFrom) {
        people.requireOneOf(Groups.MANAGERS);
        var mended = open(set).filter(change -> change.state() == State.MENDING);
        var submission = submission(set, drafts.read(set, revision), reason, validFrom);
        if (mended.isPresent()) {
            var change = again(mended.get(), submission);
            process.mend(change, "SUBMIT", submission.reason());
            return get(change.id());
        }
        open(set).ifPresent(change -> {
            throw otherOpen(change);
        });
        var change = get(added(set, submission));
        trail.add(set.name(), submission.by(), Act.SUBMITTED, "", "Change " + change.number(), change.reason());
        process.start(change);
        return change;
    }

    /** Takes a change back before it is decided, or while it is being mended. */
    @Transactional
    public void withdraw(RuleSet<?> set) {
        people.requireOneOf(Groups.MANAGERS);
        var change = open(set).orElseThrow(() -> new Refusal("No change of this rule set is open."));
        if (change.state() == State.MENDING) {
            process.mend(change, "WITHDRAW", "");
            return;
        }
        if (!change.isWrittenBy(people.current().id())) {
            throw new Refusal("Only who wrote the change takes it back: send it back in Tasklist instead.");
        }
        recordWithdrawal(change.id(), "");
        process.withdraw(change);
    }

    /** Submits the draft as it is now under the change that was sent back; the reason may stay. */
    String submitAgain(long id, String reason) {
        var change = get(id);
        if (change.state() == State.MENDING) {
            var set = set(change);
            var said = Typed.words(reason).isEmpty() ? change.reason() : reason;
            var draft = drafts.find(set).orElseThrow(() -> new Refusal("There is no draft to submit: open one first."));
            again(change, submission(set, draft, said, future(change.validFrom())));
        }
        return "AGAIN";
    }

    String recordWithdrawal(long id, String reason) {
        var change = get(id);
        change.becameVersion().ifPresent(number -> {
            throw new Refusal("Version " + number + " cannot be withdrawn: it counts as in force until another version"
                    + " takes its place. Submit a mended draft, or one with the rows of an older version.");
        });
        var said = Typed.words(reason);
        if (!saved.move(id, change.state(), State.WITHDRAWN, said)) {
            throw new Refusal("Somebody else has decided about this change meanwhile.");
        }
        trail.add(change.ruleSet(), people.current().id(), Act.WITHDRAWN, "Change " + change.number(), "", said);
        return "WITHDRAWN";
    }

    RuleSet<?> set(RuleChange change) {
        return sets.get(change.ruleSet());
    }

    private RuleChange again(RuleChange change, Submission submission) {
        open(set(change)).filter(other -> other.id() != change.id()).ifPresent(other -> {
            throw otherOpen(other);
        });
        if (!saved.submitAgain(change.id(), submission)) {
            throw new Refusal("Somebody else has submitted or withdrawn this change meanwhile.");
        }
        trail.add(
                change.ruleSet(),
                submission.by(),
                Act.SUBMITTED,
                "",
                "Change " + change.number() + " again",
                submission.reason());
        return get(change.id());
    }

    private long added(RuleSet<?> set, Submission submission) {
        try {
            return saved.add(set.name(), submission);
        } catch (DuplicateKeyException sameMoment) {
            throw new Refusal("Somebody submitted a change of this rule set at the same moment.", sameMoment);
        }
    }

    private Submission submission(RuleSet<?> set, Draft draft, String reason, Instant validFrom) {
        var said = Typed.words(reason);
        if (said.isEmpty()) {
            throw new Refusal("Reason: say why the rules should change.");
        }
        if (said.length() > LONGEST_REASON) {
            throw new Refusal("Reason: at most " + LONGEST_REASON + " characters.");
        }
        if (validFrom != null && !validFrom.isAfter(clock.instant())) {
            throw new Refusal("In force from: choose a moment to come, or leave it empty for at once.");
        }
        var content = publisher.check(set, drafts.content(set, draft.sheet()));
        refuseTheSame(replaced(set, validFrom), content, validFrom);
        var who = people.current().id();
        // Checking took a moment; from here on the draft stays as it was checked until the change is written.
        var editors = new HashSet<>(drafts.hold(set, draft.revision()).editors());
        editors.add(who);
        approvers.requireSomebody(set, editors);
        return new Submission(
                content,
                said,
                validFrom == null ? null : validFrom.truncatedTo(ChronoUnit.MICROS),
                who,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                editors,
                standing.newest(set.name()),
                draft.baseVersion());
    }

    /** What is in force today may well be asked for again from a day on which it would not be any more. */
    private static void refuseTheSame(Version replaced, Content content, Instant validFrom) {
        if (replaced.sha256().equals(content.sha256())) {
            throw new Refusal("The draft says the same as version " + replaced.number() + ", which is in force"
                    + (validFrom == null ? "." : " at that moment."));
        }
    }

    /** The version whose place a change takes that starts at this moment; null for now. */
    public Version replaced(RuleSet<?> set, Instant validFrom) {
        return standing.at(set.name(), validFrom);
    }

    /** The version whose place a change takes. */
    public Version replaced(RuleChange change) {
        return standing.replaced(change);
    }

    /** A day that passed while the change was mended: it then starts when it is approved. */
    private Instant future(Instant validFrom) {
        return validFrom != null && validFrom.isAfter(clock.instant()) ? validFrom : null;
    }

    private Refusal otherOpen(RuleChange other) {
        var who = people.find(other.submittedBy()).map(Person::name).orElse(other.submittedBy());
        return new Refusal("Change " + other.number() + " of " + who
                + " is still open: it has to be decided or withdrawn before the next is submitted.");
    }
}
