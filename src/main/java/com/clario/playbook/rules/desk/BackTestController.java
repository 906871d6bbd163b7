package com.clario.playbook.rules.desk;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.trial.BackTests;
import com.clario.playbook.rules.trial.Probes;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The page that says what a draft would have done to all decisions that were taken. */
@Controller
class BackTestController {

    private final Desk desk;
    private final Contents contents;
    private final BackTests tests;
    private final Probes probes;

    BackTestController(Desk desk, Contents contents, BackTests tests, Probes probes) {
        this.desk = desk;
        this.contents = contents;
        this.tests = tests;
        this.probes = probes;
    }

    /** The whole page; while a back-test runs, the page asks for the piece that follows it. */
    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/back-test")
    ModelAndView show(
            @PathVariable String room,
            @PathVariable String name,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean piece) {
        var set = desk.findToEdit(room, name);
        var page = desk.page(piece ? "rules/flips :: flips" : "rules/back-test", set);
        try {
            var draft = contents.gated(set, Contents.DRAFT);
            var inForce = desk.inForce(set).content();
            return page.addObject("test", tests.find(set, inForce, draft).orElse(null))
                    .addObject("probes", piece ? List.of() : probes.of(set, inForce, draft));
        } catch (Refusal refusal) {
            return page.addObject("refusal", refusal).addObject("probes", List.of());
        }
    }

    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/back-test")
    ModelAndView start(@PathVariable String room, @PathVariable String name) {
        var set = desk.findToEdit(room, name);
        tests.start(set, desk.inForce(set).content(), contents.gated(set, Contents.DRAFT));
        return Desk.to(set, "/back-test");
    }
}
