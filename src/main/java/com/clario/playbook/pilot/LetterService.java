package com.clario.playbook.pilot;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.document.signing.Answer;
import com.clario.playbook.document.signing.Signature;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.pilot.letter.Agreed;
import com.clario.playbook.pilot.letter.Letter;
import com.clario.playbook.pilot.letter.LetterFacts;
import com.clario.playbook.pilot.letter.LetterPdf;
import com.clario.playbook.pilot.letter.PilotLetters;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Drafts the letter both companies sign before a pilot, and takes legal's word and the signature. */
@Service
class LetterService {

    private final PilotLetters letters;
    private final Agreed agreed;
    private final LetterPdf pdf;
    private final Documents documents;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final People people;
    private final Timeline timeline;

    LetterService(
            PilotLetters letters,
            Agreed agreed,
            LetterPdf pdf,
            Documents documents,
            Partnerships partnerships,
            BusinessDays days,
            People people,
            Timeline timeline) {
        this.letters = letters;
        this.agreed = agreed;
        this.pdf = pdf;
        this.documents = documents;
        this.partnerships = partnerships;
        this.days = days;
        this.people = people;
        this.timeline = timeline;
    }

    /** Makes the letter of a plan, once. */
    void draft(Pilot pilot) {
        var latest = letters.latest(pilot.partnership());
        if (latest.filter(letter -> !letter.wantsChanges()).isPresent()) {
            return;
        }
        var number = latest.map(Letter::number).orElse(0) + 1;
        var name = "Pilot letter " + pilot.partnership() + " version " + number + ".pdf";
        var draft = documents.store(
                pilot.partnership(), Documents.PILOT_LETTER_DRAFT, name, pdf.make(facts(pilot, number)));
        letters.add(number, draft, pilot.plannedBy());
        timeline.add(pilot.partnership(), PilotSteps.STAGE, "Pilot letter drafted: version " + number, null);
    }

    /** Takes the word of a person in legal who did not plan this pilot. */
    Answer review(String partnership, String decision, String written) {
        var letter = required(partnership);
        if (!people.currentIsIn(Groups.LEGAL)) {
            throw new Refusal("Only legal can review a pilot letter.");
        }
        if (people.current().id().equals(letter.plannedBy())) {
            throw new Refusal("You planned this pilot, so somebody else in legal has to review its letter.");
        }
        if (letter.reviewed()) {
            throw new Refusal("The pilot letter is reviewed already.");
        }
        var answer = Answer.read(decision);
        var comment = optional("Comment", written, 2000);
        answer.requireComment(comment);
        letters.review(letter, answer, comment, documents.of(partnership).get(0).id());
        timeline.add(partnership, PilotSteps.STAGE, told(letter, answer), comment);
        return answer;
    }

    /** Records that both sides signed the approved letter: the copy is newer than legal's approval. */
    void sign(String partnership, String partnerSignatory, String ourSignatory, String signedOn, String note) {
        var letter = required(partnership);
        requireApproved(letter);
        if (letter.signature() != null) {
            throw new Refusal("The pilot letter is signed already.");
        }
        var signature = new Signature(
                signatory("Signed for the partner by", partnerSignatory),
                signatory("Signed for us by", ourSignatory),
                day(signedOn, letter),
                copy(letter).id(),
                people.current().id(),
                optional("Note", note, 1000));
        letters.sign(letter, signature);
        timeline.add(
                partnership,
                PilotSteps.STAGE,
                "Pilot letter signed by " + signature.partner() + " and " + signature.us(),
                signature.note());
    }

    void giveUp(String partnership, String written) {
        var note = optional("Note", written, 1000);
        if (required(partnership).signature() != null) {
            throw new Refusal("The pilot letter is signed already.");
        }
        if (note == null) {
            throw new Refusal("Note: say why it was not signed.");
        }
        timeline.add(partnership, PilotSteps.STAGE, "The pilot letter was not signed", note);
    }

    /** Refuses a pilot without a letter that another person approved, and of which a newer signed copy is there. */
    void requireSigned(String partnership) {
        var letter = required(partnership);
        requireApproved(letter);
        if (!letter.signed()) {
            throw new Refusal("The pilot cannot start: its letter is not signed yet.");
        }
    }

    Letter required(String partnership) {
        return letters.latest(partnership)
                .orElseThrow(() -> new Refusal("There is no pilot letter for " + partnership + " yet."));
    }

    private void requireApproved(Letter letter) {
        var unchanged = documents.get(letter.document()).sha256().equals(letter.documentSha256());
        if (!letter.approved() || !unchanged) {
            throw new Refusal(
                    "The pilot cannot start: another person in legal has to approve exactly this letter first.");
        }
    }

    private Document copy(Letter letter) {
        return documents
                .latest(letter.partnership(), Documents.SIGNED_PILOT_LETTER)
                .filter(copy -> copy.id() > letter.review().newestDocument())
                .orElseThrow(() -> new Refusal("Upload the signed copy of the letter as “Signed pilot letter” first;"
                        + " a file from before legal's approval does not count."));
    }

    private LocalDate day(String written, Letter letter) {
        var day = BusinessDays.read("Signed on", written);
        var approved = LocalDate.ofInstant(letter.review().at(), days.zone());
        if (day.isAfter(days.today())) {
            throw new Refusal("Signed on: this day is still to come.");
        }
        if (day.isBefore(approved)) {
            throw new Refusal("Signed on: legal approved this letter only later, on " + Shown.day(approved) + ".");
        }
        return day;
    }

    private String told(Letter letter, Answer answer) {
        var text = "Legal " + answer.verb() + " the pilot letter, version " + letter.number();
        return answer == Answer.CHANGES
                ? text + " (change request " + letters.changeRequests(letter.partnership()) + ")"
                : text;
    }

    private LetterFacts facts(Pilot pilot, int number) {
        var offer = agreed.of(pilot.partnership());
        return new LetterFacts(
                pilot.partnership(),
                number,
                days.today(),
                partnerships.get(pilot.partnership()).partnerName(),
                offer.product(),
                pilot.scope(),
                pilot.startsOn(),
                pilot.days(),
                pilot.whoPays().equals(PilotPlan.FREE) ? "" : offer.price(),
                pilot.targetActivePercent(),
                pilot.targetSatisfaction().stripTrailingZeros().toPlainString(),
                pilot.failureCriteria(),
                pilot.customers());
    }

    private static String signatory(String field, String written) {
        return PilotPlan.atMost(field, PilotPlan.text(field, written), 120);
    }

    private static String optional(String field, String written, int longest) {
        return written == null || written.isBlank() ? null : PilotPlan.atMost(field, written.strip(), longest);
    }
}
