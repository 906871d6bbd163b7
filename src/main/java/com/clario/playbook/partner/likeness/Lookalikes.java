package com.clario.playbook.partner.likeness;

import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partners;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares a partner with those we know; a person decides what follows. */
@Component
public class Lookalikes {

    private final Partners partners;

    Lookalikes(Partners partners) {
        this.partners = partners;
    }

    /** Everybody in the catalogue. */
    public Sketches known() {
        var contacts = partners.contacts().stream().collect(Collectors.groupingBy(Contact::partner));
        return new Sketches(partners.all().stream()
                .map(partner -> Sketch.of(partner, contacts.getOrDefault(partner.code(), List.of())))
                .toList());
    }

    public List<Lookalike> of(Sketch one) {
        return known().like(one);
    }
}
