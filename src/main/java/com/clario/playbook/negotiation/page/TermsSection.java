package com.clario.playbook.negotiation.page;

import com.clario.playbook.negotiation.StandardTerms;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.negotiation.contract.ContractReviews.Review;
import com.clario.playbook.negotiation.standing.StandingApproval;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The terms on the case page, every version with what the rules, managers and legal said about it. */
@Component
@Order(10)
class TermsSection implements CaseSection {

    private final TermsVersions versions;
    private final ContractReviews reviews;
    private final StandardTerms standard;

    TermsSection(TermsVersions versions, ContractReviews reviews, StandardTerms standard) {
        this.versions = versions;
        this.reviews = reviews;
        this.standard = standard;
    }

    /** What there is to show; the newest version first. */
    record Negotiated(List<Shown> versions, long changeRequests) {}

    /** One version; {@code standing} is legal's approval in advance it was taken under, if any. */
    record Shown(TermsVersion version, List<Review> reviews, StandingApproval standing) {}

    @Override
    public String template() {
        return "negotiation/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        var all = versions.versions(partnership.code());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var said = reviews.reviews(partnership.code());
        return Optional.of(new Negotiated(
                all.stream().map(version -> shown(version, said)).toList(),
                reviews.changeRequests(partnership.code())));
    }

    private Shown shown(TermsVersion version, List<Review> said) {
        return new Shown(
                version,
                said.stream().filter(one -> one.version() == version.number()).toList(),
                standard.usedBy(version).orElse(null));
    }
}
