package com.clario.playbook.negotiation;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.document.Documents;
import com.clario.playbook.document.signing.Answer;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractPdf;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.negotiation.contract.ContractReviews.Clause;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Drafts the contract of a version and takes legal's word on it, given now or once for all. */
@Service
class Contracts {

    private final TermsVersions versions;
    private final ContractReviews reviews;
    private final StandardTerms standard;
    private final Documents documents;
    private final ContractPdf pdf;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final People people;
    private final Timeline timeline;

    Contracts(
            TermsVersions versions,
            ContractReviews reviews,
            StandardTerms standard,
            Documents documents,
            ContractPdf pdf,
            Partnerships partnerships,
            BusinessDays days,
            People people,
            Timeline timeline) {
        this.versions = versions;
        this.reviews = reviews;
        this.standard = standard;
        this.documents = documents;
        this.pdf = pdf;
        this.partnerships = partnerships;
        this.days = days;
        this.people = people;
        this.timeline = timeline;
    }

    /** Makes the contract of the newest version, once. */
    void draft(String partnership) {
        var version = toBeReviewed(partnership);
        if (version.contract() != null) {
            return;
        }
        var name = "Contract " + partnership + " version " + version.number() + ".pdf";
        var facts = StandardTerms.facts(
                version.terms(),
                partnership,
                version.number(),
                days.today(),
                version.start(),
                version.partnerName(),
                partnerships.partner(partnership).type());
        var contract = documents.store(partnership, Documents.CONTRACT_DRAFT, name, pdf.make(facts));
        versions.draft(version, contract.id());
        timeline.add(partnership, NegotiationSteps.STAGE, "Contract drafted from version " + version.number(), null);
    }

    /** Approves the newest version without a review where legal approved its text for all; false where legal must read it. */
    boolean approveInAdvance(String partnership) {
        var version = toBeReviewed(partnership);
        requireDraft(version);
        var approval = standard.use(version, newest(partnership));
        approval.ifPresent(held -> {
            versions.move(version, Status.APPROVED);
            timeline.add(
                    partnership,
                    NegotiationSteps.STAGE,
                    "Contract of version " + version.number() + " approved in advance",
                    "Unchanged standard referral terms, which " + name(held.approvedBy())
                            + " approved for all partners on "
                            + Shown.day(LocalDate.ofInstant(held.approvedAt(), days.zone())));
        });
        return approval.isPresent();
    }

    /** Takes the word of a person in legal who did not propose these terms. */
    Answer review(String partnership, List<Clause> clauses, String decision, String comment, boolean forAll) {
        var version = toBeReviewed(partnership);
        requireAnotherLawyer(version);
        var answer = Answer.read(decision);
        requireGrounds(answer, clauses, comment);
        requireDraft(version);
        if (forAll) {
            approveForAll(version, answer);
        }
        reviews.add(version.number(), answer, clauses, comment, documents.get(version.contract()), newest(partnership));
        versions.move(version, status(answer));
        timeline.add(partnership, NegotiationSteps.STAGE, told(version, answer), comment);
        return answer;
    }

    private void approveForAll(TermsVersion version, Answer answer) {
        if (answer != Answer.APPROVE) {
            throw new Refusal("Standard terms: they can be approved for all later partners only with this contract;"
                    + " untick the box.");
        }
        standard.approveForAll(version);
        timeline.add(
                version.partnership(),
                NegotiationSteps.STAGE,
                "Standard referral terms approved for all later partners",
                null);
    }

    private TermsVersion toBeReviewed(String partnership) {
        var version = versions.required(partnership);
        version.requireOneOf(Status.WITHIN_POLICY, Status.EXCEPTION_GRANTED);
        return version;
    }

    private static void requireDraft(TermsVersion version) {
        if (version.contract() == null) {
            throw new Refusal("The contract of version " + version.number() + " is not drafted yet.");
        }
    }

    private long newest(String partnership) {
        return documents.of(partnership).get(0).id();
    }

    private void requireAnotherLawyer(TermsVersion version) {
        if (!people.currentIsIn(Groups.LEGAL)) {
            throw new Refusal("Only legal can review a contract.");
        }
        if (people.current().id().equals(version.proposedBy())) {
            throw new Refusal("You proposed these terms, so somebody else in legal has to review them.");
        }
    }

    private static void requireGrounds(Answer answer, List<Clause> clauses, String comment) {
        answer.requireComment(comment);
        var unchecked = Arrays.stream(Clause.values())
                .filter(clause -> !clauses.contains(clause))
                .map(Clause::label)
                .collect(Collectors.joining(", "));
        if (answer == Answer.APPROVE && !unchecked.isEmpty()) {
            throw new Refusal("Clauses you checked: all seven are needed to approve; still open: " + unchecked + ".");
        }
    }

    private static Status status(Answer answer) {
        return switch (answer) {
            case APPROVE -> Status.APPROVED;
            case CHANGES -> Status.CHANGES_ASKED;
            case REJECT -> Status.REJECTED;
        };
    }

    private String told(TermsVersion version, Answer answer) {
        var text = "Legal " + answer.verb() + " version " + version.number();
        return answer == Answer.CHANGES
                ? text + " (change request " + reviews.changeRequests(version.partnership()) + ")"
                : text;
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }
}
