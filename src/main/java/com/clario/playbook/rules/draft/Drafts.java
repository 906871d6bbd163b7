package com.clario.playbook.rules.draft;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Proof;
import com.clario.playbook.rules.version.Shipped;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{1,39}");

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
        requireManager();
        return find(set).orElseGet(() -> {
            var base = inForce(set);
            alone(() -> saved.begin(set.name(), sheet(set, base), base.number(), who(), now())
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
        requireManager();
        sheet.refuseTooMuch(set);
        return transaction.execute(status -> {
            var before = find(set).orElseThrow(() -> ended(set));
            if (before.revision() != revision) {
                throw overtaken(before);
            }
            if (before.sheet().equals(sheet)) {
                return before;
            }
            if (!saved.save(set.name(), revision, sheet, who(), now())) {
                throw changed(set);
            }
            var ids = sheet.ids(set).stream().filter(ID.asMatchPredicate()).toList();
            saved.use(set.name(), ids);
            var changes = Changes.between(set, before.sheet(), sheet);
            noted(set, Act.EDITED, changes.before(), changes.after());
            return find(set).orElseThrow();
        });
    }

    /** Throws the draft away; what it had changed stays in the trail. */
    public void discard(RuleSet<?> set) {
        requireManager();
        transaction.executeWithoutResult(status -> find(set).ifPresent(draft -> {
            if (!saved.end(draft, who(), now())) {
                throw changed(set);
            }
            var lost = Changes.between(set, draft.sheet(), based(set, draft.baseVersion()));
            noted(set, Act.DISCARDED, lost.before(), lost.after());
        }));
    }

    /** Ends a draft that has become a version; where somebody types on, it stays. */
    public void end(Draft draft) {
        saved.end(draft, who(), now());
    }

    /** A draft with the rows and cases of any version: how to roll back, with the same approval as every change. */
    public Draft restart(RuleSet<?> set, int number) {
        requireManager();
        var version = versions.find(set.name(), number)
                .orElseThrow(() -> new Refusal("There is no version " + number + " of this rule set"));
        var sheet = sheet(set, version);
        if (!sheet.fits(set)) {
            throw new Refusal("Version " + number + " was written for other columns; its rows cannot be taken over");
        }
        var base = inForce(set).number();
        var begun = alone(() -> {
            var old = find(set);
            old.ifPresent(this::refuseOthersWork);
            return old.map(draft -> saved.replace(draft, sheet, base, who(), now()))
                            .orElseGet(() -> saved.begin(set.name(), sheet, base, who(), now()))
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

    private void refuseOthersWork(Draft draft) {
        var others = draft.editors().stream()
                .filter(id -> !id.equals(who()))
                .map(this::name)
                .collect(Collectors.joining(" and "));
        if (!others.isEmpty()) {
            throw new Refusal("There is a draft with changes of " + others + ". Discard it first, or go on with it");
        }
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

    /** The id of a new row, which no row of any version or draft has had. */
    public String nextId(RuleSet<?> set, String table, Sheet sheet) {
        var used = new HashSet<>(saved.usedIds(set.name()));
        versions.all(set.name())
                .forEach(version -> used.addAll(sheet(set, version).ids(set)));
        return new RowIds(used).next(set, table, sheet);
    }

    private Sheet based(RuleSet<?> set, int number) {
        return sheet(set, versions.find(set.name(), number).orElseThrow());
    }

    /** Versions older than the desk have no cases; the shipped ones prove most of their rows. */
    private static Sheet sheet(RuleSet<?> set, Version version) {
        var content = version.content();
        return Sheet.of(set, content.cases().isEmpty() ? new Content(content.tables(), Shipped.cases(set)) : content);
    }

    private Version inForce(RuleSet<?> set) {
        var mark = versions.inForce(set.name())
                .orElseThrow(() -> new IllegalStateException("No version of " + set.name() + " is in force"));
        return versions.find(set.name(), mark.number()).orElseThrow();
    }

    private void requireManager() {
        people.requireOneOf(Groups.MANAGERS);
    }

    private Refusal changed(RuleSet<?> set) {
        return find(set).<Refusal>map(this::overtaken).orElseGet(() -> ended(set));
    }

    private Overtaken overtaken(Draft theirs) {
        return new Overtaken(name(theirs.changedBy()), theirs);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
