package com.clario.playbook.rules.desk;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.trial.Challengers;
import com.clario.playbook.rules.version.Version;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which everybody reads the rules: all of them, one of them, and what applied when. */
@Controller
class RulesController {

    private final Desk desk;
    private final Overview overview;
    private final Drafts drafts;
    private final Acts acts;
    private final Challengers challengers;

    RulesController(Desk desk, Overview overview, Drafts drafts, Acts acts, Challengers challengers) {
        this.desk = desk;
        this.overview = overview;
        this.drafts = drafts;
        this.acts = acts;
        this.challengers = challengers;
    }

    @GetMapping("/rules")
    ModelAndView all() {
        return new ModelAndView("rules/all").addObject("rooms", overview.all()).addObject("mayEdit", desk.mayEdit());
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}")
    ModelAndView one(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam(required = false) String on,
            @RequestParam(required = false) Integer version) {
        var set = desk.find(room, name);
        var page = desk.page("rules/set", set);
        var inForce = desk.inForce(set);
        try {
            var shown = shown(set, on, version);
            page.addObject("version", shown).addObject("current", shown.number() == inForce.number());
            page.addObject("since", overview.since(shown));
            page.addObject("tables", overview.rows(set, shown));
            page.addObject("cases", overview.cases(set, shown));
        } catch (Refusal refusal) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("refusal", refusal);
        }
        return page.addObject("on", on == null ? "" : on)
                .addObject("inForce", inForce.number())
                .addObject(
                        "toCome",
                        desk.next(desk.versions(set)).map(overview::starts).orElse(""))
                .addObject("history", overview.history(set))
                .addObject("draft", drafts.find(set).map(overview::inWords).orElse(""))
                .addObject("revision", drafts.find(set).map(Draft::revision).orElse(0L))
                .addObject("change", overview.change(set))
                .addObject(
                        "shadow",
                        challengers.running(set).map(overview::inWords).orElse(""))
                .addObject("trail", acts.of(set));
    }

    /** What runs in shadow against what was decided: a piece of its own, since all of it may have to be judged first. */
    @GetMapping(path = "/rules/{room:[a-z-]+}/{name:[a-z-]+}", params = "piece=shadow")
    ModelAndView standing(@PathVariable String room, @PathVariable String name) {
        var set = desk.findToEdit(room, name);
        return desk.page("rules/shadow :: standing", set)
                .addObject("standing", challengers.standing(set).orElse(null));
    }

    private Version shown(RuleSet<?> set, String on, Integer number) {
        if (number != null) {
            return desk.version(set, number);
        }
        if (on == null || on.isBlank()) {
            return desk.inForce(set);
        }
        var day = day(on);
        return Desk.on(desk.versions(set), day, desk.zone())
                .orElseThrow(() -> new Refusal("Date: on " + Desk.day(day) + " there were no rules yet."));
    }

    private static LocalDate day(String on) {
        try {
            return Desk.sensible("Date", LocalDate.parse(on));
        } catch (DateTimeParseException notADay) {
            throw new Refusal("Date: " + on + " is not a date such as 2026-01-31.", notADay);
        }
    }
}
