package com.clario.playbook.optimize.action;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Partnerships;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who can own an action: our colleagues, and the people we know at the partner. */
@Component
public class ActionOwners {

    private final People people;
    private final Partners partners;
    private final Partnerships partnerships;

    ActionOwners(People people, Partners partners, Partnerships partnerships) {
        this.people = people;
        this.partners = partners;
        this.partnerships = partnerships;
    }

    /**
     * One of them.
     *
     * @param value how a form sends it
     * @param person the colleague's id; null for somebody at the partner
     */
    public record Owner(String value, String label, String person, String name) {}

    /** Colleagues first, by name. */
    public List<Owner> of(String code) {
        var partnership = partnerships.get(code);
        var colleagues = Groups.WORKING.stream()
                .flatMap(group -> people.in(group).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .map(one -> new Owner(one.id(), one.name(), one.id(), one.name()));
        var contacts = partners.contacts(partnership.partner()).stream()
                .map(one -> new Owner(
                        "contact-" + one.id(),
                        one.name() + " (" + (one.mutual() ? "mutual contact" : partnership.partnerName()) + ")",
                        null,
                        one.name()));
        return Stream.concat(colleagues, contacts).toList();
    }

    Owner chosen(String code, String value) {
        return of(code).stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(
                                "Owner: choose a colleague or somebody at the partner; add who is missing as a contact first."));
    }
}
