package com.clario.playbook.rules.desk;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.trial.BackTest;
import com.clario.playbook.rules.trial.BackTests;
import com.clario.playbook.rules.trial.Probes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
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

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/back-test")
    ModelAndView show(@PathVariable String room, @PathVariable String name) {
        var set = desk.findToEdit(room, name);
        var page = desk.page("rules/back-test", set);
        try {
            var draft = contents.gated(set, Contents.DRAFT);
            var inForce = desk.inForce(set).content();
            return page.addObject("test", tests.find(set, inForce, draft).orElse(null))
                    .addObject("probes", probes.of(set, inForce, draft));
        } catch (Refusal refusal) {
            return page.addObject("refusal", refusal);
        }
    }

    /** The piece that follows one back-test to its end, also where a colleague changes the draft meanwhile. */
    @GetMapping(path = "/rules/{room:[a-z-]+}/{name:[a-z-]+}/back-test", params = "test")
    ModelAndView follow(@PathVariable String room, @PathVariable String name, @RequestParam long test) {
        var set = desk.findToEdit(room, name);
        var found = tests.find(test)
                .filter(one -> one.ruleSet().equals(set.name()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return desk.page("rules/flips :: flips", set)
                .addObject("test", found)
                .addObject("outdated", found.finished() && isOutdated(set, found));
    }

    /** Whether it tells of a draft, or of a version in force, that is another one by now. */
    private boolean isOutdated(RuleSet<?> set, BackTest test) {
        try {
            return !test.afterSha256()
                            .equals(contents.gated(set, Contents.DRAFT).sha256())
                    || !test.beforeSha256().equals(desk.inForce(set).content().sha256());
        } catch (Refusal gone) {
            return true;
        }
    }

    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/back-test")
    ModelAndView start(@PathVariable String room, @PathVariable String name) {
        var set = desk.findToEdit(room, name);
        tests.start(set, desk.inForce(set).content(), contents.gated(set, Contents.DRAFT));
        return Desk.to(set, "/back-test");
    }
}
