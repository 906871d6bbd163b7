package com.clario.playbook.negotiation;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractReviews.Clause;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.pilot.Pilot;
import com.clario.playbook.pilot.Pilots;
import com.clario.playbook.pilot.SignOffs;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the drawings of negotiation, contract and signature ask for. */
@Component
public class NegotiationSteps {

    static final String STAGE = "negotiation";

    private final TermsVersions versions;
    private final TermsShown shown;
    private final TermsPolicy policy;
    private final Contracts contracts;
    private final Signatures signatures;
    private final Pilots pilots;
    private final SignOffs signOffs;
    private final Partnerships partnerships;
    private final People people;
    private final Timeline timeline;

    NegotiationSteps(
            TermsVersions versions,
            TermsShown shown,
            TermsPolicy policy,
            Contracts contracts,
            Signatures signatures,
            Pilots pilots,
            SignOffs signOffs,
            Partnerships partnerships,
            People people,
            Timeline timeline) {
        this.versions = versions;
        this.shown = shown;
        this.policy = policy;
        this.contracts = contracts;
        this.signatures = signatures;
        this.pilots = pilots;
        this.signOffs = signOffs;
        this.partnerships = partnerships;
        this.people = people;
        this.timeline = timeline;
    }

    public String showProposeTerms(String partnershipId) {
        return shown.proposeTerms(partnershipId);
    }

    public String showModels(String partnershipId) {
        return shown.models(partnershipId);
    }

    /** What a field of the next version starts with: the version before, or our template. */
    public Object prefill(String partnershipId, String key) {
        var partnership = partnerships.get(partnershipId);
        var terms = versions.latest(partnershipId)
                .map(TermsVersion::terms)
                .orElseGet(() -> policy.template(partnership.partnerName(), partnership.model()));
        return switch (key) {
            case "model" -> terms.model().name();
            case "product" -> terms.product();
            case "collects" -> terms.collects();
            case "partnerShare" ->
                terms.partnerShare() == null
                        ? null
                        : terms.partnerShare().stripTrailingZeros().toPlainString();
            case "price" ->
                terms.price() == null ? null : Amounts.number(terms.price()).intValueExact();
            case "exclusive" -> terms.exclusive() ? "YES" : "NO";
            case "supportContact" -> terms.supportContact();
            case "supportHours" -> terms.supportHours();
            case "durationMonths" -> terms.durationMonths();
            case "noticeDays" -> terms.noticeDays();
            case "pilotClause" -> terms.pilotClause() ? "YES" : "NO";
            default -> throw new IllegalArgumentException("The form has no field " + key);
        };
    }

    public void recordTerms(
            String partnershipId,
            String model,
            String product,
            String collects,
            String partnerShare,
            Integer price,
            String exclusive,
            String supportContact,
            Integer supportHours,
            Integer durationMonths,
            Integer noticeDays,
            String pilotClause,
            String termsNote) {
        var chosen = model(model);
        partnerships.requireFree(partnershipId, chosen);
        var terms = Terms.proposed(
                chosen,
                product,
                collects,
                partnerShare,
                price,
                exclusive,
                supportContact,
                supportHours,
                durationMonths,
                noticeDays,
                pilotClause);
        var version = versions.add(partnershipId, terms, Terms.text("What changed, and why", termsNote, 1000));
        timeline.add(partnershipId, STAGE, "Terms proposed: version " + version.number(), version.note());
    }

    public String checkTerms(String partnershipId) {
        var version = versions.required(partnershipId);
        version.requireOneOf(Status.PROPOSED);
        var decision = policy.judge(version);
        var standard = decision.verdict().equals(TermsFacts.STANDARD);
        versions.check(
                version, standard ? Status.WITHIN_POLICY : Status.EXCEPTION_NEEDED, policy.check(version, decision));
        timeline.add(
                partnershipId,
                STAGE,
                version.label() + (standard ? " is within our policy" : " needs an exception"),
                decision.undecided() ? "No rule judges these terms" : String.join("; ", decision.reasons()));
        return standard ? TermsFacts.STANDARD : TermsFacts.EXCEPTION;
    }

