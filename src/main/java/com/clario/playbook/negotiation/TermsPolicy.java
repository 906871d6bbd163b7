package com.clario.playbook.negotiation;

import com.clario.playbook.document.Company;
import com.clario.playbook.negotiation.TermsVersion.Check;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.util.List;
import java.util.Optional;
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
        var partner = partnerships.partner(version.partnership());
        var terms = version.terms();
        var facts = new TermsFacts(
                partner.type().name(),
                terms.model().name(),
                terms.collects(),
                terms.partnerShare(),
                terms.exclusive(),
                !collisions(version).isEmpty(),
                terms.durationMonths(),
                terms.noticeDays(),
                terms.supportHours(),
                terms.pilotClause(),
                standard(version));
        return rules.decide(set, facts, version.partnership());
    }

    /** What a decision means for the way of these terms; a pilot is skipped only where a row says so. */
    Check check(TermsVersion version, Decision decision) {
        var required = !decision.output(TermsFacts.PILOT_REQUIRED).equals(Optional.of("false"));
        var reason = decision.fired("pilot-policy").stream()
                .map(row -> row.reason() + " (" + row.row() + ")")
                .findFirst()
                .orElse("No rule says that a pilot can be left out");
        return new Check(decision.id(), required, reason, codes(collisions(version)));
    }

    Decision decision(long id) {
        return rules.decision(id);
    }

    /** Where a negotiation of this model with this partner starts. */
    Terms template(String partner, Model model) {
        return Terms.template(model, partner, company.name(), company.name() + " support");
    }

    /** Whether these are our own terms with nothing but a share and a price filled in. */
    boolean standard(TermsVersion version) {
        return version.terms()
                .keeps(template(version.partnerName(), version.terms().model()));
    }

    /** Signed terms of other partners that contradict a version in their exclusivity, and that its check did not know. */
    List<TermsVersion> newCollisions(TermsVersion version) {
        var known =
                version.check() == null ? List.<String>of() : version.check().collidesWith();
        return collisions(version).stream()
                .filter(other -> !known.contains(other.partnership()))
                .toList();
    }

    /** Exclusive means the only partner of its type: two of a type collide as soon as one of them is. */
    private List<TermsVersion> collisions(TermsVersion version) {
        var partner = partnerships.partner(version.partnership());
        return versions.signedFrom(days.today()).stream()
                .filter(other -> version.terms().exclusive() || other.terms().exclusive())
                .filter(other -> collide(other, partner))
                .toList();
    }

    private boolean collide(TermsVersion signed, Partner partner) {
        Partnership theirs = partnerships.get(signed.partnership());
        return theirs.bound()
                && !theirs.partner().equals(partner.code())
                && partnerships.partner(theirs.code()).type() == partner.type();
    }

    private static List<String> codes(List<TermsVersion> others) {
        return others.stream().map(TermsVersion::partnership).distinct().toList();
    }
}
