package com.clario.playbook.partner.person;

import java.util.List;
import org.springframework.stereotype.Component;

/** What people wrote into the catalogue itself. */
@Component
class CatalogueTexts implements Written {

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("Partner", "partner", "code = :partner", "about", "value_to_them", "value_to_us")
                        .beside("code", "name"),
                Place.of("Facts", "partner_fact", "partner = :partner", "source", "note")
                        .beside("partner", "criterion", "worth"),
                Place.of("Roles of other contacts", "contact", "partner = :partner", "role")
                        .beside("name")
                        .only("erased_on is null"),
                Place.of(
                                "Do-not-contact taken away",
                                "contact_release",
                                "contact in (select id from playbook.contact where partner = :partner)",
                                "reason")
                        .beside("contact", "released_on", "released_by"),
                // names of files are nobody's partner's: only an address is found there
                Place.of("Imported files", "partner_import", "1 = 0", "file_name")
                        .beside("checked_by", "checked_at"));
    }
}
