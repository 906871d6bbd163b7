package com.clario.playbook.partnership.page;

import static com.clario.playbook.access.Groups.MANAGERS;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.closing.Closings;
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

/** The page on which a manager closes a case; it says what ends with it, and what goes on binding us. */
@Controller
@RequestMapping("/partnerships/{code:[a-z0-9-]+}/close")
class CloseController {

    private final Partnerships partnerships;
    private final PartnershipProcess process;
    private final Closings closings;
    private final People people;

    CloseController(Partnerships partnerships, PartnershipProcess process, Closings closings, People people) {
        this.partnerships = partnerships;
        this.process = process;
        this.closings = closings;
        this.people = people;
    }

    /** What a person typed, kept as typed until it fits. */
    record Form(String why, Boolean accepted) {}

    @ModelAttribute("partnership")
    Partnership partnership(@PathVariable String code) {
        people.requireOneOf(MANAGERS);
        return partnerships.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping
    ModelAndView ask(@ModelAttribute("partnership") Partnership partnership) {
        return page(partnership, new Form("", null), null);
    }

    @PostMapping
    ModelAndView close(@ModelAttribute("partnership") Partnership partnership, Form form, RedirectAttributes flash) {
        try {
            closings.close(partnership.code(), form.why(), Boolean.TRUE.equals(form.accepted()));
            flash.addFlashAttribute("message", "The partnership with " + partnership.partnerName() + " is closed.");
            return new ModelAndView("redirect:/partnerships/" + partnership.code());
        } catch (Refusal refusal) {
            return page(partnership, form, refusal);
        }
    }

    private ModelAndView page(Partnership partnership, Form form, Refusal refusal) {
        return new ModelAndView("partnership/close", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("form", form)
                .addObject("refusal", refusal)
                .addObject("tasks", process.tasks(partnership.code()))
                .addObject("binding", closings.binding(partnership.code()).orElse(null));
    }
}
