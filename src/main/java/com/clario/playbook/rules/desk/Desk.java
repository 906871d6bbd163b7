package com.clario.playbook.rules.desk;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.version.Versions;
import com.clario.playbook.rules.words.Answers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What every page of the desk asks for: the rule set of its address, its versions, people and dates in words. */
@Component
public class Desk {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final List<RuleSet<?>> sets;
    private final Versions versions;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    Desk(List<RuleSet<?>> sets, Versions versions, People people, Clock clock, @Value("${playbook.zone}") ZoneId zone) {
        this.sets = sets.stream().sorted(Comparator.comparing(RuleSet::folder)).toList();
        this.versions = versions;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    /** All rule sets in the order of the stages. */
    public List<RuleSet<?>> sets() {
        return sets;
    }

    public RuleSet<?> find(String room, String name) {
        return sets.stream()
                .filter(set -> set.name().equals(room + "/" + name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The same for whoever may change it; everybody else is turned away. */
    public RuleSet<?> findToEdit(String room, String name) {
        people.requireOneOf(Groups.MANAGERS);
        return find(room, name);
    }

    public boolean mayEdit() {
        return people.currentIsIn(Groups.MANAGERS);
    }

    /** A page about one rule set. */
    public ModelAndView page(String view, RuleSet<?> set) {
        return new ModelAndView(view)
                .addObject("set", set)
                .addObject("base", base(set))
                .addObject("mayEdit", mayEdit())
                .addObject("answers", Answers.of(set))
                .addObject("zone", zone.getId());
    }

    public static String base(RuleSet<?> set) {
        return "/rules/" + set.name();
    }

    public static ModelAndView to(RuleSet<?> set, String page) {
        return new ModelAndView("redirect:" + base(set) + page);
    }

    public Version inForce(RuleSet<?> set) {
        return versions.inForce(set.name())
                .flatMap(mark -> versions.find(set.name(), mark.number()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public Version version(RuleSet<?> set, int number) {
        return versions.find(set.name(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** All versions, newest first. */
    public List<Version> versions(RuleSet<?> set) {
        return versions.all(set.name());
    }

    /** What applies when this day ends; empty for a day before the first version. */
    static Optional<Version> on(List<Version> versions, LocalDate day, ZoneId zone) {
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return versions.stream()
                .filter(version -> version.validFrom().isBefore(end) && !version.isCalledOff())
                .max(Comparator.comparing(Version::validFrom).thenComparing(Version::number));
    }

    boolean isToCome(Version version) {
        return version.validFrom().isAfter(clock.instant()) && !version.isCalledOff();
    }

    /** The version that starts next. */
    public Optional<Version> next(List<Version> versions) {
        return versions.stream()
                .filter(this::isToCome)
                .min(Comparator.comparing(Version::validFrom)
                        .thenComparing(Comparator.comparing(Version::number).reversed()));
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** A person's name; those who have left keep their id. */
    public String name(String id) {
        return id.equals(Person.SYSTEM.id())
                ? Person.SYSTEM.name()
                : people.find(id).map(Person::name).orElse(id);
    }

    public String names(Collection<String> ids) {
        return ids.stream().map(this::name).collect(Collectors.joining(", "));
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    /** A day somebody typed: beyond these years no calendar of ours goes, and nobody plans rules there. */
    public static LocalDate sensible(String label, LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2100) {
            throw new Refusal(label + ": choose a day from 2000 to 2100.");
        }
        return day;
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** How a table is read, in a sentence. */
    public static String reading(Table table) {
        return table.reading() == Table.Reading.FIRST
                ? "Read from top to bottom: the first row that matches decides."
                : "Every row that matches counts.";
    }

    /** A technical name such as {@code pilot-policy} as people say it. */
    public static String spoken(String name) {
        var plain = name.replace('-', ' ').replace('_', ' ').toLowerCase();
        return plain.substring(0, 1).toUpperCase() + plain.substring(1);
    }
}
