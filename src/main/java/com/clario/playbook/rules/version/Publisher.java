package com.clario.playbook.rules.version;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.NotCompiled;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** Makes rows a version: through the gate, compiled, and only then into the database, all or nothing. */
public class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Bases bases;
    private final Versions versions;
    private final TransactionOperations transaction;

    public Publisher(Bases bases, Versions versions, TransactionOperations transaction) {
        this.bases = bases;
        this.versions = versions;
        this.transaction = transaction;
    }

    /**
     * Adds the next version of a rule set.
     *
     * @param content the managers' rows and cases, as they wrote them
     * @param validFrom when it starts; null for now
     */
    public Version publish(
            RuleSet<?> set, Content content, Instant validFrom, String author, String approvedBy, String reason) {
        return publish(set, content, validFrom, author, Set.of(author), approvedBy, reason);
    }

    /**
     * Adds the next version of a rule set.
     *
     * @param author who asks for it
     * @param editors everybody who wrote something of it; none of them may approve it
     */
    public Version publish(
            RuleSet<?> set,
            Content content,
            Instant validFrom,
            String author,
            Set<String> editors,
            String approvedBy,
            String reason) {
        if (author.equals(approvedBy) || editors.contains(approvedBy)) {
            throw new Refusal("Somebody else than the author must approve a rule change");
        }
        if (reason.isBlank()) {
            throw new Refusal("A rule change needs a reason");
        }
        return add(set, check(set, content), validFrom, author, approvedBy, reason);
    }

    /** Content in its one spelling that could become a version: gated, compiled, proved by its cases; else refused. */
    public Content check(RuleSet<?> set, Content content) {
        var gated = content.gated(set);
        var canonical = Content.of(gated, content.cases());
        var base = bases.ready(set, canonical.sha256()).orElseGet(() -> compiled(set, gated));
        Proof.of(set, gated, canonical.cases(), base).refuseWrong();
        bases.prepare(set, canonical.sha256(), base);
        return canonical;
    }

    private RuleBase compiled(RuleSet<?> set, List<Rows> gated) {
        try {
            return bases.compile(set, gated);
        } catch (NotCompiled e) {
            var what = e.isPassing() ? "The rows could not be compiled now" : "The rows do not compile";
            throw new Refusal(what + ", and the version in force stays: " + e.getMessage(), e);
        }
    }

    /**
     * Brings version 1 of a new rule set into the database; what is there already stays, unless this release asks for
     * other columns: then its rows take the place of those that can no longer be read.
     */
    public void ship(RuleSet<?> set) {
        var rows = Shipped.rows(set);
        var all = versions.all(set.name());
        if (all.isEmpty()) {
            ship(set, rows, null, "Shipped with the product");
            return;
        }
        var outgrown = effective(set, all).stream()
                .filter(version -> !fits(set, version))
                .toList();
        outgrown.forEach(version -> {
            LOG.warn(
                    "Version {} of rule set {} was written for other columns; the rows of this release replace it",
                    version.number(),
                    set.name());
            ship(set, rows, version.validFrom(), "Other columns than version " + version.number() + " was written for");
        });
        if (outgrown.isEmpty()
                && !all.get(all.size() - 1).rows().equals(Content.of(rows, "").tables())) {
            LOG.warn(
                    "The files of rule set {} differ from its version 1 in the database; the database's versions hold",
                    set.name());
        }
    }

    private void ship(RuleSet<?> set, List<Rows> rows, Instant validFrom, String reason) {
        try {
            var content = Content.of(rows, Shipped.cases(set));
            bases.prepare(set, content.sha256(), bases.compile(set, rows));
            add(set, content, validFrom, "system", "system", reason);
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node shipped {} first", set.name());
        }
    }

    /** The version in force and those that wait for their day; of two for the same moment the newer counts. */
    private Collection<Version> effective(RuleSet<?> set, List<Version> all) {
        var inForce = versions.inForce(set.name()).orElseThrow().number();
        var since = all.stream()
                .filter(version -> version.number() == inForce)
                .map(Version::validFrom)
                .findFirst()
                .orElseThrow();
        return all.stream()
                .filter(version -> !version.validFrom().isBefore(since) && !version.isCalledOff())
                .collect(Collectors.toMap(Version::validFrom, Function.identity(), (newer, older) -> newer))
                .values();
    }

    private static boolean fits(RuleSet<?> set, Version version) {
        return set.tables().stream()
                .allMatch(table -> Gate.problems(table, version.content().rows(table.name()))
                        .isEmpty());
    }

    /** Compiles the version in force, so that the first decision does not wait for it. */
    public void warm(RuleSet<?> set) {
        bases.inForce(set, versions.inForce(set.name()).orElseThrow());
    }

    private Version add(
            RuleSet<?> set, Content content, Instant validFrom, String author, String approvedBy, String reason) {
        return transaction.execute(status -> {
            var number = versions.next(set.name());
            versions.add(
                    new Version(set.name(), number, validFrom, content, content.sha256(), author, approvedBy, reason));
            return versions.find(set.name(), number).orElseThrow();
        });
    }
}
