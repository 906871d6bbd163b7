package com.clario.playbook.partner.likeness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A partner that may be the same one, and what makes us think so. */
public record Lookalike(Sketch partner, List<String> reasons) {

    static Optional<Lookalike> of(Sketch one, Sketch known) {
        var reasons = new ArrayList<String>();
        var name = Plain.name(one.name());
        if (!name.isEmpty() && name.equals(Plain.name(known.name()))) {
            reasons.add("same name");
        } else if (!name.isEmpty() && one.hasNameLike(known)) {
            reasons.add("similar name");
        }
        var site = Plain.site(one.website());
        var theirSite = Plain.site(known.website());
        if (!site.isEmpty() && site.equals(theirSite)) {
            reasons.add("same website");
        }
        if (!Collections.disjoint(one.mails(), known.mails())) {
            reasons.add("same address of a contact");
        } else if (!Collections.disjoint(one.domains(), known.domains())) {
            reasons.add("contacts with addresses at the same company");
        } else if (!site.equals(theirSite)
                && (one.domains().contains(theirSite) || known.domains().contains(site))) {
            reasons.add("a contact's address belongs to the other's website");
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Lookalike(known, List.copyOf(reasons)));
    }

    /** By what, as people read it. */
    public String why() {
        return String.join(", ", reasons);
    }

    /** Such as: Looks like Moka (moka): same website. */
    public String sentence() {
        return "Looks like " + partner.name() + " (" + partner.code() + "): " + why();
    }
}
