package com.clario.playbook.optimize.action;

import com.clario.playbook.engine.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button beside an open action on the case page. */
@Controller
class ActionController {

    private final FollowUp followUp;

    ActionController(FollowUp followUp) {
        this.followUp = followUp;
    }

    @PostMapping("/partnerships/{code:[a-z0-9-]+}/actions/{id:[0-9]{1,18}}/done")
    String done(@PathVariable String code, @PathVariable long id, RedirectAttributes flash) {
        try {
            followUp.done(code, id);
            flash.addFlashAttribute("message", "The action is done; nobody is reminded of it any more.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/partnerships/{code}";
    }
}
