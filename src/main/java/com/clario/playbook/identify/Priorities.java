package com.clario.playbook.identify;

import com.clario.playbook.identify.Candidates.Candidate;
import com.clario.playbook.identify.Round.Ranked;
import com.clario.playbook.identify.research.Researches;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Stage;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the rules who comes first, and whose research is too old to choose by. */
@Component
class Priorities {

    private final Rules rules;
    private final RuleSet<PriorityFacts> priority;
    private final Researches researches;
    private final Partnerships partnerships;
    private final Partners partners;
    private final BusinessDays days;

    Priorities(
            Rules rules,
            RuleSet<PriorityFacts> priority,
            Researches researches,
            Partnerships partnerships,
            Partners partners,
            BusinessDays days) {
        this.rules = rules;
        this.priority = priority;
        this.researches = researches;
        this.partnerships = partnerships;
        this.partners = partners;
        this.days = days;
    }

    /** What the rules say of a candidate; the decision is kept. */
    Decision judge(Candidate one) {
        return rules.decide(priority, facts(one), one.partnership());
    }

    /** What the rules would say; nothing is kept. */
    Decision preview(PriorityFacts facts) {
        return rules.preview(priority, facts);
    }

    /** How the rules would rank these candidates today; nothing is kept. */
    List<Ranked> preview(List<Candidate> candidates) {
        return Round.inOrder(
                candidates.stream().map(one -> ranked(one, preview(facts(one)))).toList());
    }

    /** A candidate that is to find its place. */
    Ranked ranked(Candidate one, Decision decision) {
        var partnership = partnerships.get(one.partnership());
        return new Ranked(
                one.partnership(),
                partnership.partnerName() + ", " + partnership.model().label(),
                0,
                decision.sum(PriorityFacts.RANK),
                one.valueToUs(),
                one.valueToThem(),
                one.fit(),
                one.waitingSince(),
                decision.id(),
                tooOld(decision),
                null,
                null);
    }

    /** The row of the rules that has the research done again; how old is too old stands there and nowhere else. */
    static boolean tooOld(Decision decision) {
        return decision.verdict().equals(PriorityFacts.RESEARCH_AGAIN);
    }

    PriorityFacts facts(Candidate one) {
        var partner = partnerships.partner(one.partnership());
        var sameTypeActive = partnerships.open().stream()
                .filter(other -> other.stage() == Stage.OPTIMIZE)
                .filter(other -> partners.get(other.partner()).type() == partner.type())
                .count();
        return new PriorityFacts(
                partner.type().name(),
                partnerships.get(one.partnership()).model().name(),
                one.valueToUs(),
                one.valueToThem(),
                one.fit(),
                Math.toIntExact(sameTypeActive),
                partners.mutualContact(partner.code()).isPresent(),
                researches
                        .newest(one.partnership())
                        .map(research -> research.ageInDays(days.today()))
                        .orElse(0));
    }
}
