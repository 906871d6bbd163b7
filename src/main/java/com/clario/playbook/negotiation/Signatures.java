package com.clario.playbook.negotiation;

import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.document.signing.Signature;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.pilot.Pilot;
import com.clario.playbook.pilot.Pilots;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes terms at their signature, and only what our own records say may be signed. */
@Service
class Signatures {

    private final TermsVersions versions;
    private final TermsPolicy policy;
    private final ContractReviews reviews;
    private final StandardTerms standard;
    private final Documents documents;
    private final Pilots pilots;
    private final Partnerships partnerships;
    private final Partners partners;
    private final BusinessDays days;
    private final People people;
    private final Timeline timeline;

    Signatures(
            TermsVersions versions,
            TermsPolicy policy,
            ContractReviews reviews,
            StandardTerms standard,
            Documents documents,
            Pilots pilots,
            Partnerships partnerships,
            Partners partners,
            BusinessDays days,
            People people,
            Timeline timeline) {
        this.versions = versions;
        this.policy = policy;
        this.reviews = reviews;
        this.standard = standard;
        this.documents = documents;
        this.pilots = pilots;
        this.partnerships = partnerships;
        this.partners = partners;
        this.days = days;
        this.people = people;
        this.timeline = timeline;
    }

    /**
     * What allows a version to be signed: the word of another person than its proposer on exactly its contract.
     *
     * @param newestDocument the newest file of the partnership at that moment: the signed copy must be newer
     */
    private record Approval(Instant at, String contractSha256, long newestDocument) {}

    /**
     * Signs the newest version: another person in legal approved exactly it or exactly its standard text, the signed
     * copy came after that, and no exclusivity signed meanwhile stands against it.
     */
    @Transactional
    void sign(String partnership, String partnerSignatory, String ourSignatory, String signedOn, String note) {
        // exclusivity binds all partners of a type: whoever signs for one of them signs alone
        partners.holdAll(partnerships.partner(partnership).type());
        var version = versions.required(partnership);
        var approval = approval(version);
        requirePilot(version);
        requireNoNewCollision(version);
        var signature = new Signature(
                Terms.text("Signed for the partner by", partnerSignatory, 120),
                Terms.text("Signed for us by", ourSignatory, 120),
                day(signedOn, approval),
                copy(version, approval).id(),
                people.current().id(),
                note);
        var from = version.start().firstDay(signature.signedOn());
        var to = from.plusMonths(version.terms().durationMonths()).minusDays(1);
        partnerships.changeModel(partnership, version.terms().model());
        versions.sign(version, signature, from, to);
        timeline.add(
                partnership,
                NegotiationSteps.STAGE,
                "Version " + version.number() + " signed by " + signature.partner() + " and " + signature.us()
                        + ", in force from " + Shown.day(from) + " to " + Shown.day(to),
                note);
    }

    /** Ends the negotiation without a signature. */
    void giveUp(String partnership, String note) {
        var version = unsigned(partnership, note, "Note: say why it was not signed.");
        versions.move(version, Status.NOT_SIGNED);
        timeline.add(partnership, NegotiationSteps.STAGE, "Version " + version.number() + " was not signed", note);
    }

    /** Takes the newest version back, to be negotiated again. */
    void takeBack(String partnership, String note) {
        var version = unsigned(partnership, note, "Note: say what has to be negotiated again.");
        versions.takeBack(version, note);
        timeline.add(
                partnership,
                NegotiationSteps.STAGE,
                "Version " + version.number() + " goes back from the signature to be negotiated again",
                note);
    }

    private TermsVersion unsigned(String partnership, String note, String whyIsMissing) {
        var version = versions.required(partnership);
        if (version.signed()) {
            throw new Refusal("Version " + version.number() + " is signed already.");
        }
        if (note == null) {
            throw new Refusal(whyIsMissing);
        }
        return version;
    }

    private Approval approval(TermsVersion version) {
        if (version.signed()) {
            throw new Refusal("Version " + version.number() + " is signed already.");
        }
        return reviewed(version)
                .or(() -> inAdvance(version))
                .filter(approval -> version.status() == Status.APPROVED)
                .filter(approval -> approval.contractSha256()
                        .equals(documents.get(version.contract()).sha256()))
                .orElseThrow(() -> new Refusal(whyNot(version)));
    }

    private Optional<Approval> reviewed(TermsVersion version) {
        return reviews.approval(version.partnership(), version.number(), version.proposedBy())
                .map(review -> new Approval(review.at(), review.contractSha256(), review.newestDocument()));
    }

    private Optional<Approval> inAdvance(TermsVersion version) {
        return standard.holding(version).map(use -> new Approval(use.at(), use.contractSha256(), use.newestDocument()));
    }

    private String whyNot(TermsVersion version) {
        return standard.use(version).isPresent()
                ? "Version " + version.number() + " of the terms cannot be signed: legal's standing approval of these"
                        + " standard terms no longer holds. Choose “Back to the terms”, so that legal reviews the"
                        + " contract."
                : "Version " + version.number() + " of the terms cannot be signed: another person in legal has to"
                        + " approve exactly this version first.";
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

    /** What was signed with others since a manager and legal looked at these terms may forbid them. */
    private void requireNoNewCollision(TermsVersion version) {
        var others = policy.newCollisions(version);
        if (!others.isEmpty()) {
            throw new Refusal("Version " + version.number() + " of the terms cannot be signed: exclusivity stands"
                    + " between it and the terms signed meanwhile with " + names(others)
                    + ". Choose “Back to the terms”, so that a manager decides.");
        }
    }

    private static String names(List<TermsVersion> others) {
        return others.stream()
                .map(other -> other.partnerName() + " (" + other.partnership() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Document copy(TermsVersion version, Approval approval) {
        return documents
                .latest(version.partnership(), Documents.SIGNED_CONTRACT)
                .filter(copy -> copy.id() > approval.newestDocument())
                .orElseThrow(() -> new Refusal("Upload the signed copy of version " + version.number()
                        + " as “Signed contract” first; a file from before legal's approval does not count."));
    }

    private LocalDate day(String written, Approval approval) {
        var day = read(written);
        var approved = LocalDate.ofInstant(approval.at(), days.zone());
        if (day.isAfter(days.today())) {
            throw new Refusal("Signed on: this day is still to come.");
        }
        if (day.isBefore(approved)) {
            throw new Refusal("Signed on: legal approved this version only later, on " + Shown.day(approved) + ".");
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
}
