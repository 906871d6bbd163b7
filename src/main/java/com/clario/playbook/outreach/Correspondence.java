package com.clario.playbook.outreach;

import com.clario.playbook.access.People;
import com.clario.playbook.mail.Mail;
import com.clario.playbook.mail.MailSettled;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Partnerships;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to partners: drafts, lets a person approve, sends once, and follows up twice at most. */
@Service
class Correspondence {

    private final Outreaches outreaches;
    private final Letters letters;
    private final Outbox outbox;
    private final Partnerships partnerships;
    private final Partners partners;
    private final People people;

    Correspondence(
            Outreaches outreaches,
            Letters letters,
            Outbox outbox,
            Partnerships partnerships,
            Partners partners,
            People people) {
        this.outreaches = outreaches;
        this.letters = letters;
        this.outbox = outbox;
        this.partnerships = partnerships;
        this.partners = partners;
        this.people = people;
    }

    /** Whom the mail is for: the person it was drafted for, else the first we may write to. */
    Optional<Contact> addressee(Outreach outreach) {
        var partner = partnerships.get(outreach.partnership).partner();
        return outreach.contact == null
                ? partners.addressee(partner)
                : partners.contacts(partner).stream()
                        .filter(one -> one.id() == outreach.contact && one.mayBeMailed())
                        .findFirst();
    }

    @Transactional
    void draft(String code) {
        var addressee = partners.addressee(partnerships.get(code).partner()).orElse(null);
        var letter = letters.to(addressee, Letters.COLD_MAIL, code);
        outreaches.change(code, outreach -> {
            if (ApproachFacts.WARM.equals(outreach.approach) && outreach.introduced == null) {
                outreaches.touch(code, "No introduction in seven days: we write ourselves", null);
            }
            outreach.draft(addressee, letter.subject(), letter.text());
            return null;
        });
    }

    @Transactional
    String approve(String code, String subject, String text) {
        return outreaches.change(code, outreach -> {
            var addressee = addressee(outreach).orElse(null);
            outreach.approve(addressee, subject, text, people.current().name());
            mail(outreach, addressee, Letters.COLD_MAIL, subject, text);
            outreaches.touch(code, "Mail to " + addressee.name() + " approved: " + subject, null);
            return "APPROVED";
        });
    }

    @Transactional
    String withdraw(String code) {
        return outreaches.change(code, outreach -> {
            outreach.withdraw();
            outreaches.touch(code, "No mail is sent: the outreach ends", null);
            return outreach.outcome;
        });
    }

    @Transactional
    void send(String code) {
        outreaches.change(code, outreach -> {
            var addressee = addressee(outreach);
            if (addressee.isEmpty()) {
                outreaches.touch(code, "Mail not sent: the addressee may no longer be mailed", null);
            } else if (outreach.takeForSending()) {
                outbox.put(mail(outreach, addressee.get(), Letters.COLD_MAIL, outreach.mailSubject, outreach.mailText));
                outreaches.touch(
                        code, "Mail to " + addressee.get().name() + " put in the outbox, with the pitch deck", null);
            }
            return null;
        });
    }

    @Transactional
    void followUp(String code) {
        outreaches.change(code, outreach -> {
            var addressee = addressee(outreach);
            var known = outbox.hasLetOut(code, Letters.COLD_MAIL);
            if (known && addressee.isPresent() && outreach.takeForFollowUp()) {
                var letter = letters.to(addressee.get(), Letters.FOLLOW_UP, code);
                outbox.put(new Mail(
                        addressee.get().mail(), letter.subject(), letter.text(), code, Letters.FOLLOW_UP, null));
                outreaches.touch(
                        code,
                        "Follow-up " + outreach.followUps + " of " + Outreach.MOST_FOLLOW_UPS + " to "
                                + addressee.get().name() + " put in the outbox",
                        null);
            }
            return null;
        });
    }

    /** Tells what became of a mail: only here is it known to be sent. */
    @EventListener
    void settled(MailSettled mail) {
        if (!Letters.TO_PARTNERS.contains(mail.kind())
                || mail.about() == null
                || partnerships.find(mail.about()).isEmpty()) {
            return;
        }
        var text = mail.sent() ? "Mail sent to " + mail.to() : "Mail to " + mail.to() + " could not be sent";
        outreaches.touch(mail.about(), text, mail.reason());
    }

    /** Made at the approval too, so that what the outbox would refuse is said to the person at once. */
    private static Mail mail(Outreach outreach, Contact addressee, String kind, String subject, String text) {
        return new Mail(addressee.mail(), subject, text, outreach.partnership, kind, outreach.deck);
    }
}