    public String showApproveException(String partnershipId) {
        return shown.approveException(partnershipId);
    }

    public String recordException(String partnershipId, String exceptionDecision, String exceptionReason) {
        var version = versions.required(partnershipId);
        version.requireOneOf(Status.EXCEPTION_NEEDED);
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager can grant an exception.");
        }
        if (people.current().id().equals(version.proposedBy())) {
            throw new Refusal("You proposed these terms, so another manager has to decide.");
        }
        var reason = Terms.text("Reason", exceptionReason, 1000);
        var granted = "GRANT".equals(exceptionDecision);
        versions.answer(
                version, granted ? Status.EXCEPTION_GRANTED : Status.SENT_BACK, granted ? "GRANT" : "REVISE", reason);
        timeline.add(partnershipId, STAGE, version.label() + (granted ? ": exception granted" : " sent back"), reason);
        return granted ? "GRANTED" : "REVISE";
    }

    public void draftContract(String partnershipId) {
        contracts.draft(partnershipId);
    }

    /** Spares legal a contract whose text it approved for all partners. */
    public String applyStandingApproval(String partnershipId) {
        return contracts.approveInAdvance(partnershipId) ? "APPROVED" : "REVIEW";
    }

    public String showReviewContract(String partnershipId) {
        return shown.reviewContract(partnershipId);
    }

    public String recordReview(
            String partnershipId, String clauses, String reviewDecision, String reviewComment, Boolean approveForAll) {
        var comment = reviewComment == null || reviewComment.isBlank() ? null : reviewComment.strip();
        var forAll = Boolean.TRUE.equals(approveForAll);
        return switch (contracts.review(partnershipId, Clause.read(clauses), reviewDecision, comment, forAll)) {
            case APPROVE -> "APPROVED";
            case CHANGES -> "CHANGES";
            case REJECT -> "REJECTED";
        };
    }

    /** Whether the first signature has to wait for a pilot; the row that says so stands in the timeline. */
    public String decidePilot(String partnershipId) {
        if (pilots.of(partnershipId).filter(Pilot::signedOff).isPresent()) {
            timeline.add(partnershipId, STAGE, "No second pilot: the first one is signed off", null);
            return "NO_PILOT";
        }
        var version = versions.required(partnershipId);
        var required = version.pilotRequired();
        timeline.add(
                partnershipId,
                STAGE,
                required ? "A pilot comes first" : "No pilot needed",
                version.check() == null ? null : version.check().pilotReason());
        return required ? "PILOT" : "NO_PILOT";
    }

    public String showSignOffPilot(String partnershipId) {
        return signOffs.show(partnershipId);
    }

    public String recordPilotSignOff(String partnershipId, String signOffDecision, String signOffReason) {
        return signOffs.record(partnershipId, signOffDecision, signOffReason);
    }

    public String showSignContract(String partnershipId) {
        return shown.signContract(partnershipId);
    }

    public String recordSignature(
            String partnershipId,
            String signatureDecision,
            String signatoryPartner,
            String signatoryUs,
            String signedOn,
            String signatureNote) {
        var note = signatureNote == null || signatureNote.isBlank() ? null : signatureNote.strip();
        switch (signatureDecision == null ? "" : signatureDecision) {
            case "SIGNED" -> signatures.sign(partnershipId, signatoryPartner, signatoryUs, signedOn, note);
            case "AGAIN" -> signatures.takeBack(partnershipId, note);
            case "NOT_SIGNED" -> signatures.giveUp(partnershipId, note);
            default -> throw new Refusal("Was it signed? Choose one of the answers.");
        }
        return signatureDecision;
    }

    private static Model model(String chosen) {
        return Stream.of(Model.values())
                .filter(model -> model.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }
}
