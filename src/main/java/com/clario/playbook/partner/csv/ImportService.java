package com.clario.playbook.partner.csv;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.csv.DryRun.Line;
import com.clario.playbook.partner.csv.Imports.Stored;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks a file of partners, keeps it for a person to look at, and imports exactly what that person saw. */
@Service
class ImportService {

    private final Imports imports;
    private final Checker checker;
    private final Partners partners;
    private final People people;

    ImportService(Imports imports, Checker checker, Partners partners, People people) {
        this.imports = imports;
        this.checker = checker;
        this.partners = partners;
        this.people = people;
    }

    /** Keeps a file that can be read; nothing is in the catalogue yet. */
    @Transactional
    long keep(String fileName, String content) {
        Sheet.read(content);
        return imports.add(fileName, content, people.current().id());
    }

    DryRun check(Stored file) {
        return checker.check(Sheet.read(file.content()));
    }

    /**
     * Imports what a person saw, all of it or nothing.
     *
     * @param seen the fingerprint of the list the person looked at
     * @param anyway rows that look like a partner we have and are another one
     * @param leaveOut whether the other rows may stay out
     */
    @Transactional
    void confirm(long id, String seen, Set<Integer> anyway, boolean leaveOut) {
        var file = imports.hold(id).orElseThrow(() -> new Refusal("This file is gone: check it once more."));
        if (file.importedAt() != null) {
            throw new Refusal("This file is imported already.");
        }
        var dryRun = check(file);
        if (!dryRun.fingerprint().equals(seen)) {
            throw new Refusal("The catalogue has changed since you looked, so nothing is imported yet: look at the list"
                    + " once more.");
        }
        var taken = dryRun.taken(anyway);
        if (taken.isEmpty()) {
            throw new Refusal("Nothing to import: no row brings anything that is not there.");
        }
        if (dryRun.leavesOut(taken) && !leaveOut) {
            throw new Refusal("Some rows would stay out: tick that they may, or correct the file and check it again.");
        }
        write(id, taken);
    }

    private void write(long id, List<Line> taken) {
        var added = taken.stream().filter(Line::newPartner).toList();
        added.forEach(line -> partners.add(line.entry().partner()));
        var contacts = taken.stream()
                .map(line -> line.entry().contact())
                .filter(Objects::nonNull)
                .toList();
        contacts.forEach(partners::add);
        var facts =
                added.stream().flatMap(line -> line.entry().facts().stream()).toList();
        facts.forEach(partners::know);
        imports.imported(id, people.current().id(), added.size(), contacts.size(), facts.size());
    }
}
