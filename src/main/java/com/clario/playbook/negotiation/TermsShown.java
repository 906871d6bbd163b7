package com.clario.playbook.negotiation;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.negotiation.ContractReviews.Answer;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of contract and signature show beside their fields. */
@Component
class TermsShown {

    private final TermsVersions versions;
    private final ContractReviews reviews;
    private final TermsPolicy policy;
    private final Partnerships partnerships;
    private final People people;

    TermsShown(
            TermsVersions versions,
            ContractReviews reviews,
            TermsPolicy policy,
            Partnerships partnerships,
            People people) {
        this.versions = versions;
        this.reviews = reviews;
        this.policy = policy;
        this.partnerships = partnerships;
        this.people = people;
    }

    String proposeTerms(String partnershipId) {
        var partnership = partnerships.get(partnershipId);
        var latest = versions.latest(partnershipId);
        var next = latest.map(TermsVersion::number).orElse(0) + 1;
        var shown = Shown.of(
                        partnership,
                        "Agree the terms with " + partnership.partnerName() + " and enter them: they become version "
                                + next + ".")
                .fact(
                        "Model",
                        partnership.model().label() + ": " + partnership.model().meaning())
                .fact("Signed", versions.signed(partnershipId).map(this::signed).orElse("nothing yet"));
        latest.ifPresent(version -> shown.fact(version.label(), version.status().label() + "; " + version.note()));
        return shown.with("requests", latest.map(this::requests).orElse(List.of()))
                .json();
    }

    String approveException(String partnershipId) {
        var version = versions.required(partnershipId);
        var shown = Shown.of(
                partnerships.get(partnershipId),
                version.label() + ", proposed by " + name(version.proposedBy())
                        + ", leaves our policy. Grant the exception with a reason, or send the terms back.");
        version.terms().lines().forEach(shown::fact);
        return shown.reasons(policy.decision(version.decision())).json();
    }

    String reviewContract(String partnershipId) {
        var version = versions.required(partnershipId);
        var shown = Shown.of(
                partnerships.get(partnershipId),
                version.label() + ", proposed by " + name(version.proposedBy()) + ": " + version.note());
        version.terms().lines().forEach(shown::fact);
        return shown.fact("Change requests so far", reviews.changeRequests(partnershipId))
                .fact(
                        "Exception",
                        version.exception() == null ? null : version.exception().reason())
                .with("contractLink", "/documents/" + version.contract())
                .with("changes", changes(version))
                .json();
    }

    String signContract(String partnershipId) {
        var version = versions.required(partnershipId);
        var shown = Shown.of(
                        partnerships.get(partnershipId),
                        "Have the contract of version " + version.number()
                                + " signed by both sides. Recording the signature freezes these terms.")
                .with("contractLink", "/documents/" + version.contract());
        version.terms().lines().forEach(shown::fact);
        reviews.approval(version).ifPresent(review -> shown.fact("Approved for legal by", name(review.reviewer())));
        return shown.json();
    }

    private String signed(TermsVersion version) {
        return version.label() + ", in force from " + Shown.day(version.validFrom()) + " to "
                + Shown.day(version.validTo());
    }

    /** What was asked of the last version: by a manager, by legal, or by both one after the other. */
    private List<Map<String, String>> requests(TermsVersion version) {
        var requests = new ArrayList<Map<String, String>>();
        if (version.status() == Status.SENT_BACK) {
            requests.add(Map.of(
                    "who", name(version.exception().by()),
                    "text", version.exception().reason()));
        }
        reviews.last(version)
                .filter(review -> review.answer() != Answer.APPROVE)
                .ifPresent(review -> requests.add(Map.of("who", name(review.reviewer()), "text", review.comment())));
        return requests;
    }

    private List<Map<String, String>> changes(TermsVersion version) {
        var changes = new ArrayList<Map<String, String>>();
        var before = versions.versions(version.partnership()).stream()
                .filter(earlier -> earlier.number() == version.number() - 1)
                .findFirst();
        before.map(earlier -> earlier.terms().lines())
                .ifPresent(lines -> version.terms().lines().forEach((label, now) -> {
                    if (!now.equals(lines.get(label))) {
                        changes.add(Map.of("label", label, "before", lines.get(label), "after", now));
                    }
                }));
        return changes;
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse("the system");
    }
}
