package com.clario.playbook.rules.desk;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.trial.Trials;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one case is tried by hand; its address holds the case, so that it can be passed on. */
@Controller
class TryController {

    private static final String WHAT = "what";

    private final Desk desk;
    private final Contents contents;
    private final Trials trials;

    TryController(Desk desk, Contents contents, Trials trials) {
        this.desk = desk;
        this.contents = contents;
        this.trials = trials;
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/try")
    ModelAndView show(@PathVariable String room, @PathVariable String name, @RequestParam Map<String, String> asked) {
        var set = desk.find(room, name);
        var what = asked.getOrDefault(WHAT, Integer.toString(desk.inForce(set).number()));
        Map<String, String> facts = new LinkedHashMap<>(trials.start(set));
        facts.keySet().forEach(fact -> facts.computeIfPresent(fact, asked::getOrDefault));
        var page = desk.page("rules/try", set)
                .addObject("what", what)
                .addObject("choices", contents.choices(set))
                .addObject("fields", trials.fields(set))
                .addObject("facts", facts);
        var tried = asked.keySet().stream().anyMatch(facts::containsKey);
        if (!tried) {
            return page;
        }
        try {
            var verdict = trials.judge(set, contents.gated(set, what), facts);
            return page.addObject("tried", verdict)
                    .addObject("verdict", Fired.inWords(verdict.verdict()))
                    .addObject("sums", Fired.inWords(verdict.sums()));
        } catch (Refusal refusal) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject("refusal", refusal);
        }
    }
}
