package com.clario.playbook.optimize.end;

import com.clario.playbook.engine.Refusal;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons of the case page while notice runs. */
@Controller
class WindDownController {

    private final WindDownProcess process;

    WindDownController(WindDownProcess process) {
        this.process = process;
    }

    @PostMapping("/partnerships/{code:[a-z0-9-]+}/notice/end")
    String end(@PathVariable String code, @RequestParam(required = false) String why, RedirectAttributes flash) {
        return attempt(code, why, process::endEarlier, "Today is the last day. Access ends now.", flash);
    }

    @PostMapping("/partnerships/{code:[a-z0-9-]+}/notice/withdraw")
    String withdraw(@PathVariable String code, @RequestParam(required = false) String why, RedirectAttributes flash) {
        return attempt(code, why, process::withdraw, "The notice is withdrawn; the partnership goes on.", flash);
    }

    private static String attempt(
            String code, String why, BiConsumer<String, String> deed, String done, RedirectAttributes flash) {
        try {
            deed.accept(code, why);
            flash.addFlashAttribute("message", done);
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
            flash.addFlashAttribute("typed", why);
        }
        return "redirect:/partnerships/{code}";
    }
}
