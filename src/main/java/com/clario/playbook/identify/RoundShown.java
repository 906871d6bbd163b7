package com.clario.playbook.identify;

import com.clario.playbook.identify.Candidates.Candidate;
import com.clario.playbook.identify.Round.Ranked;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.programme.StartGate;
import com.clario.playbook.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a manager sees when a round is to be decided: the ranking, its reasons and what would change it. */
@Component
class RoundShown {

    private final Rules rules;
    private final NearMisses misses;
    private final StartGate gate;

    RoundShown(Rules rules, NearMisses misses, StartGate gate) {
        this.rules = rules;
        this.misses = misses;
        this.gate = gate;
    }

    String ranking(Round round) {
        var open = gate.needsReason();
        return Shown.intro("The rules ranked everybody who waits ("
                        + round.candidates().size() + "). Pick three to five for outreach; park or decline the others."
                        + (open
                                ? "\n\nNobody has confirmed product-market fit yet: picking anybody needs a reason."
                                : ""))
                .with("gateConfirmed", !open)
                .with("ranking", round.candidates().stream().map(this::line).toList())
                .with(
                        "why",
                        round.candidates().stream()
                                .flatMap(one -> why(round, one).stream())
                                .toList())
                .json();
    }

    private Map<String, Object> line(Ranked one) {
        return Map.of(
                "rank", one.place(),
                "partner", one.name(),
                "points", one.points(),
                "us", one.valueToUs(),
                "them", one.valueToThem(),
                "fit",
                        one.researchAgain()
                                ? "Research too old"
                                : one.fit().charAt(0) + one.fit().substring(1).toLowerCase(Locale.ENGLISH));
    }

    private List<Map<String, String>> why(Round round, Ranked one) {
        var lines = new ArrayList<Map<String, String>>();
        rules.decision(one.decision())
                .fired()
                .forEach(row -> lines.add(Map.of(
                        "partner", one.name(), "row", row.row(), "reason", row.reason(), "effect", row.effect())));
        round.tieBreak(one)
                .ifPresent(tie ->
                        lines.add(Map.of("partner", one.name(), "row", "–", "reason", tie, "effect", "Same points")));
        return lines;
    }

    String options(Round round) {
        return Shown.json(round.candidates().stream()
                .map(one -> Map.of("label", one.place() + ". " + one.name(), "value", one.partnership()))
                .toList());
    }

    /** What would make a candidate a stronger one. */
    List<Map<String, String>> missing(Candidate one) {
        return misses.of(one, List.of()).stream()
                .map(miss -> Map.of("what", miss.what(), "effect", miss.effect()))
                .collect(Collectors.toList());
    }
}
