package com.clario.playbook.partner.csv;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.StayAway;
import com.clario.playbook.partner.csv.DryRun.Line;
import com.clario.playbook.partner.csv.DryRun.Outcome;
import com.clario.playbook.partner.csv.Entry.Problem;
import com.clario.playbook.partner.likeness.Lookalike;
import com.clario.playbook.partner.likeness.Lookalikes;
import com.clario.playbook.partner.likeness.Sketch;
import com.clario.playbook.partner.likeness.Sketches;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Holds each row of a file against the catalogue and the rows before it. */
@Component
class Checker {

    private final Partners partners;
    private final Lookalikes lookalikes;
    private final StayAway stayAway;
    private final Clock clock;

    Checker(
            Partners partners,
            Lookalikes lookalikes,
            StayAway stayAway,
            Clock clock,
            @Value("${playbook.zone}") ZoneId zone) {
        this.partners = partners;
        this.lookalikes = lookalikes;
        this.stayAway = stayAway;
        this.clock = clock.withZone(zone);
    }

    DryRun check(Sheet sheet) {
        var today = LocalDate.now(clock);
        var check = new Check();
        return new DryRun(sheet.rows().stream()
                .map(row -> check.line(Entry.of(row, today)))
                .toList());
    }

    /** One reading of a file, which remembers the rows it has seen. */
    private final class Check {

        private final Map<String, Partner> catalogue =
                partners.all().stream().collect(Collectors.toMap(Partner::code, Function.identity()));
        private final Sketches sketches = lookalikes.known();
        private final Map<String, List<Contact>> contacts =
                new HashMap<>(partners.contacts().stream().collect(Collectors.groupingBy(Contact::partner)));
        private final Map<String, Entry> fresh = new HashMap<>();

        Line line(Entry entry) {
            var problems = new ArrayList<>(entry.problems());
            mayBeKept(entry, problems);
            var known = catalogue.get(entry.partner().code());
            var before = fresh.get(entry.partner().code());
            if (!problems.isEmpty()) {
                return refused(entry, problems);
            } else if (known != null) {
                return ofKnown(entry, known);
            }
            return before == null ? ofNew(entry) : ofEarlierRow(entry, before);
        }

        private void mayBeKept(Entry entry, List<Problem> problems) {
            try {
                if (entry.contact() != null) {
                    stayAway.require(entry.contact());
                }
            } catch (Refusal erased) {
                problems.add(problem(entry, Columns.MAIL, erased.getMessage().replaceFirst("Mail: s", "S")));
            }
        }

        private Line ofKnown(Entry entry, Partner known) {
            if (!isNamedLike(entry, known.name())) {
                return refused(
                        entry,
                        List.of(problem(
                                entry,
                                Columns.CODE,
                                known.code() + " is taken by " + known.name() + ": give this row a code of its own.")));
            }
            if (isNew(entry)) {
                return somebodyMore(entry, 0, known.name() + ", which is in the catalogue already");
            }
            return new Line(
                    entry,
                    Outcome.THERE,
                    false,
                    0,
                    "In the catalogue; nothing changes" + differs(entry, known, worth(known)) + ".",
                    List.of(),
                    List.of());
        }

        private Line ofEarlierRow(Entry entry, Entry before) {
            var row = before.row().number();
            if (!isNamedLike(entry, before.partner().name())) {
                return refused(
                        entry,
                        List.of(problem(
                                entry,
                                Columns.CODE,
                                entry.partner().code() + " stands in row " + row + " already, for "
                                        + before.partner().name() + ".")));
            }
            if (!entry.tellsTheSameAs(before)) {
                return refused(
                        entry,
                        List.of(problem(
                                entry,
                                "",
                                "Row " + row
                                        + " has this partner already and tells something else of it. For another contact repeat the"
                                        + " partner's cells and leave those of the facts empty.")));
            }
            return isNew(entry)
                    ? somebodyMore(entry, row, "the partner of row " + row)
                    : new Line(entry, Outcome.THERE, false, 0, "Row " + row + " says the same.", List.of(), List.of());
        }

        private Line ofNew(Entry entry) {
            var partner = entry.partner();
            var people = entry.contact() == null ? List.<Contact>of() : List.of(entry.contact());
            var sketch = Sketch.of(partner, people);
            var alike = sketches.like(sketch);
            fresh.put(partner.code(), entry);
            sketches.add(sketch);
            contacts.put(partner.code(), new ArrayList<>(people));
            return warned(
                    entry,
                    true,
                    0,
                    "New: " + partner.name() + " (" + partner.code() + ")" + with(people) + facts(entry) + ".",
                    alike);
        }

        private Line somebodyMore(Entry entry, int after, String where) {
            contacts.computeIfAbsent(entry.partner().code(), code -> new ArrayList<>())
                    .add(entry.contact());
            var alike = sketches.like(Sketch.of(entry.contact()));
            return warned(entry, false, after, "Contact " + entry.contact().name() + " for " + where + ".", alike);
        }

        private Map<String, String> worth(Partner known) {
            return partners.facts(known.code()).stream().collect(Collectors.toMap(Fact::criterion, Fact::worth));
        }

        private boolean isNew(Entry entry) {
            return entry.contact() != null
                    && contacts.getOrDefault(entry.partner().code(), List.of()).stream()
                            .noneMatch(entry.contact()::isSamePersonAs);
        }
    }

    private static Line warned(Entry entry, boolean newPartner, int after, String says, List<Lookalike> alike) {
        var outcome = alike.isEmpty() ? Outcome.ADD : Outcome.WARNING;
        return new Line(entry, outcome, newPartner, after, says, List.of(), alike);
    }

    private static Line refused(Entry entry, List<Problem> problems) {
        return new Line(entry, Outcome.REFUSED, false, 0, "", List.copyOf(problems), List.of());
    }

    private static Problem problem(Entry entry, String column, String reason) {
        return new Problem(entry.row().number(), column, reason);
    }

    private static boolean isNamedLike(Entry entry, String name) {
        return new Sketch("", name, "", Set.of()).hasNameLike(Sketch.of(entry.partner(), List.of()));
    }

    private static String with(List<Contact> people) {
        return people.isEmpty() ? "" : " with " + people.get(0).name();
    }

    private static String facts(Entry entry) {
        var count = entry.facts().size();
        return count == 0 ? "" : count == 1 ? " and a fact" : " and " + count + " facts";
    }

    /** What the file says otherwise and the catalogue keeps. */
    private static String differs(Entry entry, Partner known, Map<String, String> worth) {
        var said = entry.partner();
        var columns = new ArrayList<String>();
        if (!said.name().equals(known.name())) {
            columns.add(Columns.NAME);
        }
        if (said.type() != known.type()) {
            columns.add(Columns.TYPE);
        }
        if (!said.website().equals(known.website())) {
            columns.add(Columns.WEBSITE);
        }
        if (!lines(said.about()).equals(lines(known.about()))) {
            columns.add(Columns.ABOUT);
        }
        if (!lines(said.valueToThem()).equals(lines(known.valueToThem()))) {
            columns.add(Columns.TO_THEM);
        }
        if (!lines(said.valueToUs()).equals(lines(known.valueToUs()))) {
            columns.add(Columns.TO_US);
        }
        entry.facts().stream()
                .filter(fact -> !fact.worth().equals(worth.get(fact.criterion())))
                .forEach(fact ->
                        Criterion.of(fact.criterion()).map(Columns::answer).ifPresent(columns::add));
        return columns.isEmpty() ? "" : ". It keeps its own " + Columns.quoted(columns);
    }

    private static String lines(String text) {
        return text.replaceAll("\\R", "\n");
    }
}
