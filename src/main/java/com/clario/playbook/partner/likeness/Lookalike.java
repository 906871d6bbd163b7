package com.clario.playbook.partner.likeness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A partner that may be the same one, and what makes us think so. */
public record Lookalike(Sketch partner, List<String> reasons) {

    static Optional<Lookalike> of(Traits one, Traits known) {
        var reasons = new ArrayList<String>();
        name(one.name(), known.name()).ifPresent(reasons::add);
        var site = one.site();
        var theirSite = known.site();
        if (!site.isEmpty() && site.equals(theirSite)) {
            reasons.add("same website");
        }
        if (!Collections.disjoint(one.sketch().mails(), known.sketch().mails())) {
            reasons.add("same address of a contact");
        } else if (!Collections.disjoint(one.domains(), known.domains())) {
            reasons.add("contacts with addresses at the same company");
        } else if (!site.equals(theirSite)
                && (one.domains().contains(theirSite) || known.domains().contains(site))) {
            reasons.add("a contact's address belongs to the other's website");
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Lookalike(known.sketch(), List.copyOf(reasons)));
    }

    private static Optional<String> name(Name one, Name known) {
        if (one.isSameAs(known)) {
            return Optional.of("same name");
        }
        if (one.isLike(known)) {
            return Optional.of("similar name");
        }
        return one.sharesAllWith(known) ? Optional.of("one name contains the other") : Optional.empty();
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
