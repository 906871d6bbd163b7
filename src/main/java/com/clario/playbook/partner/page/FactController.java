package com.clario.playbook.partner.page;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.page.Corrections.Stale;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which somebody writes down what we know of a partner, and from where. */
@Controller
class FactController {

    private final Partners partners;
    private final Corrections corrections;
    private final People people;
    private final Clock clock;

    FactController(Partners partners, Corrections corrections, People people, Clock clock) {
        this.partners = partners;
        this.corrections = corrections;
        this.people = people;
        this.clock = clock;
    }

    @ModelAttribute("partner")
    Partner partner(@PathVariable String code) {
        people.requireOneOf(PARTNERSHIPS, MANAGERS);
        return partners.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/partners/{code:[a-z0-9-]+}/facts/new")
    ModelAndView blank(@PathVariable String code, @RequestParam(defaultValue = "") String criterion) {
        var known = partners.fact(code, criterion);
        return page(known.map(Form::of).orElse(new Form(criterion, "", "", today().toString(), "", "")), null);
    }

    @PostMapping("/partners/{code:[a-z0-9-]+}/facts/new")
    ModelAndView add(@PathVariable String code, Form form, RedirectAttributes flash) {
        try {
            corrections.know(form.fact(code, today()), form.seen());
            flash.addFlashAttribute("message", "The fact is kept.");
            return new ModelAndView("redirect:/partners/" + code + "#facts");
        } catch (Stale stale) {
            return page(form.on(stale.mark()), stale);
        } catch (Refusal refusal) {
            return page(form, refusal);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ModelAndView page(Form form, Refusal refusal) {
        var page = new ModelAndView("partner/fact", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("criteria", Criterion.values());
        page.addObject("refusal", refusal);
        return page;
    }

    /**
     * What a person typed, kept as typed until it fits.
     *
     * @param seen the mark of the fact the form was opened on; empty where it showed none
     */
    record Form(String criterion, String worth, String source, String on, String note, String seen) {

        static Form of(Fact fact) {
            return new Form(
                    fact.criterion(),
                    fact.worth(),
                    fact.source(),
                    fact.on() == null ? "" : fact.on().toString(),
                    fact.note(),
                    Corrections.mark(fact));
        }

        Form on(String mark) {
            return new Form(criterion, worth, source, on, note, mark);
        }

        Fact fact(String partner, LocalDate today) {
            return Fact.typed(partner, criterion, worth, source, on, note, today);
        }
    }
}
