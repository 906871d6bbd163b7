package com.clario.playbook.outreach;

import com.clario.playbook.engine.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button of the case page that says a partner has replied. */
@Controller
class ReplyController {

    private final OutreachProcess process;

    ReplyController(OutreachProcess process) {
        this.process = process;
    }

    /** What a person typed, kept as typed until it fits. */
    record Reply(String reply, String meetingOn, String replyNote) {}

    @PostMapping("/partnerships/{code:[a-z0-9-]+}/outreach/replied")
    String replied(@PathVariable String code, Reply typed, RedirectAttributes flash) {
        try {
            process.partnerReplied(code, typed.reply(), typed.meetingOn(), typed.replyNote());
            flash.addFlashAttribute("message", "The reply is kept.");
            return "redirect:/partnerships/{code}";
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
            flash.addFlashAttribute("typedReply", typed);
            return "redirect:/partnerships/{code}#outreach";
        }
    }
}
