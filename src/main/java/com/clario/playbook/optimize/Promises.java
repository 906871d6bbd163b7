package com.clario.playbook.optimize;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns what was promised in a review into actions that somebody we know owns. */
@Component
class Promises {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final People people;
    private final Partners partners;
    private final Partnerships partnerships;
    private final BusinessDays days;

    Promises(People people, Partners partners, Partnerships partnerships, BusinessDays days) {
        this.people = people;
        this.partners = partners;
        this.partnerships = partnerships;
        this.days = days;
    }

    /** One row of the form's list, as typed. */
    record Promise(String action, String owner, String due) {}

    /** The rows of a form's list. */
    static List<Promise> read(String rows) {
        return List.of(parse(rows, Promise[].class));
    }

    /** The ids ticked in a form's checklist. */
    static List<Long> ids(String ticked) {
        return List.of(parse(ticked, Long[].class));
    }

    private static <T> T parse(String list, Class<T> kind) {
        try {
            return JSON.readValue(list == null || list.isBlank() ? "[]" : list, kind);
        } catch (JsonProcessingException broken) {
            throw new Refusal("The list of actions cannot be read. Reload the task and enter it again.", broken);
        }
    }

    List<Action> resolve(String code, List<Promise> promised) {
        var partner = partnerships.get(code).partner();
        return promised.stream().map(one -> action(partner, one)).toList();
    }

    private Action action(String partner, Promise promise) {
        var action = ReviewService.needs("Action", promise.action(), 200);
        var owner = ReviewService.needs("Owner", promise.owner(), 120);
        var due = BusinessDays.read("Due", promise.due());
        if (due.isBefore(days.today())) {
            throw new Refusal("Due: " + Shown.day(due) + " has passed already; choose a day from today on.");
        }
        var colleague = colleague(owner);
        var name = colleague
                .map(Person::name)
                .or(() -> contact(partner, owner))
                .orElseThrow(() -> new Refusal("Owner: nobody here or at the partner is called " + owner
                        + "; use a name such as Sari Wijaya."));
        return new Action(0, action, colleague.map(Person::id).orElse(null), name, due, 0, null);
    }

    private Optional<Person> colleague(String owner) {
        return people.find(owner.toLowerCase(Locale.ROOT))
                .or(() -> Stream.of(Groups.PARTNERSHIPS, Groups.MANAGERS, Groups.LEGAL, Groups.FINANCE)
                        .flatMap(group -> people.in(group).stream())
                        .filter(person -> person.name().equalsIgnoreCase(owner))
                        .findFirst());
    }

    private Optional<String> contact(String partner, String owner) {
        return partners.contacts(partner).stream()
                .map(Contact::name)
                .filter(name -> name.equalsIgnoreCase(owner))
                .findFirst();
    }
}
