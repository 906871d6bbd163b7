package com.clario.playbook.negotiation.page;

import com.clario.playbook.negotiation.StandardTerms;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.negotiation.contract.ContractReviews.Review;
import com.clario.playbook.negotiation.standing.StandingApproval;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.closing.Commitments;
import com.clario.playbook.partnership.page.CaseSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The terms on the case page, every version with what the rules, managers and legal said about it, and how long they bind. */
@Component
@Order(10)
class TermsSection implements CaseSection, Commitments {

    private final TermsVersions versions;
    private final ContractReviews reviews;
    private final StandardTerms standard;

    TermsSection(TermsVersions versions, ContractReviews reviews, StandardTerms standard) {
        this.versions = versions;
        this.reviews = reviews;
        this.standard = standard;
    }

    /** What there is to show; the newest version first. */
    record Negotiated(List<Stood> versions, long changeRequests) {}

    /** One version; {@code standing} is legal's approval in advance it was taken under, if any. */
    record Stood(TermsVersion version, List<Review> reviews, StandingApproval standing) {}

    @Override
    public String template() {
        return "negotiation/case";
    }

    @Override
    public Optional<String> binding(String partnership, LocalDate day) {
        return versions.signed(partnership)
                .filter(version -> !version.validTo().isBefore(day))
                .map(version -> version.label() + " of the terms is signed and binds us until "
                        + Shown.day(version.validTo()) + ", with "
                        + version.terms().noticeDays() + " days' notice.");
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

    private Stood shown(TermsVersion version, List<Review> said) {
        return new Stood(
                version,
                said.stream().filter(one -> one.version() == version.number()).toList(),
                standard.usedBy(version).orElse(null));
    }
}
