package com.clario.playbook.partnership.page;

import static com.clario.playbook.access.Groups.MANAGERS;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Retries;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.pause.Pauses;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a manager pauses a case, and lets it go on earlier; each says what follows from it. */
@Controller
@RequestMapping("/partnerships/{code:[a-z0-9-]+}")
class PauseController {

    private final Partnerships partnerships;
    private final PartnershipProcess process;
    private final Pauses pauses;
    private final Retries retries;
    private final People people;
    private final BusinessDays days;

    PauseController(
            Partnerships partnerships,
            PartnershipProcess process,
            Pauses pauses,
            Retries retries,
            People people,
            BusinessDays days) {
        this.partnerships = partnerships;
        this.process = process;
        this.pauses = pauses;
        this.retries = retries;
        this.people = people;
        this.days = days;
    }

    /** What a person typed, kept as typed until it fits. */
    record Form(String until, String why) {}

    @ModelAttribute("partnership")
    Partnership partnership(@PathVariable String code) {
        people.requireOneOf(MANAGERS);
        return partnerships.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/pause")
    ModelAndView askToPause(@ModelAttribute("partnership") Partnership partnership) {
        var page = page("partnership/pause", partnership, new Form("", ""), null);
        pauses.whyNot(partnership.code(), days.today().plusDays(1))
                .ifPresent(why -> page.addObject("refusal", new Refusal(why)));
        return page;
    }

    @GetMapping("/resume")
    ModelAndView askToResume(@ModelAttribute("partnership") Partnership partnership) {
        return page("partnership/resume", partnership, new Form("", ""), null);
    }

    @PostMapping("/pause")
    ModelAndView pause(@ModelAttribute("partnership") Partnership partnership, Form form, RedirectAttributes flash) {
        try {
            var until = BusinessDays.read("Until", form.until());
            retries.run(() -> pauses.pause(partnership.code(), until, form.why()));
            flash.addFlashAttribute(
                    "message",
                    partnership.partnerName() + " is paused. It goes on by itself on " + Shown.day(until) + ".");
            return toCase(partnership);
        } catch (Refusal refusal) {
            return page("partnership/pause", partnership, form, refusal);
        }
    }

    @PostMapping("/resume")
    ModelAndView resume(@ModelAttribute("partnership") Partnership partnership, Form form, RedirectAttributes flash) {
        try {
            retries.run(() -> pauses.resume(partnership.code(), form.why()));
            flash.addFlashAttribute("message", partnership.partnerName() + " goes on where it stood.");
            return toCase(partnership);
        } catch (Refusal refusal) {
            return page("partnership/resume", partnership, form, refusal);
        }
    }

    private ModelAndView page(String template, Partnership partnership, Form form, Refusal refusal) {
        var today = days.today();
        return new ModelAndView(template, refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("form", form)
                .addObject("refusal", refusal)
                .addObject("tasks", process.tasks(partnership.code()))
                .addObject("first", today.plusDays(1))
                .addObject("last", today.plusYears(1))
                .addObject(
                        "rested",
                        partnership.paused()
                                ? ChronoUnit.DAYS.between(partnership.pause().since(), today)
                                : 0);
    }

    private static ModelAndView toCase(Partnership partnership) {
        return new ModelAndView("redirect:/partnerships/" + partnership.code());
    }
}
