package com.clario.playbook.rules.desk;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.trial.Challengers;
import com.clario.playbook.rules.version.Version;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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
    private final Trail trail;
    private final Challengers challengers;

    RulesController(Desk desk, Overview overview, Drafts drafts, Trail trail, Challengers challengers) {
        this.desk = desk;
        this.overview = overview;
        this.drafts = drafts;
        this.trail = trail;
        this.challengers = challengers;
    }

    /** An act in the trail, in words. */
    record ActShown(String at, String who, String what, List<String> changes, String why) {}

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
                        "standing", desk.mayEdit() ? challengers.standing(set).orElse(null) : null)
                .addObject(
                        "shadow",
                        challengers.running(set).map(overview::inWords).orElse(""))
                .addObject("trail", trail(set));
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
            return LocalDate.parse(on);
        } catch (DateTimeParseException notADay) {
            throw new Refusal("Date: " + on + " is not a date such as 2026-01-31.", notADay);
        }
    }

    private List<ActShown> trail(RuleSet<?> set) {
        return trail.of(set.name()).stream()
                .limit(50)
                .map(act -> new ActShown(
                        desk.moment(act.at()),
                        desk.name(act.who()),
                        Desk.spoken(act.act().name()),
                        act.changes(),
                        act.why()))
                .toList();
    }
}
