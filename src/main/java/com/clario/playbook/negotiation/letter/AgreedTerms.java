package com.clario.playbook.negotiation.letter;

import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.pilot.letter.Agreed;
import org.springframework.stereotype.Component;

/** Tells the pilot what the two companies have agreed on so far. */
@Component
class AgreedTerms implements Agreed {

    private final TermsVersions versions;
    private final Partnerships partnerships;

    AgreedTerms(TermsVersions versions, Partnerships partnerships) {
        this.versions = versions;
        this.partnerships = partnerships;
    }

    @Override
    public Offer of(String partnership) {
        return versions.latest(partnership)
                .map(AgreedTerms::offer)
                .orElseGet(() -> new Offer(
                        "our product for " + partnerships.get(partnership).partnerName(), ""));
    }

    private static Offer offer(TermsVersion version) {
        var price = version.terms().price();
        return new Offer(version.terms().product(), price.isZero() ? "" : Amounts.shown(price));
    }
}
