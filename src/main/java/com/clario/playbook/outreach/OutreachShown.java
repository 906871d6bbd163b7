package com.clario.playbook.outreach;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.outreach.letter.Letters;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people see before they ask for an introduction or send a mail: who, why, and what was sent before. */
@Component
class OutreachShown {

    private final Outreaches outreaches;
    private final Correspondence correspondence;
    private final Letters letters;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Rules rules;
    private final BusinessDays days;

    OutreachShown(
            Outreaches outreaches,
            Correspondence correspondence,
            Letters letters,
            Partnerships partnerships,
            Partners partners,
            Rules rules,
            BusinessDays days) {
        this.outreaches = outreaches;
        this.correspondence = correspondence;
        this.letters = letters;
        this.partnerships = partnerships;
        this.partners = partners;
        this.rules = rules;
        this.days = days;
    }

    String introduction(String partnershipId) {
        var partner = partnerships.partner(partnershipId);
        var mutual = partners.mutualContact(partner.code())
                .orElseThrow(() -> new Refusal("Nobody we know can introduce us to " + partner.name() + "."));
        return Shown.of(partnerships.get(partnershipId), mutual.name() + " can introduce us to " + partner.name() + ".")
                .fact("Who", inFull(mutual))
                .fact("Write in", mutual.locale().getDisplayLanguage(Locale.ENGLISH))
                .fact(
                        "To whom",
                        partners.addressee(partner.code())
                                .map(OutreachShown::inFull)
                                .orElse("Whoever looks after partnerships"))
                .reasons(rules.decision(outreaches.get(partnershipId).decision))
                .with("earlier", earlier(partnershipId))
                .text("draft", letters.request(mutual, partnershipId).text())
                .json();
    }

    String mail(String partnershipId) {
        var outreach = outreaches.get(partnershipId);
        var partner = partnerships.partner(partnershipId);
        var addressee = correspondence.addressee(outreach);
        var shown = Shown.of(partnerships.get(partnershipId), intro(partner, addressee.isPresent()));
        if (addressee.isEmpty()) {
            shown.link("Add a contact", "/partners/" + partner.code() + "/contacts/new");
        }
        addressee.ifPresentOrElse(
                one -> shown.fact("To", inFull(one))
                        .fact("Language", one.locale().getDisplayLanguage(Locale.ENGLISH)),
                () -> shown.fact("To", "Nobody yet"));
        correspondence
                .former(outreach)
                .ifPresent(one -> shown.fact("Drafted for", one.name() + ", who may not be written to any more"));
        var decision = rules.decision(outreach.decision);
        if (decision.verdict().equals(ApproachFacts.WARM)) {
            shown.fact("Introduction", "It did not come about, so we write ourselves");
        }
        return shown.fact("Attached", "The pitch deck, as released")
                .reasons(decision)
                .with("earlier", earlier(partnershipId))
                .json();
    }

    /** An earlier attempt with the same partner: how it ended, and what went to and fro. */
    record Earlier(Partnership partnership, List<Outreaches.Touch> touches) {}

    /** What was sent to this partner before, the last attempt first. */
    List<Earlier> before(String code) {
        var before = partnerships.of(partnerships.get(code).partner()).stream()
                .takeWhile(one -> !one.code().equals(code))
                .map(one -> new Earlier(one, outreaches.touches(one.code())))
                .filter(one -> !one.touches().isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(before);
        return before;
    }

    /** What went to and fro in earlier attempts, so that nobody writes the same twice. */
    private List<Map<String, String>> earlier(String partnershipId) {
        return before(partnershipId).stream()
                .flatMap(attempt -> attempt.touches().stream()
                        .map(touch -> Map.of(
                                "case", attempt.partnership().code(),
                                "when", Shown.day(touch.at().atZone(days.zone()).toLocalDate()),
                                "what", touch.text())))
                .toList();
    }

    private static String intro(Partner partner, boolean known) {
        return known
                ? "A first mail to " + partner.name() + ". The pitch deck goes with it: release that first."
                : "There is nobody at " + partner.name() + " we may mail. Add a contact with a mail address before you"
                        + " send, or end the outreach here.";
    }

    private static String inFull(Contact one) {
        return one.name()
                + (one.role().isEmpty() ? "" : ", " + one.role())
                + (one.mail().isEmpty() ? "" : ", " + one.mail());
    }
}
