package com.clario.playbook.negotiation;

import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractFacts;
import com.clario.playbook.negotiation.contract.ContractPdf;
import com.clario.playbook.negotiation.contract.ContractReviews.Clause;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.negotiation.standing.StandingApproval;
import com.clario.playbook.negotiation.standing.StandingApproval.Use;
import com.clario.playbook.negotiation.standing.StandingApprovals;
import com.clario.playbook.negotiation.start.Start;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Our standard referral terms: their text, its fingerprint, and what legal's one approval of them is good for. */
@Service
public class StandardTerms {

    public static final Model MODEL = Model.REFERRAL;

    /** Stands where each deal puts its partner's name, its commission and its price. */
    private static final String ANYBODY = "the partner";

    private static final BigDecimal ANY_SHARE = BigDecimal.TEN;
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final TermsPolicy policy;
    private final ContractPdf pdf;
    private final StandingApprovals approvals;
    private final Documents documents;

    StandardTerms(TermsPolicy policy, ContractPdf pdf, StandingApprovals approvals, Documents documents) {
        this.policy = policy;
        this.pdf = pdf;
        this.approvals = approvals;
        this.documents = documents;
    }

    /** The standard terms; their share and price are placeholders. */
    public Terms terms() {
        return policy.template(ANYBODY, MODEL).agreedWith(ANY_SHARE, Amounts.rupiah(100_000));
    }

    /** Changes with any word of the contract's text, the standard terms, and the clauses legal goes through. */
    public String fingerprint() {
        var clauses = Arrays.stream(Clause.values()).map(Clause::label).collect(Collectors.joining("\n"));
        var text = pdf.text(facts(terms(), "", 0, ANY_DAY, Start.FIRST, ANYBODY, PartnerType.CHANNEL));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((text + clauses).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the contract of these terms says. */
    static ContractFacts facts(
            Terms terms, String code, int number, LocalDate day, Start start, String partner, PartnerType type) {
        return new ContractFacts(
                code,
                number,
                day,
                start,
                partner,
                type.name(),
                terms.model().name(),
                terms.product(),
                terms.collects(),
                terms.partnerShare(),
                terms.price(),
                terms.exclusive(),
                terms.supportContact(),
                terms.supportHours(),
                terms.durationMonths(),
                terms.noticeDays(),
                terms.pilotClause());
    }

    /** Whether a version is nothing but our standard referral terms, within the policy, with nothing to replace. */
    boolean isStandard(TermsVersion version) {
        return version.terms().model() == MODEL
                && version.status() == Status.WITHIN_POLICY
                && !version.start().replacing()
                && policy.standard(version);
    }

    /** Approves the standard terms for all later partners; the contract at hand has just been approved. */
    void approveForAll(TermsVersion version) {
        if (!isStandard(version)) {
            throw new Refusal("Standard terms: only unchanged standard referral terms within our policy can be approved"
                    + " for all later partners; untick the box.");
        }
        approvals.add(MODEL.name(), fingerprint(), version.number(), documents.get(version.contract()));
    }

    /** The approval in advance that a version may use: of exactly our present text, by another person than its proposer. */
    Optional<StandingApproval> approvalFor(TermsVersion version) {
        return isStandard(version) ? approvals.standing(fingerprint(), version.proposedBy()) : Optional.empty();
    }

    /** The newest approval of our present text, whoever gave it. */
    Optional<StandingApproval> present() {
        return approvals.standing(fingerprint(), "");
    }

    /** Takes a version as approved in advance, where it may be. */
    Optional<StandingApproval> use(TermsVersion version, long newestDocument) {
        var approval = approvalFor(version)
                .map(found -> approvals.hold(found.id()))
                .filter(held -> held.holdsFor(fingerprint()));
        approval.ifPresent(
                held -> approvals.use(held, version.number(), documents.get(version.contract()), newestDocument));
        return approval;
    }

    /** The approval a version was taken under, as it is now, whether or not it still holds. */
    public Optional<StandingApproval> usedBy(TermsVersion version) {
        return use(version).map(use -> approvals.get(use.approval()));
    }

    Optional<Use> use(TermsVersion version) {
        return approvals.use(version.partnership(), version.number());
    }

    /** The use of an approval that still holds for this version; nobody withdraws it until the transaction ends. */
    Optional<Use> holding(TermsVersion version) {
        return use(version).filter(use -> {
            var approval = approvals.hold(use.approval());
            return approval.holdsFor(fingerprint())
                    && !approval.approvedBy().equals(version.proposedBy())
                    && policy.standard(version);
        });
    }
}
