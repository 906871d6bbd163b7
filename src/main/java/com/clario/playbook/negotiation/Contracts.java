package com.clario.playbook.negotiation;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.ContractReviews.Answer;
import com.clario.playbook.negotiation.ContractReviews.Clause;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractFacts;
import com.clario.playbook.negotiation.contract.ContractPdf;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Drafts the contract of a version and takes legal's word on it. */
@Service
class Contracts {

    private final TermsVersions versions;
    private final ContractReviews reviews;
    private final Documents documents;
    private final ContractPdf pdf;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final People people;
    private final Timeline timeline;

    Contracts(
            TermsVersions versions,
            ContractReviews reviews,
            Documents documents,
            ContractPdf pdf,
            Partnerships partnerships,
            BusinessDays days,
            People people,
            Timeline timeline) {
        this.versions = versions;
        this.reviews = reviews;
        this.documents = documents;
        this.pdf = pdf;
        this.partnerships = partnerships;
        this.days = days;
        this.people = people;
        this.timeline = timeline;
    }

    /** Makes the contract of the newest version, once. */
    void draft(String partnership) {
        var version = versions.required(partnership);
        version.requireOneOf(Status.WITHIN_POLICY, Status.EXCEPTION_GRANTED);
        if (version.contract() != null) {
            return;
        }
        var name = "Contract " + partnership + " version " + version.number() + ".pdf";
        var contract = documents.store(partnership, Documents.CONTRACT_DRAFT, name, pdf.make(facts(version)));
        versions.draft(version, contract.id());
        timeline.add(partnership, NegotiationSteps.STAGE, "Contract drafted from version " + version.number(), null);
    }

    /** Takes the word of a person in legal who did not propose these terms. */
    Answer review(String partnership, List<Clause> clauses, String decision, String comment) {
        var version = versions.required(partnership);
        version.requireOneOf(Status.WITHIN_POLICY, Status.EXCEPTION_GRANTED);
        requireAnotherLawyer(version);
        var answer = answer(decision);
        requireGrounds(answer, clauses, comment);
        if (version.contract() == null) {
            throw new Refusal("The contract of version " + version.number() + " is not drafted yet.");
        }
        var newest = documents.of(partnership).get(0).id();
        reviews.add(version, answer, clauses, comment, documents.get(version.contract()), newest);
        versions.move(version, status(answer));
        timeline.add(partnership, NegotiationSteps.STAGE, told(version, answer), comment);
        return answer;
    }

    private void requireAnotherLawyer(TermsVersion version) {
        if (!people.currentIsIn(Groups.LEGAL)) {
            throw new Refusal("Only legal can review a contract.");
        }
        if (people.current().id().equals(version.proposedBy())) {
            throw new Refusal("You proposed these terms, so somebody else in legal has to review them.");
        }
    }

    private static Answer answer(String decision) {
        return Stream.of(Answer.values())
                .filter(answer -> answer.name().equals(decision))
                .findFirst()
                .orElseThrow(() -> new Refusal("Your decision: approve, ask for changes or reject."));
    }

    private static void requireGrounds(Answer answer, List<Clause> clauses, String comment) {
        if (answer != Answer.APPROVE && comment == null) {
            throw new Refusal("Comment: say what has to change, or why you reject.");
        }
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

    private ContractFacts facts(TermsVersion version) {
        var partnership = partnerships.get(version.partnership());
        var terms = version.terms();
        return new ContractFacts(
                version.partnership(),
                version.number(),
                days.today(),
                partnership.partnerName(),
                "",
                "",
                "",
                partnership.model().name(),
                terms.product(),
                terms.collects(),
                terms.partnerShare(),
                BigDecimal.valueOf(100).subtract(terms.partnerShare()),
                terms.price(),
                terms.exclusive() ? exclusivity(version.partnership()) : "",
                terms.supportContact(),
                terms.supportHours(),
                terms.durationMonths(),
                terms.noticeDays(),
                terms.pilotClause());
    }

    private String exclusivity(String partnership) {
        var partner = partnerships.partner(partnership);
        return partner.name() + " is the only " + partner.type().label() + " partner for this kind of agreement.";
    }
}
