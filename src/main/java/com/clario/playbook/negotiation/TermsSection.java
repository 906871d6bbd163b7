package com.clario.playbook.negotiation;

import com.clario.playbook.negotiation.ContractReviews.Review;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.closing.Commitments;
import com.clario.playbook.partnership.page.CaseSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The terms on the case page, every version with what legal said about it, and how long they bind. */
@Component
@Order(10)
class TermsSection implements CaseSection, Commitments {

    private final TermsVersions versions;
    private final ContractReviews reviews;

    TermsSection(TermsVersions versions, ContractReviews reviews) {
        this.versions = versions;
        this.reviews = reviews;
    }

    record Negotiated(List<TermsVersion> versions, List<Review> reviews) {}

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
                        + version.terms().noticeDays()
                        + " days' notice.");
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        var all = versions.versions(partnership.code());
        return all.isEmpty() ? Optional.empty() : Optional.of(new Negotiated(all, reviews.reviews(partnership.code())));
    }
}
