package com.clario.playbook.partnership.page;

import static com.clario.playbook.access.Groups.MANAGERS;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.handover.Handover;
import com.clario.playbook.partnership.handover.Handovers;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages that hand a case, or all that somebody has, to somebody else: chosen, shown, and then done. */
@Controller
class HandoverController {

    private static final String ONE = "/partnerships/{code:[a-z0-9-]+}/owner";
    private static final String ALL = "/partnerships/handover";

    private final Partnerships partnerships;
    private final Handovers handovers;
    private final People people;

    HandoverController(Partnerships partnerships, Handovers handovers, People people) {
        this.partnerships = partnerships;
        this.handovers = handovers;
        this.people = people;
    }

    /**
     * What a person chose.
     *
     * @param to null before anything was chosen
     * @param seen what the person was shown and agreed to
     */
    record Form(String from, String to, String why, List<String> seen) {

        List<String> marks() {
            return seen == null ? List.of() : seen;
        }
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable String code, Form form) {
        return shown(required(code), form, List.of());
    }

    @PostMapping(ONE)
    ModelAndView one(@PathVariable String code, Form form, RedirectAttributes flash) {
        var partnership = required(code);
        try {
            var changes = handovers.handOverCase(code, form.to(), form.why(), form.marks());
            return changes.isEmpty() ? done(form, flash, "/partnerships/" + code) : shown(partnership, form, changes);
        } catch (Refusal refusal) {
            return page(partnership, form, refusal);
        }
    }

    @GetMapping(ALL)
    ModelAndView all(Form form) {
        people.requireOneOf(MANAGERS);
        return shown(null, form, List.of());
    }

    @PostMapping(ALL)
    ModelAndView all(Form form, RedirectAttributes flash) {
        people.requireOneOf(MANAGERS);
        try {
            var changes = handovers.handOverAll(form.from(), form.to(), form.why(), form.marks());
            return changes.isEmpty() ? done(form, flash, "/?owner=" + form.to()) : shown(null, form, changes);
        } catch (Refusal refusal) {
            return page(null, form, refusal);
        }
    }

    private ModelAndView shown(Partnership partnership, Form form, List<String> changes) {
        if (form.to() == null) {
            return page(partnership, form, null);
        }
        try {
            var page = page(partnership, form, null)
                    .addObject("handover", handover(partnership, form))
                    .addObject("changes", changes);
            page.setStatus(changes.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT);
            return page;
        } catch (Refusal refusal) {
            return page(partnership, form, refusal);
        }
    }

    private Handover handover(Partnership partnership, Form form) {
        return partnership == null
                ? handovers.ofAll(form.from(), form.to())
                : handovers.ofCase(partnership.code(), form.to());
    }

    private ModelAndView page(Partnership partnership, Form form, Refusal refusal) {
        return new ModelAndView("partnership/handover", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("partnership", partnership)
                .addObject("form", form)
                .addObject("refusal", refusal)
                .addObject("owner", partnership == null ? null : name(partnership.owner()))
                .addObject("holders", handovers.holders())
                .addObject("owners", partnerships.possibleOwners());
    }

    private ModelAndView done(Form form, RedirectAttributes flash, String next) {
        flash.addFlashAttribute("message", "Handed over to " + name(form.to()) + ".");
        return new ModelAndView("redirect:" + next);
    }

    private Partnership required(String code) {
        var partnership = partnerships.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!handovers.mayHandOver(partnership)) {
            people.requireOneOf(MANAGERS);
        }
        return partnership;
    }

    private String name(String person) {
        return people.find(person).map(found -> found.name()).orElse(person);
    }
}
