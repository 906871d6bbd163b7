package com.clario.playbook.rules;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    Publisher(Bases bases, Versions versions, TransactionOperations transaction) {
        this.bases = bases;
        this.versions = versions;
        this.transaction = transaction;
    }

    /**
     * Adds the next version of a rule set.
     *
     * @param rows the managers' rows of every table, as they wrote them
     * @param validFrom when it starts; null for now
     */
    public Version publish(
            RuleSet<?> set,
            Map<String, String> rows,
            Instant validFrom,
            String author,
            String approvedBy,
            String reason) {
        if (author.equals(approvedBy)) {
            throw new Refusal("Somebody else than the author must approve a rule change");
        }
        if (reason.isBlank()) {
            throw new Refusal("A rule change needs a reason");
        }
        var gated = set.tables().stream()
                .map(table -> Gate.pass(table, rows.getOrDefault(table.name(), "")))
                .toList();
        return add(set, gated, validFrom, author, approvedBy, reason);
    }

    /** Brings version 1 of a new rule set into the database; what is there already stays. */
    void ship(RuleSet<?> set) {
        var rows = Shipped.rows(set);
        var all = versions.all(set.name());
        if (all.isEmpty()) {
            try {
                add(set, rows, null, "system", "system", "Shipped with the product");
            } catch (DuplicateKeyException e) {
                LOG.debug("Another node shipped {} first", set.name());
            }
        } else if (!all.get(all.size() - 1).sha256().equals(Versions.sha256(csv(rows)))) {
            LOG.warn(
                    "The files of rule set {} differ from its version 1 in the database; the database's versions hold",
                    set.name());
        }
    }

    /** Compiles the version in force, so that the first decision does not wait for it. */
    void warm(RuleSet<?> set) {
        bases.inForce(set, versions.inForce(set.name()).orElseThrow());
    }

    private Version add(
            RuleSet<?> set, List<Rows> rows, Instant validFrom, String author, String approvedBy, String reason) {
        var base = bases.compile(set, rows);
        var csv = csv(rows);
        return transaction.execute(status -> {
            var number = versions.next(set.name());
            versions.add(
                    new Version(set.name(), number, validFrom, csv, Versions.sha256(csv), author, approvedBy, reason));
            bases.prepare(set, Versions.sha256(csv), base);
            return versions.find(set.name(), number).orElseThrow();
        });
    }

    private static Map<String, String> csv(List<Rows> tables) {
        Map<String, String> csv = new LinkedHashMap<>();
        tables.forEach(rows -> csv.put(rows.table().name(), rows.csv()));
        return csv;
    }
}
