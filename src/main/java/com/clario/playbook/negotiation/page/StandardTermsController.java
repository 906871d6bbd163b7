package com.clario.playbook.negotiation.page;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.StandardTerms;
import com.clario.playbook.negotiation.standing.StandingApproval;
import com.clario.playbook.negotiation.standing.StandingApproval.Use;
import com.clario.playbook.negotiation.standing.StandingApprovals;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Legal's page of our standard referral terms: who approved them when, how often that was used, and the way back. */
@Controller
class StandardTermsController {

    /** What stands otherwise in every deal. */
    private static final Set<String> OF_EACH_DEAL =
            Set.of("Price for the customer", "Partner's commission", "Our share", "In one month");

    private final StandardTerms standard;
    private final StandingApprovals approvals;
    private final BusinessDays days;
    private final People people;

    StandardTermsController(StandardTerms standard, StandingApprovals approvals, BusinessDays days, People people) {
        this.standard = standard;
        this.approvals = approvals;
        this.days = days;
        this.people = people;
    }

    /** One approval as people read it. */
    record Line(StandingApproval approval, String state, String by, String on, String withdrawn, List<Use> uses) {}

    @GetMapping("/standard-terms")
    String show(Model model) {
        people.requireOneOf(Groups.LEGAL, Groups.PARTNERSHIPS, Groups.MANAGERS);
        var fingerprint = standard.fingerprint();
        model.addAttribute("terms", lines());
        model.addAttribute("fingerprint", fingerprint.substring(0, 12));
        model.addAttribute(
                "approvals",
                approvals.all().stream().map(one -> line(one, fingerprint)).toList());
        model.addAttribute("mayWithdraw", people.currentIsIn(Groups.LEGAL));
        return "negotiation/standard-terms";
    }

    @PostMapping("/standard-terms/{id}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam(required = false) String why, RedirectAttributes flash) {
        people.requireOneOf(Groups.LEGAL);
        try {
            approvals.withdraw(id, why);
            flash.addFlashAttribute("message", "Withdrawn. From now on legal reviews every referral contract again.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
            flash.addFlashAttribute("why", why);
        }
        return "redirect:/standard-terms";
    }

    private Map<String, String> lines() {
        return standard.terms().lines().entrySet().stream()
                .filter(line -> !OF_EACH_DEAL.contains(line.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private Line line(StandingApproval approval, String fingerprint) {
        return new Line(
                approval,
                approval.withdrawn() ? "Withdrawn" : approval.holdsFor(fingerprint) ? "In force" : "Void: text changed",
                name(approval.approvedBy()),
                day(approval.approvedAt()),
                approval.withdrawn() ? withdrawn(approval.withdrawal()) : null,
                approvals.uses(approval.id()));
    }

    private String withdrawn(StandingApproval.Withdrawal withdrawal) {
        return "Withdrawn by " + name(withdrawal.by()) + " on " + day(withdrawal.at()) + ": " + withdrawal.why();
    }

    private String day(Instant moment) {
        return Shown.day(LocalDate.ofInstant(moment, days.zone()));
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }
}
