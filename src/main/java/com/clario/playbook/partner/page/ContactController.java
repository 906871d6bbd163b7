package com.clario.playbook.partner.page;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;
import static java.lang.Boolean.TRUE;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.page.Corrections.Stale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms with which we learn whom to talk to at a partner, and whom to leave alone. */
@Controller
class ContactController {

    private final Partners partners;
    private final Corrections corrections;
    private final People people;

    ContactController(Partners partners, Corrections corrections, People people) {
        this.partners = partners;
        this.corrections = corrections;
        this.people = people;
    }

    @ModelAttribute("partner")
    Partner partner(@PathVariable String code) {
        people.requireOneOf(PARTNERSHIPS, MANAGERS);
        return partners.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/partners/{code:[a-z0-9-]+}/contacts/new")
    ModelAndView blank() {
        return page(Form.BLANK, null, null);
    }

    @PostMapping("/partners/{code:[a-z0-9-]+}/contacts/new")
    ModelAndView add(@PathVariable String code, Form form, RedirectAttributes flash) {
        try {
            partners.add(form.contact(0, code));
            flash.addFlashAttribute("message", form.name().strip() + " is a contact now.");
            return back(code);
        } catch (Refusal refusal) {
            return page(form, null, refusal);
        }
    }

    @GetMapping("/partners/{code:[a-z0-9-]+}/contacts/{id:\\d{1,18}}")
    ModelAndView edit(@PathVariable String code, @PathVariable long id) {
        var known = known(code, id);
        return page(Form.of(known), known, null);
    }

    @PostMapping("/partners/{code:[a-z0-9-]+}/contacts/{id:\\d{1,18}}")
    ModelAndView change(@PathVariable String code, @PathVariable long id, Form form, RedirectAttributes flash) {
        known(code, id);
        try {
            corrections.change(form.contact(id, code), form.seen(), form.whyAgain());
            flash.addFlashAttribute("message", "The change is kept.");
            return back(code);
        } catch (Stale stale) {
            return page(form.on(stale.mark()), known(code, id), stale);
        } catch (Refusal refusal) {
            return page(form, known(code, id), refusal);
        }
    }

    private Contact known(String code, long id) {
        return partners.contact(code, id)
                .filter(one -> !one.erased())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView back(String code) {
        return new ModelAndView("redirect:/partners/" + code + "#contacts");
    }

    /** The form for somebody we know, else for somebody new. */
    private static ModelAndView page(Form form, Contact known, Refusal refusal) {
        var page = new ModelAndView("partner/contact", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("id", known == null ? 0 : known.id());
        page.addObject("leftAlone", known != null && known.doNotContact());
        page.addObject("heading", known == null ? "New contact" : "Edit contact");
        page.addObject("refusal", refusal);
        return page;
    }

    /**
     * What a person typed, kept as typed until it fits; a box that is not ticked is not sent at all.
     *
     * @param whyAgain why somebody who asked us to stay away may be written to again
     * @param seen the mark of what the form was opened on
     */
    record Form(
            String name,
            String role,
            String mail,
            String language,
            Boolean doNotContact,
            Boolean mutual,
            String whyAgain,
            String seen) {

        static final Form BLANK = new Form("", "", "", "id", false, false, "", "");

        static Form of(Contact contact) {
            return new Form(
                    contact.name(),
                    contact.role(),
                    contact.mail(),
                    contact.language(),
                    contact.doNotContact(),
                    contact.mutual(),
                    "",
                    Corrections.mark(contact));
        }

        Form on(String mark) {
            return new Form(name, role, mail, language, doNotContact, mutual, whyAgain, mark);
        }

        Contact contact(long id, String partner) {
            return new Contact(id, partner, name, role, mail, language, TRUE.equals(doNotContact), TRUE.equals(mutual));
        }
    }
}
