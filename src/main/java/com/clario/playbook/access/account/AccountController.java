package com.clario.playbook.access.account;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.knock.Knock;
import com.clario.playbook.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where everybody sees their own account and changes their password. */
@Controller
class AccountController {

    private static final String[] LABELS = {Passwords.OLD, Passwords.NEW, Passwords.AGAIN};

    private final Passwords passwords;
    private final Standings standings;
    private final AccountChanges changes;
    private final People people;
    private final ZoneId zone;

    AccountController(
            Passwords passwords,
            Standings standings,
            AccountChanges changes,
            People people,
            @Value("${playbook.zone}") ZoneId zone) {
        this.passwords = passwords;
        this.standings = standings;
        this.changes = changes;
        this.people = people;
        this.zone = zone;
    }

    @GetMapping("/account")
    ModelAndView show() {
        return page(null);
    }

    @PostMapping("/account")
    ModelAndView change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            stay(passwords.change(Knock.of(request), old, next, again), request, response);
        } catch (Refusal refusal) {
            return page(refusal);
        }
        flash.addFlashAttribute(
                "message", "Your password is changed. Wherever else you were signed in, you are signed out.");
        return new ModelAndView("redirect:/account");
    }

    /** This session knows the new password's mark; all others hold the old one and end. */
    private static void stay(String mark, HttpServletRequest request, HttpServletResponse response) {
        var session = SecurityContextHolder.getContext();
        if (session.getAuthentication() instanceof AbstractAuthenticationToken me) {
            me.setDetails(mark);
        }
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(session, request, response);
    }

    private ModelAndView page(Refusal refusal) {
        var person = people.current();
        return new ModelAndView("access/account", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("person", person)
                .addObject("groups", Groups.names(person.groups()))
                .addObject("standing", standings.of(person.id()))
                .addObject("changes", changes.of(person.id()))
                .addObject("labels", LABELS)
                .addObject("policy", Passwords.POLICY)
                .addObject("zone", zone)
                .addObject("refusal", refusal);
    }
}
