package com.clario.playbook.mail.consent;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the link in our mails: one button, for anybody who has the link; mail programs press it, too. */
@Controller
class OptOutController {

    private final OptOuts optOuts;

    OptOutController(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    /** Only shows the button: mail scanners open every link, and none of them may opt anybody out. */
    @GetMapping("/opt-out/{token}")
    ModelAndView ask(@PathVariable String token) {
        return optOuts.address(token)
                .map(address -> page(HttpStatus.OK, optOuts.mayBeMailed(address) ? "ask" : "done", address))
                .orElseGet(OptOutController::unknown);
    }

    @PostMapping("/opt-out/{token}")
    ModelAndView leave(@PathVariable String token) {
        var address = optOuts.address(token);
        if (address.isEmpty()) {
            return unknown();
        }
        try {
            optOuts.optOut(address.get());
        } catch (OptOuts.AskedAlready wanted) {
            // the answer is the same
        }
        return page(HttpStatus.OK, "done", address.get());
    }

    private static ModelAndView unknown() {
        return page(HttpStatus.NOT_FOUND, "unknown", "");
    }

    private static ModelAndView page(HttpStatus status, String state, String address) {
        return new ModelAndView("mail/opt-out", status)
                .addObject("state", state)
                .addObject("address", hint(address));
    }

    /** Enough for its owner to know it by, and for nobody else to learn it. */
    private static String hint(String address) {
        var at = address.indexOf('@');
        return at < 1 ? "" : address.charAt(0) + "…" + address.substring(at);
    }
}
