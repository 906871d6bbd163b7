package com.clario.playbook.pilot.page;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.pilot.PilotProcess;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button of the case page that ends a running pilot. */
@Controller
class PilotController {

    private final PilotProcess process;

    PilotController(PilotProcess process) {
        this.process = process;
    }

    @PostMapping("/partnerships/{code:[a-z0-9-]+}/pilot/end")
    String end(@PathVariable String code, @RequestParam(required = false) String why, RedirectAttributes flash) {
        try {
            process.endEarly(code, why);
            flash.addFlashAttribute("message", "The pilot is ended. Its results are the next task.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/partnerships/{code}";
    }
}
