package com.clario.playbook.partnership.handover;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Retries;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnership.HandedOver;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.partnership.handover.Handover.Held;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands one case, or all of a person's work, over to somebody who can answer for it. */
@Component
public class Handovers {

    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final Partnerships partnerships;
    private final HandoverProcess process;
    private final People people;
    private final Timeline timeline;
    private final Retries retries;
    private final ApplicationEventPublisher events;

    Handovers(
            JdbcClient jdbc,
            Partnerships partnerships,
            HandoverProcess process,
            People people,
            Timeline timeline,
            Retries retries,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.partnerships = partnerships;
        this.process = process;
        this.people = people;
        this.timeline = timeline;
        this.retries = retries;
        this.events = events;
    }

    /** Whether the person who asks may hand this case over: its owner or a manager. */
    public boolean mayHandOver(Partnership partnership) {
        return people.currentIsIn(Groups.MANAGERS)
                || partnership.owner().equals(people.current().id());
    }

    /** Everybody who has something to hand over, by name. */
    public List<Person> holders() {
        return Stream.concat(partnerships.open().stream().map(Partnership::owner), process.holders().stream())
                .distinct()
                .map(this::person)
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** What would move with one case. */
    public Handover ofCase(String code, String to) {
        var partnership = partnerships.get(code);
        if (!partnership.open()) {
            throw new Refusal("The partnership with " + partnership.partnerName()
                    + " has ended; its owner stays the one who last answered for it.");
        }
        var next = next(partnership.owner(), to);
        var held = process.held(partnership.owner(), next).stream()
                .filter(task -> code.equals(task.partnership()))
                .toList();
        return new Handover(person(partnership.owner()), next, List.of(partnership), held);
    }

    /** What would move if a person handed over everything. */
    public Handover ofAll(String from, String to) {
        if (from == null || from.isBlank()) {
            throw new Refusal("From: choose whose work moves.");
        }
        var next = next(from, to);
        var cases = partnerships.open().stream()
                .filter(one -> one.owner().equals(from))
                .sorted(Comparator.comparing(Partnership::code))
                .toList();
        return new Handover(person(from), next, cases, process.held(from, next));
    }

    /**
     * Hands one case over if it is still what was seen.
     *
     * @return what has changed since; nothing has been done then. Empty when it is done
     */
    public List<String> handOverCase(String code, String to, String reason, List<String> seen) {
        if (!mayHandOver(partnerships.get(code))) {
            people.requireOneOf(Groups.MANAGERS);
        }
        return handOver(() -> ofCase(code, to), reason, seen);
    }

    /** The same for everything a person has. */
    public List<String> handOverAll(String from, String to, String reason, List<String> seen) {
        people.requireOneOf(Groups.MANAGERS);
        return handOver(() -> ofAll(from, to), reason, seen);
    }

    private List<String> handOver(Supplier<Handover> asked, String reason, List<String> seen) {
        var why = reason(reason);
        return retries.call(() -> {
            hold(asked.get());
            var now = asked.get();
            var changes = now.changesSince(seen);
            if (changes.isEmpty()) {
                done(now, why);
            }
            return changes;
        });
    }

    /** In one order, so that two handovers never wait for each other. */
    private void hold(Handover handover) {
        codes(handover).stream().sorted().forEach(partnerships::hold);
    }

    private void done(Handover handover, String why) {
        if (handover.empty()) {
            throw new Refusal(handover.from().name() + " has nothing to hand over any more.");
        }
        handover.tasks().forEach(task -> process.give(task, handover.to().id()));
        for (var one : handover.cases()) {
            jdbc.sql("update playbook.partnership set owner = ? where code = ?")
                    .params(handover.to().id(), one.code())
                    .update();
        }
        var cases = handover.cases().stream().map(Partnership::code).toList();
        events.publishEvent(new HandedOver(handover.from().id(), handover.to(), cases));
        for (var code : codes(handover)) {
            timeline.add(code, "partnership", line(handover, code), why);
        }
    }

    private static String line(Handover handover, String code) {
        var owned = handover.cases().stream().anyMatch(one -> one.code().equals(code));
        var parts = new ArrayList<String>();
        if (owned) {
            parts.add("Owner is now " + handover.to().name() + " instead of "
                    + handover.from().name());
        }
        add(parts, handover.moving(), code, "handed to " + handover.to().name());
        add(parts, handover.goingBack(), code, "given back to the team");
        var line = String.join("; ", parts);
        return line.length() <= 500 ? line : line.substring(0, 499) + "…";
    }

    private static void add(List<String> parts, List<Held> tasks, String code, String what) {
        tasks.stream()
                .filter(task -> code.equals(task.partnership()))
                .forEach(task -> parts.add("“" + task.name() + "” " + what));
    }

    /** Every case that is touched; a round's task belongs to none. */
    private static Set<String> codes(Handover handover) {
        var codes = new TreeSet<String>();
        handover.cases().forEach(one -> codes.add(one.code()));
        handover.tasks().stream()
                .map(Held::partnership)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes;
    }

    private Person next(String from, String to) {
        var next = partnerships.possibleOwners().stream()
                .filter(one -> one.id().equals(to))
                .findFirst()
                .orElseThrow(() -> new Refusal("To: choose somebody from partnerships or a manager."));
        if (to.equals(from)) {
            throw new Refusal("To: " + next.name() + " has it already; choose somebody else.");
        }
        return next;
    }

    /** Somebody whose account is gone can still have left work behind. */
    private Person person(String id) {
        return people.find(id).orElseGet(() -> new Person(id, id, "", Set.of()));
    }

    private static String reason(String reason) {
        var why = reason == null ? "" : reason.strip();
        if (why.length() > LONGEST_REASON) {
            throw new Refusal("Why: at most 1,000 characters, it has " + why.length() + ".");
        }
        return why;
    }
}
