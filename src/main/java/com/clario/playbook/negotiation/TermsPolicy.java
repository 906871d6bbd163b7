package com.clario.playbook.negotiation;

import com.clario.playbook.document.Company;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import org.springframework.stereotype.Component;

/** Puts proposed terms before the rules, beside all the terms we have signed. */
@Component
class TermsPolicy {

    private final Rules rules;
    private final RuleSet<TermsFacts> set;
    private final TermsVersions versions;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final Company company;

    TermsPolicy(
            Rules rules,
            RuleSet<TermsFacts> set,
            TermsVersions versions,
            Partnerships partnerships,
            BusinessDays days,
            Company company) {
        this.rules = rules;
        this.set = set;
        this.versions = versions;
        this.partnerships = partnerships;
        this.days = days;
        this.company = company;
    }

    Decision judge(TermsVersion version) {
        var partnership = partnerships.get(version.partnership());
        var partner = partnerships.partner(version.partnership());
        var terms = version.terms();
        var facts = new TermsFacts(
                partner.type().name(),
                partnership.model().name(),
                terms.collects(),
                terms.partnerShare(),
                terms.exclusive(),
                collides(terms, partner),
                terms.durationMonths(),
                terms.noticeDays(),
                terms.supportHours(),
                terms.pilotClause(),
                terms.keeps(template(partnership)));
        return rules.decide(set, facts, version.partnership());
    }

    Decision decision(long id) {
        return rules.decision(id);
    }

    /** Where a negotiation with this partner starts. */
    Terms template(Partnership partnership) {
        return Terms.template(
                partnership.model(), partnership.partnerName(), company.name(), company.name() + " support");
    }

    /** Exclusive means the only partner of its type: two of a type collide as soon as one of them is. */
    private boolean collides(Terms terms, Partner partner) {
        return versions.signedFrom(days.today()).stream()
                .filter(other -> terms.exclusive() || other.terms().exclusive())
                .filter(other -> partnerships.get(other.partnership()).open())
                .map(other -> partnerships.partner(other.partnership()))
                .anyMatch(
                        other -> other.type() == partner.type() && !other.code().equals(partner.code()));
    }
}
