package com.clario.playbook.identify;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.Candidates.Candidate;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Rules;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of everybody who waits for a round, where a manager starts one. */
@Controller
class CandidatesController {

    private final Candidates candidates;
    private final Partnerships partnerships;
    private final Rules rules;
    private final RoundProcess rounds;
    private final People people;
    private final BusinessDays days;

    CandidatesController(
            Candidates candidates,
            Partnerships partnerships,
            Rules rules,
            RoundProcess rounds,
            People people,
            BusinessDays days) {
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.rules = rules;
        this.rounds = rounds;
        this.people = people;
        this.days = days;
    }

    /** One line of the page. */
    record Waiting(Partnership partnership, Candidate candidate, Decision decision, String since) {}

    @GetMapping("/candidates")
    String list(Model model) {
        model.addAttribute("waiting", waiting());
        model.addAttribute("roundIsOpen", rounds.running());
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
        return candidates.waiting().stream()
                .map(one -> new Waiting(
                        partnerships.get(one.partnership()),
                        one,
                        rules.decision(one.decision()),
                        Round.day(one.waitingSince().atZone(days.zone()).toLocalDate())))
                .toList();
    }
}
