package com.clario.playbook.outreach;

import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.outreach.deck.PitchDeck;
import com.clario.playbook.outreach.letter.Letters;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the drawing of stage 2 asks for and hands over. */
@Component
@Transactional
public class OutreachSteps {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Outreaches outreaches;
    private final Correspondence correspondence;
    private final Letters letters;
    private final OutreachShown shown;
    private final PitchDeck decks;
    private final Documents documents;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Rules rules;
    private final RuleSet<ApproachFacts> approach;
    private final FollowUps followUps;
    private final BusinessDays days;

    OutreachSteps(
            Outreaches outreaches,
            Correspondence correspondence,
            Letters letters,
            OutreachShown shown,
            PitchDeck decks,
            Documents documents,
            Partnerships partnerships,
            Partners partners,
            Rules rules,
            RuleSet<ApproachFacts> approach,
            FollowUps followUps,
            BusinessDays days) {
        this.outreaches = outreaches;
        this.correspondence = correspondence;
        this.letters = letters;
        this.shown = shown;
        this.decks = decks;
        this.documents = documents;
        this.partnerships = partnerships;
        this.partners = partners;
        this.rules = rules;
        this.approach = approach;
        this.followUps = followUps;
        this.days = days;
    }

    public void draftDeck(String partnershipId) {
        var name = partnerships.partner(partnershipId).name() + " pitch deck.pptx";
        documents.store(partnershipId, Documents.PITCH_DECK, name, decks.make(letters.deck(partnershipId)));
    }

    public String showPreparePitchDeck(String partnershipId) {
        return shown(partnershipId, "The deck opens the door: it goes out with the mail and into the meeting.")
                .with("deckLink", deckLink(partnershipId))
                .json();
    }

    public void recordPitchDeck(String partnershipId, String deckNote) {
        var deck = documents
                .latest(partnershipId, Documents.PITCH_DECK)
                .orElseThrow(() -> new Refusal("There is no pitch deck: upload one to the documents of this case."));
        outreaches.change(partnershipId, outreach -> {
            outreach.releaseDeck(deck.id());
            outreaches.touch(partnershipId, "Pitch deck released: " + deck.name(), deckNote);
            return null;
        });
    }

    /** Warm or cold by the rules; with nobody to reach, the mail task says whom to add. */
    public String chooseApproach(String partnershipId) {
        var partner = partnerships.get(partnershipId).partner();
        var facts = new ApproachFacts(
                partners.mutualContact(partner).isPresent(),
                partners.addressee(partner).isPresent(),
                partners.contacts(partner).stream()
                        .anyMatch(one -> !one.mutual() && !one.mail().isEmpty()));
        var decision = rules.decide(approach, facts, partnershipId);
        return outreaches.change(partnershipId, outreach -> {
            outreach.choose(decision.verdict(), decision.id());
            outreaches.touch(partnershipId, inWords(decision.verdict()), String.join("; ", decision.reasons()));
            return decision.verdict();
        });
    }

    private static String inWords(String verdict) {
        return switch (verdict) {
            case ApproachFacts.WARM -> "Approach: warm introduction";
            case ApproachFacts.COLD -> "Approach: cold mail";
            default -> "Approach: open, there is nobody we can reach yet";
        };
    }

    public String showAskForIntroduction(String partnershipId) {
        return shown.introduction(partnershipId);
    }

    public String recordIntroduction(String partnershipId, String introduced, String introductionNote) {
        return outreaches.change(partnershipId, outreach -> {
            var yes = "YES".equals(introduced);
            outreaches.touch(
                    partnershipId,
                    yes ? "We have been introduced" : "No introduction: we write ourselves",
                    introductionNote);
            return outreach.introduced(yes);
        });
    }

    public void draftMail(String partnershipId) {
        correspondence.draft(partnershipId);
    }

    public String showApproveMail(String partnershipId) {
        return shown.mail(partnershipId);
    }

    public String prefill(String partnershipId, String key) {
        var outreach = outreaches.get(partnershipId);
        return switch (key) {
            case "mailSubject" -> outreach.mailSubject;
            case "mailText" -> outreach.mailText;
            default -> null;
        };
    }

    public String recordMail(String partnershipId, String mailDecision, String mailSubject, String mailText) {
        return "SEND".equals(mailDecision)
                ? correspondence.approve(partnershipId, mailSubject, mailText)
                : correspondence.withdraw(partnershipId);
    }

    public String sendMail(String partnershipId) {
        return correspondence.send(partnershipId);
    }

    public String showEnterReply(String partnershipId) {
        var shown = shown(
                partnershipId, "What did " + partnerships.partner(partnershipId).name() + " answer?");
        outreaches
                .touches(partnershipId)
                .forEach(touch -> shown.fact(DAY.withZone(days.zone()).format(touch.at()), touch.text()));
        var ends = outreaches.get(partnershipId).silenceEndsOn;
        return shown.with(
                        "silence",
                        ends == null
                                ? ""
                                : "Without an answer by " + DAY.format(ends.minusDays(1))
                                        + " the case ends by itself as “no reply”.")
                .json();
    }

    public void sendFollowUp(String partnershipId) {
        correspondence.followUp(partnershipId);
    }

    public String recordReply(String partnershipId, String reply, String meetingOn, String replyNote) {
        return correspondence.replied(partnershipId, reply, meetingOn, replyNote);
    }

    public void planFollowUps(String partnershipId) {
        followUps.plan(partnershipId);
    }

    public String followUpCycle(String partnershipId) {
        return followUps.cycle(partnershipId);
    }

    public Date silenceEnds(String partnershipId) {
        return days.start(followUps.silenceEnds(partnershipId));
    }

    public String endInSilence(String partnershipId) {
        return followUps.endInSilence(partnershipId);
    }

    public String showHoldMeeting(String partnershipId) {
        var partner = partnerships.partner(partnershipId);
        var agreed = outreaches.get(partnershipId).meetingOn;
        return shown(partnershipId, "Meet " + partner.name() + ", then write down what was said.")
                .ifKnown("Agreed for", agreed == null ? null : DAY.format(agreed))
                .fact("Value to them", partner.valueToThem())
                .fact("Value to us", partner.valueToUs())
                .with("deckLink", deckLink(partnershipId))
                .json();
    }

    public String recordMeeting(String partnershipId, String metOn, String meetingOutcome, String minutes) {
        return outreaches.change(partnershipId, outreach -> {
            var outcome = outreach.met(day(metOn), meetingOutcome, days.today());
            var result = "INTERESTED".equals(outcome) ? "both sides want to go on" : "it ends here";
            outreaches.touch(partnershipId, "Met on " + DAY.format(outreach.metOn) + ": " + result, minutes);
            return outcome;
        });
    }

    private Shown shown(String partnershipId, String intro) {
        return Shown.of(partnerships.get(partnershipId), intro);
    }

    private String deckLink(String partnershipId) {
        return documents
                .latest(partnershipId, Documents.PITCH_DECK)
                .map(deck -> "/documents/" + deck.id())
                .orElse("/partnerships/" + partnershipId + "/documents");
    }

    private static LocalDate day(String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }
}
