package com.clario.playbook.optimize;

import com.clario.playbook.engine.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button of the case page that calls a review. */
@Controller
class ReviewController {

    private final OptimizeProcess process;

    ReviewController(OptimizeProcess process) {
        this.process = process;
    }

    @PostMapping("/partnerships/{code:[a-z0-9-]+}/review/call")
    String call(@PathVariable String code, @RequestParam(required = false) String why, RedirectAttributes flash) {
        try {
            process.callReview(code, why);
            flash.addFlashAttribute("message", "The review is called. Its figures are the next task.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/partnerships/{code}";
    }
}
