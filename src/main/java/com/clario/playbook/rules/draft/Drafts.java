package com.clario.playbook.rules.draft;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Proof;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The managers' drafts: one for each rule set, saved as it is typed, checked as often as somebody asks. */
@Service
public class Drafts {

    private final SavedDrafts saved;
    private final Checks checks;
    private final Versions versions;
    private final Trail trail;
    private final People people;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Drafts(
            JdbcClient jdbc,
            Versions versions,
            Bases bases,
            Trail trail,
            People people,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.saved = new SavedDrafts(jdbc);
        this.checks = new Checks(bases, versions);
        this.versions = versions;
        this.trail = trail;
        this.people = people;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // Who comes second to begin a draft fails alone: PostgreSQL would give up the caller's transaction, too.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The draft of a rule set, where there is one. */
    public Optional<Draft> find(RuleSet<?> set) {
        return saved.find(set.name());
    }

    /** The draft of a rule set; where there is none, a new one from the version in force. */
    public Draft open(RuleSet<?> set) {
        people.requireOneOf(Groups.MANAGERS);
        return find(set).orElseGet(() -> {
            var base = inForce(set);
            var sheet = Sheet.of(set, base);
            alone(() -> saved.begin(set.name(), sheet, base.number(), who(), clock.instant())
                    && saved.written(set.name(), null, sheet)
                    && noted(set, Act.STARTED, "", "A draft from version " + base.number()));
            return find(set).orElseThrow(() -> new Refusal("The draft was ended while you opened it; open it again"));
        });
    }

    /**
     * Saves cells as they were typed, right or wrong.
     *
     * @param revision the one the cells were read with
     * @throws Overtaken where somebody saved since
     */
    public Draft save(RuleSet<?> set, long revision, Sheet sheet) {
        people.requireOneOf(Groups.MANAGERS);
        sheet.refuseTooMuch(set);
        return transaction.execute(status -> {
            var before = find(set).orElseThrow(() -> ended(set));
            if (before.revision() != revision) {
                throw overtaken(before);
            }
            if (before.sheet().equals(sheet)) {
                return before;
            }
            if (!saved.save(set.name(), revision, sheet, who(), clock.instant())) {
                throw changed(set);
            }
            saved.use(set.name(), sheet.ids(set).stream().filter(Gate::isId).toList());
            var changes = Changes.between(set, before.sheet(), sheet);
            noted(set, Act.EDITED, changes.before(), changes.after());
            return find(set).orElseThrow();
        });
    }

    /** The draft as somebody read it, to be submitted; refused where somebody saved since. */
    public Draft read(RuleSet<?> set, long revision) {
        var draft = find(set).orElseThrow(() -> new Refusal("There is no draft to submit: open one first."));
        requireRead(draft, revision);
        return draft;
    }

    /** The same, and nobody changes it until the caller's transaction is over. */
    public Draft hold(RuleSet<?> set, long revision) {
        saved.hold(set.name());
        return read(set, revision);
    }

    private void requireRead(Draft draft, long revision) {
        if (draft.revision() != revision) {
            throw Overtaken.acting(name(draft.changedBy()), draft);
        }
    }

    /** Throws away the draft that somebody read; what it had changed stays in the trail. */
    public void discard(RuleSet<?> set, long revision) {
        people.requireOneOf(Groups.MANAGERS);
        transaction.executeWithoutResult(status -> find(set).ifPresent(draft -> {
            requireRead(draft, revision);
            if (!saved.end(draft, who(), clock.instant())) {
                throw changed(set);
            }
            var lost = Changes.between(set, draft.sheet(), Sheet.of(set, version(set, draft.baseVersion())));
            noted(set, Act.DISCARDED, lost.before(), lost.after());
        }));
    }

    /** Ends a draft that has become a version; where somebody types on, it stays. */
    public void end(Draft draft) {
        saved.end(draft, who(), clock.instant());
    }

    /**
     * A draft with the rows and cases of any version: how to roll back, with the same approval as every change. Whoever
     * chose the version wrote the draft.
     *
     * @param revision of the draft whose place it takes; 0 where there was none
     */
    public Draft restart(RuleSet<?> set, int number, long revision) {
        people.requireOneOf(Groups.MANAGERS);
        var sheet = Sheet.of(set, version(set, number));
        if (!sheet.fits(set)) {
            throw new Refusal("Version " + number + " was written for other columns; its rows cannot be taken over");
        }
        var base = inForce(set).number();
        var begun = alone(() -> {
            var old = find(set);
            old.ifPresent(draft -> requireOwn(draft, revision));
            return old.map(draft -> saved.replace(draft, sheet, base, who(), clock.instant()))
                            .orElseGet(() -> saved.begin(set.name(), sheet, base, who(), clock.instant()))
                    && saved.written(set.name(), who(), sheet)
                    && noted(set, Act.ROLLED_BACK, "Version " + base, "A draft with the rows of version " + number);
        });
        if (!begun) {
            throw new Refusal("Somebody changed the draft at the same moment. Look at it before you begin another");
        }
        return find(set).orElseThrow();
    }

    /** Whether the deed was done; of two who begin the very first draft at once, the second has not. */
    private boolean alone(Supplier<Boolean> deed) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> deed.get()));
        } catch (DuplicateKeyException somebodyWasFirst) {
            return false;
        }
    }

    private boolean noted(RuleSet<?> set, Act act, String before, String after) {
        trail.add(set.name(), who(), act, before, after, "");
        return true;
    }

    private void requireOwn(Draft draft, long revision) {
        var others = draft.editors().stream()
                .filter(id -> !id.equals(who()))
                .map(this::name)
                .collect(Collectors.joining(" and "));
        if (!others.isEmpty()) {
            throw new Refusal("There is a draft with changes of " + others + ". Discard it first, or go on with it");
        }
        requireRead(draft, revision);
    }

    /** The checks that take no time: nothing is compiled, and no case is asked. */
    public Checked glance(RuleSet<?> set, Sheet sheet) {
        return checks.glance(set, sheet);
    }

    /** The checks that take a moment: whether the rows compile, and what they say to the cases. */
    public Proof proof(RuleSet<?> set, Sheet sheet) {
        return checks.proof(set, sheet);
    }

    /** What would be published, in its one spelling; refuses what the gate does not let through. */
    public Content content(RuleSet<?> set, Sheet sheet) {
        return checks.content(set, sheet);
    }

    /** The same cells, but one case expects what the rules say now; somebody says so case by case. */
    public Sheet accept(RuleSet<?> set, Sheet sheet, String caseName) {
        return checks.accept(set, sheet, caseName);
    }

    /** The ids that rows of any draft have ever had, also of one that was never approved. */
    public Set<String> usedIds(RuleSet<?> set) {
        return saved.usedIds(set.name());
    }

    private Version inForce(RuleSet<?> set) {
        return version(set, versions.inForce(set.name()).orElseThrow().number());
    }

    private Version version(RuleSet<?> set, int number) {
        return versions.find(set.name(), number)
                .orElseThrow(() -> new Refusal("There is no version " + number + " of this rule set"));
    }

    private Refusal changed(RuleSet<?> set) {
        return find(set).<Refusal>map(this::overtaken).orElseGet(() -> ended(set));
    }

    private Overtaken overtaken(Draft theirs) {
        return Overtaken.saving(name(theirs.changedBy()), theirs);
    }

    private Refusal ended(RuleSet<?> set) {
        var by = saved.endedBy(set.name()).map(this::name).orElse("Somebody");
        return new Refusal(by + " has ended this draft, so that nothing was saved. Your cells are still on the page: "
                + "open a new draft and put them in");
    }

    private String name(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    private String who() {
        return people.current().id();
    }
}
