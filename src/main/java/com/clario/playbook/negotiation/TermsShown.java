package com.clario.playbook.negotiation;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.document.signing.Answer;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.negotiation.standing.StandingApproval;
import com.clario.playbook.negotiation.start.Start;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of contract and signature show beside their fields. */
@Component
class TermsShown {

    private static final String NOTHING = "–";

    private final TermsVersions versions;
    private final ContractReviews reviews;
    private final TermsPolicy policy;
    private final StandardTerms standard;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final People people;

    TermsShown(
            TermsVersions versions,
            ContractReviews reviews,
            TermsPolicy policy,
            StandardTerms standard,
            Partnerships partnerships,
            BusinessDays days,
            People people) {
        this.versions = versions;
        this.reviews = reviews;
        this.policy = policy;
        this.standard = standard;
        this.partnerships = partnerships;
        this.days = days;
        this.people = people;
    }

    /** The models the partner's type allows, as choices. */
    String models(String partnershipId) {
        return Shown.json(partnerships.partner(partnershipId).type().models().stream()
                .map(model -> Map.of("value", model.name(), "label", model.label()))
                .toList());
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
                        "Model now",
                        partnership.model().label() + ": " + partnership.model().meaning())
                .fact("Signed", versions.signed(partnershipId).map(this::signed).orElse("nothing yet"));
        var start = versions.nextStart(partnershipId);
        shown.fact("Takes effect", start.words());
        latest.ifPresent(version -> shown.fact(version.label(), version.status().label() + "; " + version.note()));
        standing(partnership.model(), start).ifPresent(words -> shown.fact("Approved in advance", words));
        return shown.ifAny("Change requests so far", reviews.changeRequests(partnershipId))
                .with("requests", latest.map(this::requests).orElse(List.of()))
                .with("changes", latest.map(this::changes).orElse(List.of()))
                .json();
    }

    String approveException(String partnershipId) {
        var version = versions.required(partnershipId);
        var shown = Shown.of(
                partnerships.get(partnershipId),
                version.label() + ", proposed by " + name(version.proposedBy()) + ", leaves our policy: "
                        + version.note() + "\n\nGrant the exception with a reason, or send the terms back.");
        version.lines().forEach(shown::fact);
        if (!version.check().collidesWith().isEmpty()) {
            shown.fact(
                    "Exclusivity collides with",
                    String.join(", ", version.check().collidesWith()));
        }
        return pilot(shown, version)
                .reasons(policy.decision(version.check().decision()))
                .with("changes", changes(version))
                .json();
    }

    String reviewContract(String partnershipId) {
        var version = versions.required(partnershipId);
        var shown = Shown.of(
                partnerships.get(partnershipId),
                version.label() + ", proposed by " + name(version.proposedBy()) + ": " + version.note());
        version.lines().forEach(shown::fact);
        shown.fact("Takes effect", version.start().words());
        collisions(shown, version);
        if (version.exception() != null) {
            shown.fact(
                    "Exception",
                    version.exception().reason() + " ("
                            + name(version.exception().by()) + ")");
        }
        return pilot(shown, version)
                .ifAny("Change requests so far", reviews.changeRequests(partnershipId))
                .with("contractLink", "/documents/" + version.contract())
                .with("changes", changes(version))
                .with("standard", standard.isStandard(version))
                .json();
    }

    String signContract(String partnershipId) {
        var version = versions.required(partnershipId);
        var shown = Shown.of(
                        partnerships.get(partnershipId),
                        "Have the contract of version " + version.number()
                                + " signed by both sides. Recording the signature freezes these terms.")
                .with("contractLink", "/documents/" + version.contract());
        version.lines().forEach(shown::fact);
        shown.fact("Takes effect", version.start().words());
        reviews.approval(partnershipId, version.number(), version.proposedBy())
                .ifPresent(review -> shown.fact("Approved for legal by", name(review.reviewer())));
        standard.usedBy(version).ifPresent(approval -> shown.fact("Approved in advance", words(approval)));
        collisions(shown, version);
        return pilot(shown, version).json();
    }

    private Shown pilot(Shown shown, TermsVersion version) {
        return version.check() == null
                ? shown
                : shown.fact(
                        version.pilotRequired() ? "Pilot" : "No pilot",
                        version.check().pilotReason());
    }

    private void collisions(Shown shown, TermsVersion version) {
        var others = policy.newCollisions(version);
        if (!others.isEmpty()) {
            shown.fact(
                    "Exclusivity now collides with",
                    others.stream().map(TermsVersion::partnerName).distinct().collect(Collectors.joining(", "))
                            + ": a manager has to decide, so these terms cannot be signed as they are");
        }
    }

    private Optional<String> standing(Model model, Start start) {
        return model == StandardTerms.MODEL && !start.replacing()
                ? standard.present().map(approval -> "Unchanged, these terms need no review: " + words(approval))
                : Optional.empty();
    }

    private String words(StandingApproval approval) {
        var words = "our standard referral terms, by " + name(approval.approvedBy()) + " on "
                + Shown.day(LocalDate.ofInstant(approval.approvedAt(), days.zone()));
        return approval.withdrawn() ? words + "; withdrawn since" : words;
    }

    private String signed(TermsVersion version) {
        return version.label() + ", in force from " + Shown.day(version.validFrom()) + " to "
                + Shown.day(version.validTo());
    }

    /** What was asked of the last version: by a manager, by legal, or by whoever brought it back from the signature. */
    private List<Map<String, String>> requests(TermsVersion version) {
        var requests = new ArrayList<Map<String, String>>();
        if (version.status() == Status.SENT_BACK) {
            requests.add(request(version.exception().by(), version.exception().reason()));
        }
        reviews.last(version.partnership(), version.number())
                .filter(review -> review.answer() != Answer.APPROVE)
                .ifPresent(review -> requests.add(request(review.reviewer(), review.comment())));
        if (version.returned() != null) {
            requests.add(request(version.returned().by(), version.returned().why()));
        }
        return requests;
    }

    private Map<String, String> request(String who, String text) {
        return Map.of("who", name(who), "text", text);
    }

    /** What a version says otherwise than the one before, line by line; a line may also come or go. */
    private List<Map<String, String>> changes(TermsVersion version) {
        return versions.versions(version.partnership()).stream()
                .filter(earlier -> earlier.number() == version.number() - 1)
                .findFirst()
                .map(earlier -> changes(earlier.lines(), version.lines()))
                .orElse(List.of());
    }

    private static List<Map<String, String>> changes(Map<String, String> before, Map<String, String> after) {
        var labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        return labels.stream()
                .filter(label -> !before.getOrDefault(label, NOTHING).equals(after.getOrDefault(label, NOTHING)))
                .map(label -> Map.of(
                        "label",
                        label,
                        "before",
                        before.getOrDefault(label, NOTHING),
                        "after",
                        after.getOrDefault(label, NOTHING)))
                .toList();
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse("the system");
    }
}
