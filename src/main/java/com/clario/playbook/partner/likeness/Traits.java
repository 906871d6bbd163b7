package com.clario.playbook.partner.likeness;

import java.util.Set;

/** A sketch read once: what of it is compared, however often. */
record Traits(Sketch sketch, Name name, String digits, long letters, String site, Set<String> domains) {

    static Traits of(Sketch sketch) {
        var name = Name.of(sketch.name());
        return new Traits(sketch, name, name.digits(), name.letters(), Plain.site(sketch.website()), sketch.domains());
    }

    /** Whether it is worth looking for a slip at all. */
    boolean mayBeSlipOf(Traits other) {
        return Long.bitCount(letters ^ other.letters) <= 2 * Plain.MOST_SLIPS;
    }
}
