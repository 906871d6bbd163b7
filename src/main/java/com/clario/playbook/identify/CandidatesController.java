package com.clario.playbook.identify;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.Candidates.Candidate;
import com.clario.playbook.identify.Round.Ranked;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.programme.StartGate;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.Rules;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of everybody who waits for a round, where a manager starts one. */
@Controller
class CandidatesController {

    private static final int LAST_ROUNDS = 5;

    private final Candidates candidates;
    private final Partnerships partnerships;
    private final Priorities priorities;
    private final NearMisses misses;
    private final Rounds past;
    private final Rules rules;
    private final RoundProcess rounds;
    private final StartGate gate;
    private final People people;
    private final BusinessDays days;

    CandidatesController(
            Candidates candidates,
            Partnerships partnerships,
            Priorities priorities,
            NearMisses misses,
            Rounds past,
            Rules rules,
            RoundProcess rounds,
            StartGate gate,
            People people,
            BusinessDays days) {
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.priorities = priorities;
        this.misses = misses;
        this.past = past;
        this.rules = rules;
        this.rounds = rounds;
        this.gate = gate;
        this.people = people;
        this.days = days;
    }

    /** One line of the page: a candidate as the rules would rank it today, and what would move it up. */
    record Waiting(
            Ranked ranked,
            Partnership partnership,
            Candidate candidate,
            Decision decision,
            String tie,
            List<NearMisses.NearMiss> misses,
            String since) {

        /** Whether a row of the judgement rests on an answer without a source. */
        public static boolean unproven(Fired row) {
            return "false".equals(row.values().get("proven"));
        }

        public long unproven() {
            return decision.fired().stream().filter(Waiting::unproven).count();
        }
    }

    /** Somebody a round put off. */
    record Parked(Partnership partnership, String until) {}

    /** A round that is over, in words. */
    record Past(String day, String by, String picked, String others, String reason) {}

    @GetMapping("/candidates")
    String list(Model model) {
        model.addAttribute("waiting", waiting());
        model.addAttribute(
                "parked",
                candidates.parked().stream()
                        .map(one -> new Parked(partnerships.get(one.partnership()), Round.day(one.parkedUntil())))
                        .toList());
        model.addAttribute(
                "past",
                past.decided(LAST_ROUNDS).stream()
                        .map(CandidatesController::past)
                        .toList());
        model.addAttribute("roundIsOpen", rounds.running());
        model.addAttribute("needsReason", gate.needsReason());
        model.addAttribute("mayStart", people.currentIsIn(Groups.MANAGERS));
        return "identify/candidates";
    }

    @PostMapping("/candidates/round")
    String start(RedirectAttributes flash) {
        try {
            rounds.start();
            flash.addFlashAttribute("done", "The round is started: the ranking waits for a manager in Tasklist.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("refused", refusal.getMessage());
        }
        return "redirect:/candidates";
    }

    private List<Waiting> waiting() {
        var all = candidates.waiting();
        var ranking = priorities.preview(all);
        var asOne = new Round(0, days.today(), null, null, null, ranking);
        return ranking.stream()
                .map(ranked -> {
                    var one = candidates.get(ranked.partnership());
                    return new Waiting(
                            ranked,
                            partnerships.get(one.partnership()),
                            one,
                            rules.decision(one.decision()),
                            asOne.tieBreak(ranked).orElse(null),
                            misses.of(one, ranking),
                            Round.day(one.waitingSince().atZone(days.zone()).toLocalDate()));
                })
                .toList();
    }

    private static Past past(Round round) {
        return new Past(
                Round.day(round.decidedOn()),
                round.decidedBy(),
                names(round, Candidates.SELECTED, ""),
                names(round, Candidates.PARKED, " (parked)") + names(round, Candidates.DECLINED, " (declined)"),
                round.reason());
    }

    private static String names(Round round, String choice, String remark) {
        return round.candidates().stream()
                .filter(one -> choice.equals(one.choice()))
                .map(one -> one.name() + remark)
                .collect(Collectors.joining("; ", "", remark.isEmpty() ? "" : " "));
    }
}
