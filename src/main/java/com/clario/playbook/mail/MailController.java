package com.clario.playbook.mail;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which everybody can read what we sent, what waits and what went wrong. */
@Controller
class MailController {

    private final Outbox outbox;
    private final People people;
    private final DateTimeFormatter when;

    MailController(Outbox outbox, People people, @Value("${playbook.zone:Asia/Jakarta}") ZoneId zone) {
        this.outbox = outbox;
        this.people = people;
        this.when =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
    }

    @ModelAttribute("when")
    DateTimeFormatter when() {
        return when;
    }

    @GetMapping("/mails")
    String list(@RequestParam(required = false) String about, Model model) {
        String partnership = StringUtils.hasText(about) ? about.strip() : null;
        model.addAttribute("about", partnership);
        model.addAttribute("mails", outbox.newest(partnership));
        model.addAttribute("hasServer", outbox.hasServer());
        return "mail/mails";
    }

    @GetMapping("/mails/{id}")
    String read(@PathVariable long id, Model model) {
        model.addAttribute(
                "mail", outbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("hasServer", outbox.hasServer());
        return "mail/mail";
    }

    @PostMapping("/mails/{id}/again")
    String again(@PathVariable long id, RedirectAttributes flash) {
        people.requireOneOf(Groups.PARTNERSHIPS, Groups.MANAGERS);
        try {
            outbox.again(id);
            flash.addFlashAttribute("done", "The mail is on its way again.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("refused", refusal.getMessage());
        }
        return "redirect:/mails/{id}";
    }
}
