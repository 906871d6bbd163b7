package com.clario.playbook.partner.page;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;
import static java.lang.Boolean.TRUE;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.likeness.Lookalike;
import com.clario.playbook.partner.likeness.Lookalikes;
import com.clario.playbook.partner.likeness.Sketch;
import com.clario.playbook.partner.page.Corrections.Stale;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms with which a partner enters the catalogue and is kept right. */
@Controller
class PartnerController {

    private final Partners partners;
    private final Corrections corrections;
    private final Lookalikes lookalikes;
    private final People people;

    PartnerController(Partners partners, Corrections corrections, Lookalikes lookalikes, People people) {
        this.partners = partners;
        this.corrections = corrections;
        this.lookalikes = lookalikes;
        this.people = people;
    }

    @ModelAttribute("types")
    PartnerType[] types() {
        people.requireOneOf(PARTNERSHIPS, MANAGERS);
        return PartnerType.values();
    }

    @GetMapping("/partners/new")
    ModelAndView blank() {
        return page(Form.BLANK, null, null);
    }

    @PostMapping("/partners/new")
    ModelAndView add(Form form, RedirectAttributes flash) {
        try {
            var partner = form.partner(form.codeOrName(), false);
            var alike = TRUE.equals(form.anyway()) ? List.<Lookalike>of() : alike(partner);
            if (!alike.isEmpty()) {
                return page(form, null, null).addObject("alike", alike);
            }
            partners.add(partner);
            flash.addFlashAttribute("message", partner.name() + " is in the catalogue.");
            return new ModelAndView("redirect:/partners/" + partner.code());
        } catch (Refusal refusal) {
            return page(form, null, refusal);
        }
    }

    @GetMapping("/partners/{code:[a-z0-9-]+}/edit")
    ModelAndView edit(@PathVariable String code) {
        var partner = known(code);
        return page(Form.of(partner), partner, null);
    }

    @PostMapping("/partners/{code:[a-z0-9-]+}/edit")
    ModelAndView change(@PathVariable String code, Form form, RedirectAttributes flash) {
        var partner = known(code);
        try {
            corrections.change(form.partner(code, partner.demo()), form.seen());
            flash.addFlashAttribute("message", "The change is kept.");
            return new ModelAndView("redirect:/partners/" + code);
        } catch (Stale stale) {
            return page(form.on(stale.mark()), known(code), stale);
        } catch (Refusal refusal) {
            return page(form, partner, refusal);
        }
    }

    /** Also the one whose code it would take. */
    private List<Lookalike> alike(Partner partner) {
        return lookalikes.of(new Sketch("", partner.name(), partner.website(), Set.of()));
    }

    private Partner known(String code) {
        return partners.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(Form form, Partner partner, Refusal refusal) {
        var page = new ModelAndView("partner/partner", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("heading", partner == null ? "New partner" : "Edit " + partner.name());
        page.addObject("partner", partner);
        page.addObject("refusal", refusal);
        return page;
    }

    /**
     * What a person typed, kept as typed until it fits.
     *
     * @param seen the mark of what the form was opened on
     */
    record Form(
            String code,
            String name,
            String type,
            String website,
            String about,
            String valueToThem,
            String valueToUs,
            Boolean anyway,
            String seen) {

        static final Form BLANK = new Form("", "", "", "", "", "", "", false, "");

        static Form of(Partner partner) {
            return new Form(
                    partner.code(),
                    partner.name(),
                    partner.type().name(),
                    partner.website(),
                    partner.about(),
                    partner.valueToThem(),
                    partner.valueToUs(),
                    false,
                    Corrections.mark(partner));
        }

        Form on(String mark) {
            return new Form(code, name, type, website, about, valueToThem, valueToUs, anyway, mark);
        }

        Partner partner(String code, boolean demo) {
            var chosen = Arrays.stream(PartnerType.values())
                    .filter(one -> one.name().equals(type))
                    .findFirst()
                    .orElse(null);
            return new Partner(code, name, chosen, website, about, valueToThem, valueToUs, demo);
        }

        /** The code typed, else one formed from the name. */
        String codeOrName() {
            return code == null || code.isBlank() ? Partner.codeFor(name) : code.strip();
        }
    }
}
