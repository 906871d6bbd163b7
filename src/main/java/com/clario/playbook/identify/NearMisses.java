package com.clario.playbook.identify;

import com.clario.playbook.identify.Candidates.Candidate;
import com.clario.playbook.identify.Round.Ranked;
import com.clario.playbook.identify.research.Research;
import com.clario.playbook.identify.research.Researches;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what would lift a candidate: every answer that is missing or not proven, and what it would be worth. */
@Component
class NearMisses {

    private static final Comparator<NearMiss> BEST = Comparator.comparingInt(NearMiss::rank)
            .thenComparingInt(one -> one.us() + one.them())
            .reversed();

    private final Researches researches;
    private final Partnerships partnerships;
    private final Priorities priorities;
    private final Rules rules;
    private final RuleSet<FitFacts> fit;

    NearMisses(
            Researches researches,
            Partnerships partnerships,
            Priorities priorities,
            Rules rules,
            RuleSet<FitFacts> fit) {
        this.researches = researches;
        this.partnerships = partnerships;
        this.priorities = priorities;
        this.rules = rules;
        this.fit = fit;
    }

    /**
     * One thing to find out or to arrange.
     *
     * @param what in words
     * @param us how many points of value to us it would bring
     * @param them how many points of value to them
     * @param rank how many points in the ranking
     * @param fit the fit it would lead to; null where that stays
     * @param place the place it would lead to; 0 where that stays or nobody is ranked
     */
    record NearMiss(String what, int us, int them, int rank, String fit, int place) {

        /** What it would bring, such as: +5 to us, +7 in the ranking, from place 3 to 2. */
        public String effect() {
            var effects = new ArrayList<String>();
            add(effects, us, "to us");
            add(effects, them, "to them");
            add(effects, rank, "in the ranking");
            if (fit != null) {
                effects.add("fit becomes " + fit.toLowerCase(Locale.ENGLISH));
            }
            if (place > 0) {
                effects.add("moves up to place " + place);
            }
            return String.join(", ", effects);
        }

        private static void add(List<String> effects, int points, String where) {
            if (points != 0) {
                effects.add((points > 0 ? "+" : "") + points + " " + where);
            }
        }

        boolean lifts() {
            return us + them > 0 || rank > 0 || fit != null;
        }
    }

    /** What would lift a candidate, the most useful first, as the others stand in this ranking. */
    List<NearMiss> of(Candidate one, List<Ranked> ranking) {
        var research = researches.newest(one.partnership()).orElse(null);
        if (research == null) {
            return List.of();
        }
        return Stream.concat(answers(one, research, ranking), circumstances(one, ranking))
                .filter(NearMiss::lifts)
                .sorted(BEST)
                .toList();
    }

    private Stream<NearMiss> answers(Candidate one, Research research, List<Ranked> ranking) {
        var type = partnerships.partner(one.partnership()).type();
        var now = judge(one, research);
        var open = Stream.of(Criterion.values())
                .filter(criterion -> criterion.asks(type))
                .filter(criterion -> research.improvable(criterion) || !research.proven(criterion))
                .filter(criterion -> criterion != Criterion.COMPETITOR && criterion != Criterion.TROUBLED)
                .toList();
        var each = open.stream()
                .map(criterion -> miss(
                        one,
                        now,
                        judge(one, research.supposing(List.of(criterion))),
                        words(criterion, research),
                        ranking))
                .filter(NearMiss::lifts)
                .toList();
        return each.size() < 2
                ? each.stream()
                : Stream.concat(
                        each.stream(),
                        Stream.of(miss(
                                one,
                                now,
                                judge(one, research.supposing(open)),
                                "All these answers together",
                                ranking)));
    }

    private static String words(Criterion criterion, Research research) {
        return research.improvable(criterion)
                ? "“" + criterion.label() + "” answered with " + (criterion == Criterion.API ? "full" : "yes")
                        + ", and a source"
                : "A source for “" + criterion.label() + "”";
    }

    /** What is no answer of the research and yet counts in the ranking. */
    private Stream<NearMiss> circumstances(Candidate one, List<Ranked> ranking) {
        var facts = priorities.facts(one);
        return Stream.of(
                miss(one, facts, facts.introduced(), "Somebody who can introduce us", ranking),
                miss(one, facts, facts.researchedToday(), "Research brought up to date", ranking));
    }

    private Decision judge(Candidate one, Research research) {
        var partnership = partnerships.get(one.partnership());
        return rules.preview(
                fit, research.facts(partnerships.partner(one.partnership()).type(), partnership.model()));
    }

    private NearMiss miss(Candidate one, Decision now, Decision then, String what, List<Ranked> ranking) {
        var us = then.sum(FitFacts.US) - now.sum(FitFacts.US);
        var them = then.sum(FitFacts.THEM) - now.sum(FitFacts.THEM);
        var facts = priorities.facts(one);
        var becomes = then.verdict().equals(now.verdict()) ? one.fit() : then.verdict();
        var lifted = facts.worth(one.valueToUs() + us, one.valueToThem() + them, becomes);
        var rank = points(lifted) - points(facts);
        return new NearMiss(
                what,
                us,
                them,
                rank,
                becomes.equals(one.fit()) ? null : becomes,
                place(one, rank, one.valueToUs() + us, false, ranking));
    }

    private NearMiss miss(Candidate one, PriorityFacts now, PriorityFacts then, String what, List<Ranked> ranking) {
        var rank = points(then) - points(now);
        var again = Priorities.tooOld(priorities.preview(then));
        return new NearMiss(what, 0, 0, rank, null, place(one, rank, one.valueToUs(), !again, ranking));
    }

    private int points(PriorityFacts facts) {
        return priorities.preview(facts).sum(PriorityFacts.RANK);
    }

    private static int place(Candidate one, int more, int us, boolean fresh, List<Ranked> ranking) {
        return ranking.stream()
                .filter(ranked -> ranked.partnership().equals(one.partnership()))
                .findFirst()
                .map(now -> moved(now, now.lifted(more, us, fresh), ranking))
                .orElse(0);
    }

    private static int moved(Ranked now, Ranked then, List<Ranked> ranking) {
        var others = ranking.stream().map(each -> each == now ? then : each).toList();
        var place = Round.inOrder(others).stream()
                .filter(each -> each.partnership().equals(now.partnership()))
                .findFirst()
                .orElseThrow()
                .place();
        return place < now.place() ? place : 0;
    }
}
