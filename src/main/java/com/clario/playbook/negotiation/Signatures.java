package com.clario.playbook.negotiation;

import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.ContractReviews.Review;
import com.clario.playbook.negotiation.TermsVersion.Signature;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.pilot.Pilot;
import com.clario.playbook.pilot.Pilots;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Service;

/** Freezes terms at their signature, and only what our own records say may be signed. */
@Service
class Signatures {

    private final TermsVersions versions;
    private final ContractReviews reviews;
    private final Documents documents;
    private final Pilots pilots;
    private final BusinessDays days;
    private final People people;
    private final Timeline timeline;

    Signatures(
            TermsVersions versions,
            ContractReviews reviews,
            Documents documents,
            Pilots pilots,
            BusinessDays days,
            People people,
            Timeline timeline) {
        this.versions = versions;
        this.reviews = reviews;
        this.documents = documents;
        this.pilots = pilots;
        this.days = days;
        this.people = people;
        this.timeline = timeline;
    }

    /** Signs the newest version: another person in legal approved exactly it, and the signed copy came after that. */
    void sign(String partnership, String partnerSignatory, String ourSignatory, String signedOn, String note) {
        var version = versions.required(partnership);
        var approval = approval(version);
        requirePilot(version);
        var signature = new Signature(
                Terms.text("Signed for the partner by", partnerSignatory, 120),
                Terms.text("Signed for us by", ourSignatory, 120),
                day(signedOn, approval),
                copy(approval).id(),
                people.current().id(),
                note);
        var from = firstDay(partnership, signature.signedOn());
        var to = from.plusMonths(version.terms().durationMonths()).minusDays(1);
        versions.sign(version, signature, from, to);
        timeline.add(
                partnership,
                NegotiationSteps.STAGE,
                "Version " + version.number() + " signed by " + signature.partner() + " and " + signature.us()
                        + ", in force from " + Shown.day(from) + " to " + Shown.day(to),
                note);
    }

    void giveUp(String partnership, String note) {
        var version = versions.required(partnership);
        if (version.signed()) {
            throw new Refusal("Version " + version.number() + " is signed already.");
        }
        if (note == null) {
            throw new Refusal("Note: say why it was not signed.");
        }
        versions.move(version, Status.NOT_SIGNED);
        timeline.add(partnership, NegotiationSteps.STAGE, "Version " + version.number() + " was not signed", note);
    }

    private Review approval(TermsVersion version) {
        if (version.signed()) {
            throw new Refusal("Version " + version.number() + " is signed already.");
        }
        return reviews.approval(version)
                .filter(review -> version.status() == Status.APPROVED)
                .filter(review -> review.contractSha256()
                        .equals(documents.get(version.contract()).sha256()))
                .orElseThrow(() -> new Refusal("Version " + version.number()
                        + " of the terms cannot be signed: another person in legal has to approve exactly this version"
                        + " first."));
    }

    /** Only the first signature waits for the pilot; later terms change a partnership that runs. */
    private void requirePilot(TermsVersion version) {
        var first = versions.signed(version.partnership()).isEmpty();
        var signedOff =
                pilots.of(version.partnership()).filter(Pilot::signedOff).isPresent();
        if (first && version.pilotRequired() && !signedOff) {
            throw new Refusal("The contract cannot be signed yet: a manager has to sign off the pilot first.");
        }
    }

    private Document copy(Review approval) {
        return documents
                .latest(approval.partnership(), Documents.SIGNED_CONTRACT)
                .filter(copy -> copy.id() > approval.newestDocument())
                .orElseThrow(() -> new Refusal("Upload the signed copy of version " + approval.version()
                        + " as “Signed contract” first; a file from before legal's approval does not count."));
    }

    private LocalDate day(String written, Review approval) {
        var day = read(written);
        if (day.isAfter(days.today())) {
            throw new Refusal("Signed on: this day is still to come.");
        }
        if (day.isBefore(LocalDate.ofInstant(approval.at(), days.zone()))) {
            throw new Refusal("Signed on: legal approved this version only later, on "
                    + Shown.day(LocalDate.ofInstant(approval.at(), days.zone())) + ".");
        }
        return day;
    }

    private static LocalDate read(String written) {
        try {
            return LocalDate.parse(Terms.text("Signed on", written, 10));
        } catch (DateTimeParseException unreadable) {
            throw new Refusal("Signed on: choose a date.", unreadable);
        }
    }

    /** New terms start on the next day, so that no day is divided between two versions. */
    private LocalDate firstDay(String partnership, LocalDate signedOn) {
        return versions.signed(partnership).isEmpty() ? signedOn : days.today().plusDays(1);
    }
}
