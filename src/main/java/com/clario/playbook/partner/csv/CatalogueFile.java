package com.clario.playbook.partner.csv;

import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The whole catalogue as a file that can be imported again: a row for each contact, and for a partner without one. */
@Component
class CatalogueFile {

    /** Tells a spreadsheet that the file is written in UTF-8. */
    private static final String BOM = "\ufeff";

    private final Partners partners;

    CatalogueFile(Partners partners) {
        this.partners = partners;
    }

    /** The first row, and one to be written over. */
    static String template() {
        var sample = Map.ofEntries(
                Map.entry(Columns.NAME, "Warung Kasir"),
                Map.entry(Columns.CODE, "warung-kasir"),
                Map.entry(Columns.TYPE, "POS"),
                Map.entry(Columns.WEBSITE, "https://warung-kasir.example"),
                Map.entry(Columns.ABOUT, "An example: write over this row"),
                Map.entry(Columns.TO_THEM, "Enhanced analytics for their customers"),
                Map.entry(Columns.TO_US, "Distribution"),
                Map.entry(Columns.CONTACT, "Rina Example"),
                Map.entry(Columns.ROLE, "Head of Partnerships"),
                Map.entry(Columns.MAIL, "rina@warung-kasir.example"),
                Map.entry(Columns.LANGUAGE, "id"),
                Map.entry(Columns.MUTUAL, "no"),
                Map.entry(Columns.LEAVE_ALONE, "no"),
                Map.entry("merchants", "1200"),
                Map.entry("merchants source", "Their annual report"));
        return BOM + Cells.row(Columns.template()) + row(Columns.template(), sample);
    }

    String write() {
        var contacts = partners.contacts().stream()
                .filter(contact -> !contact.erased())
                .collect(Collectors.groupingBy(Contact::partner));
        return partners.all().stream()
                .map(partner -> rows(partner, contacts.getOrDefault(partner.code(), List.of())))
                .collect(Collectors.joining("", BOM + Cells.row(Columns.all()), ""));
    }

    private String rows(Partner partner, List<Contact> contacts) {
        var first = cells(partner);
        partners.facts(partner.code()).forEach(fact -> first.putAll(cells(fact)));
        if (contacts.isEmpty()) {
            return row(Columns.all(), first);
        }
        first.putAll(cells(contacts.get(0)));
        return contacts.stream()
                .skip(1)
                .map(contact -> {
                    var further = cells(partner);
                    further.putAll(cells(contact));
                    return row(Columns.all(), further);
                })
                .collect(Collectors.joining("", row(Columns.all(), first), ""));
    }

    private static Map<String, String> cells(Partner partner) {
        return new HashMap<>(Map.of(
                Columns.NAME, partner.name(),
                Columns.CODE, partner.code(),
                Columns.TYPE, partner.type().label(),
                Columns.WEBSITE, partner.website(),
                Columns.ABOUT, partner.about(),
                Columns.TO_THEM, partner.valueToThem(),
                Columns.TO_US, partner.valueToUs()));
    }

    private static Map<String, String> cells(Contact contact) {
        return Map.of(
                Columns.CONTACT, contact.name(),
                Columns.ROLE, contact.role(),
                Columns.MAIL, contact.mail(),
                Columns.LANGUAGE, contact.language(),
                Columns.MUTUAL, contact.mutual() ? "yes" : "no",
                Columns.LEAVE_ALONE, contact.doNotContact() ? "yes" : "no");
    }

    private static Map<String, String> cells(Fact fact) {
        return Criterion.of(fact.criterion())
                .map(Columns::answer)
                .map(answer -> Map.of(
                        answer,
                        fact.worth(),
                        answer + " source",
                        Objects.toString(fact.source(), ""),
                        answer + " found on",
                        Objects.toString(fact.on(), ""),
                        answer + " note",
                        Objects.toString(fact.note(), "")))
                .orElse(Map.of());
    }

    private static String row(List<String> columns, Map<String, String> cells) {
        return Cells.row(columns.stream()
                .map(column -> Sheet.neutral(cells.getOrDefault(column, "")))
                .toList());
    }
}
