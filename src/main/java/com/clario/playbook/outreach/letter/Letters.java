package com.clario.playbook.outreach.letter;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.document.Company;
import com.clario.playbook.mail.MailTemplates;
import com.clario.playbook.outreach.deck.DeckFacts;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Partnerships;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the words for a partner: mails in the reader's language, and what the deck says. */
@Component
public class Letters {

    public static final String COLD_MAIL = "cold-mail";
    public static final String FOLLOW_UP = "follow-up";

    public static final Set<String> TO_PARTNERS = Set.of(COLD_MAIL, FOLLOW_UP);

    private static final String REQUEST = "introduction-request";
    private static final int LONGEST_SUBJECT = 150;

    private final MailTemplates templates;
    private final Partnerships partnerships;
    private final Partners partners;
    private final People people;
    private final Company us;

    Letters(MailTemplates templates, Partnerships partnerships, Partners partners, People people, Company us) {
        this.templates = templates;
        this.partnerships = partnerships;
        this.partners = partners;
        this.people = people;
        this.us = us;
    }

    /** A subject and the text below it. */
    public record Letter(String subject, String text) {}

    /** A mail to somebody at the partner; to nobody by name where we know nobody. */
    public Letter to(Contact reader, String template, String partnership, String optOut) {
        var language = reader == null ? Locale.ENGLISH : reader.locale();
        var values = values(partnership, reader, language);
        values.put("optOut", optOut);
        return letter(template, language, values);
    }

    /** The request to a mutual contact for an introduction, for us to send by hand. */
    public Letter request(Contact mutual, String partnership) {
        var partner = partnerships.partner(partnership);
        var reader = partners.contacts(partner.code()).stream()
                .filter(one -> !one.mutual())
                .findFirst()
                .orElse(null);
        var values = values(partnership, reader, mutual.locale());
        values.put("mutual", mutual.name());
        if (reader == null) {
            values.put("contact", "id".equals(mutual.language()) ? "pimpinan kemitraan" : "the partnerships team");
        }
        return letter(REQUEST, mutual.locale(), values);
    }

    public DeckFacts deck(String partnership) {
        var partner = partnerships.partner(partnership);
        var model = partnerships.get(partnership).model();
        var offer = Offer.of(partner, model, us.name(), Locale.ENGLISH);
        return new DeckFacts(
                partner.name(),
                partner.type().name(),
                model.name(),
                offer.product(),
                merchants(partner),
                partner.valueToThem(),
                partner.valueToUs(),
                offer.proposal(),
                List.of(
                        partner.name() + ": " + partner.valueToThem(),
                        us.name() + ": " + partner.valueToUs(),
                        "Customers: seamless integration, nothing to learn twice"),
                "Dependence on a single partner: several partnerships and a notice period both can plan with "
                        + "keep it small.");
    }

    private Letter letter(String template, Locale language, Map<String, ?> values) {
        var subject = templates.subject(template, language, values);
        return new Letter(
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT - 1) + "…" : subject,
                templates.text(template, language, values));
    }

    private Map<String, Object> values(String code, Contact reader, Locale language) {
        var partnership = partnerships.get(code);
        var partner = partnerships.partner(code);
        var offer = Offer.of(partner, partnership.model(), us.name(), language);
        return new HashMap<>(Map.of(
                "partner", partner.name(),
                "product", offer.product(),
                "proposal", offer.proposal(),
                "contact", reader == null ? somebody(partner, language) : reader.name(),
                "valueToThem", offer.valueToThem(),
                "valueToUs", offer.valueToUs(),
                "sender", people.find(partnership.owner()).map(Person::name).orElse(us.name()),
                "company", us.name(),
                "companyAddress", us.address()));
    }

    private static String somebody(Partner partner, Locale language) {
        return "id".equals(language.getLanguage())
                ? "pimpinan kemitraan " + partner.name()
                : partner.name() + " partnerships team";
    }

    private long merchants(Partner partner) {
        return partners.fact(partner.code(), "merchants")
                .map(Fact::worth)
                .filter(worth -> worth.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
