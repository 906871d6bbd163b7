package com.clario.playbook.outreach;

import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.Mail;
import com.clario.playbook.mail.MailSettled;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.mail.consent.OptOuts;
import com.clario.playbook.mail.consent.OptedOut;
import com.clario.playbook.outreach.letter.Addressees;
import com.clario.playbook.outreach.letter.Letters;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to partners: drafts, lets a person approve, sends once, and follows up twice at most. */
@Service
class Correspondence {

    private static final int LONGEST_NOTE = 2000;

    private final Outreaches outreaches;
    private final Letters letters;
    private final Outbox outbox;
    private final OptOuts optOuts;
    private final Documents documents;
    private final Partnerships partnerships;
    private final Addressees addressees;
    private final People people;

    Correspondence(
            Outreaches outreaches,
            Letters letters,
            Outbox outbox,
            OptOuts optOuts,
            Documents documents,
            Partnerships partnerships,
            Addressees addressees,
            People people) {
        this.outreaches = outreaches;
        this.letters = letters;
        this.outbox = outbox;
        this.optOuts = optOuts;
        this.documents = documents;
        this.partnerships = partnerships;
        this.addressees = addressees;
        this.people = people;
    }

    /** Whom the mail is for as long as nobody has approved it. */
    Optional<Contact> addressee(Outreach outreach) {
        return addressees.next(partner(outreach), outreach.contact);
    }

    /** Whom the draft was written to, where another has taken the place. */
    Optional<Contact> former(Outreach outreach) {
        var now = addressee(outreach);
        return addressees
                .known(partner(outreach), outreach.contact)
                .filter(one -> now.isEmpty() || now.get().id() != one.id());
    }

    /** The person the mail was approved for and nobody else. */
    private Optional<Contact> approved(Outreach outreach) {
        return addressees.only(partner(outreach), outreach.contact);
    }

    private String partner(Outreach outreach) {
        return partnerships.get(outreach.partnership).partner();
    }

    @Transactional
    void draft(String code) {
        var addressee = addressees.next(partnerships.get(code).partner(), null).orElse(null);
        var link = optOuts.blank();
        var letter = letters.to(addressee, Letters.COLD_MAIL, code, link);
        outreaches.change(code, outreach -> {
            if (ApproachFacts.WARM.equals(outreach.approach) && outreach.introduced == null) {
                outreaches.touch(code, "No introduction in seven days: we write ourselves", null);
            }
            outreach.draft(addressee, letter.subject(), letter.text(), link);
            return null;
        });
    }

    @Transactional
    String approve(String code, String subject, String text) {
        return outreaches.change(code, outreach -> {
            var addressee = addressee(outreach).orElse(null);
            former(outreach)
                    .filter(one -> addressee != null)
                    .ifPresent(one -> addressees.requireGreeted(addressee, one, subject, text));
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

    /** Sends the approved mail, or says that somebody has to approve it for another addressee. */
    @Transactional
    String send(String code) {
        return outreaches.change(code, outreach -> {
            var addressee = approved(outreach);
            if (addressee.isEmpty() && outreach.takeBack()) {
                outreaches.touch(
                        code,
                        "Mail not sent: the addressee may no longer be mailed, so it waits for approval again",
                        null);
                return "TAKEN_BACK";
            }
            if (addressee.isPresent() && outreach.takeForSending()) {
                if (outreach.optOutLink != null) {
                    optOuts.settle(outreach.optOutLink, addressee.get().mail());
                }
                outbox.put(mail(outreach, addressee.get(), Letters.COLD_MAIL, outreach.mailSubject, outreach.mailText));
                outreaches.touch(
                        code,
                        "Mail to " + addressee.get().name() + " put in the outbox, with the pitch deck"
                                + deck(outreach)
                                        .map(deck -> ", version " + version(deck) + ": " + deck.name())
                                        .orElse(""),
                        null);
            }
            return "SENT";
        });
    }

    @Transactional
    void followUp(String code) {
        outreaches.change(code, outreach -> {
            var addressee = approved(outreach);
            var known = outbox.hasLetOut(code, Letters.COLD_MAIL);
            if (known && addressee.isEmpty()) {
                outreaches.touch(code, "Follow-up not sent: the addressee may no longer be mailed", null);
            }
            if (known && addressee.isPresent() && outreach.takeForFollowUp()) {
                var to = addressee.get().mail();
                var letter = letters.to(addressee.get(), Letters.FOLLOW_UP, code, optOuts.linkFor(to));
                outbox.put(new Mail(to, letter.subject(), letter.text(), code, Letters.FOLLOW_UP, null));
                outreaches.touch(
                        code,
                        "Follow-up " + outreach.followUps + " of " + outreach.mostFollowUps + " to "
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

    /** Whoever leaves by the link is followed up no more; what became of the case is still for a person to say. */
    @EventListener
    void optedOut(OptedOut news) {
        news.about().stream()
                .filter(code -> partnerships.find(code).isPresent())
                .forEach(code -> outreaches.touch(
                        code,
                        news.address() + " asked not to be written to again, by the link in our mail",
                        "Marked do-not-contact everywhere; no follow-up goes there any more."));
    }

    /** Keeps what the partner answered, however we heard it. */
    @Transactional
    String replied(String code, String reply, String meetingOn, String note) {
        return outreaches.change(code, outreach -> {
            var on = meetingOn == null || meetingOn.isBlank()
                    ? null
                    : BusinessDays.read("Date of the meeting", meetingOn);
            var answer = outreach.replied(reply, on);
            var said =
                    switch (answer) {
                        case "MEETING" -> "They agreed to a meeting on " + Shown.day(outreach.meetingOn);
                        case "DECLINED" -> "They declined";
                        default -> "No answer";
                    };
            outreaches.touch(code, said, note(note));
            return answer;
        });
    }

    private static String note(String typed) {
        if (typed != null && typed.strip().length() > LONGEST_NOTE) {
            throw new Refusal("Note: at most " + LONGEST_NOTE + " characters.");
        }
        return typed;
    }

    /** The pitch deck that was released, as it goes out. */
    Optional<Document> deck(Outreach outreach) {
        return outreach.deck == null
                ? Optional.empty()
                : documents.of(outreach.partnership).stream()
                        .filter(one -> one.id() == outreach.deck)
                        .findFirst();
    }

    /** Which of the decks of its case this is, counted from 1. */
    int version(Document deck) {
        return (int) documents.of(deck.partnership()).stream()
                .filter(one -> one.kind().equals(Documents.PITCH_DECK) && one.id() <= deck.id())
                .count();
    }

    /** Made at the approval too, so that what the outbox would refuse is said to the person at once. */
    private static Mail mail(Outreach outreach, Contact addressee, String kind, String subject, String text) {
        return new Mail(addressee.mail(), subject, text, outreach.partnership, kind, outreach.deck);
    }
}
