package com.clario.playbook.partnership.page;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that starts a partnership. */
@Controller
class PartnershipController {

    private final Partnerships partnerships;
    private final Partners partners;
    private final Attempts attempts;
    private final People people;
    private final BusinessDays days;

    PartnershipController(
            Partnerships partnerships, Partners partners, Attempts attempts, People people, BusinessDays days) {
        this.partnerships = partnerships;
        this.partners = partners;
        this.attempts = attempts;
        this.people = people;
        this.days = days;
    }

    @ModelAttribute("partner")
    Partner partner(@RequestParam String partner) {
        people.requireOneOf(PARTNERSHIPS, MANAGERS);
        return partners.find(partner).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/partnerships/new")
    ModelAndView blank(@ModelAttribute("partner") Partner partner, @RequestParam(defaultValue = "") String model) {
        var models = partner.type().models();
        var only = models.size() == 1 ? models.get(0).name() : model;
        return page(new Form(only, people.current().id(), ""), partner, null);
    }

    @PostMapping("/partnerships/new")
    ModelAndView start(@ModelAttribute("partner") Partner partner, Form form, RedirectAttributes flash) {
        try {
            var started = partnerships.start(partner.code(), form.chosen(partner), form.owner(), form.reason());
            flash.addFlashAttribute("message", "The partnership has started; its first task is in Tasklist.");
            return new ModelAndView("redirect:/partnerships/" + started.code());
        } catch (Refusal refusal) {
            return page(form, partner, refusal);
        }
    }

    private ModelAndView page(Form form, Partner partner, Refusal refusal) {
        var page = new ModelAndView("partnership/new", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("refusal", refusal);
        page.addObject("owners", partnerships.possibleOwners());
        page.addObject("earlier", attempts.of(partner.code()));
        page.addObject("zone", days.zone().getId());
        return page;
    }

    /** What a person chose, kept as chosen until it fits. */
    record Form(String model, String owner, String why) {

        Model chosen(Partner partner) {
            return partner.type().models().stream()
                    .filter(one -> one.name().equals(model))
                    .findFirst()
                    .orElse(null);
        }

        String reason() {
            if (why != null && why.strip().length() > 2000) {
                throw new Refusal("Why: at most 2000 characters.");
            }
            return why;
        }
    }
}
