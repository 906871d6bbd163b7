package com.clario.playbook.rules.desk;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChanges;
import com.clario.playbook.rules.words.Differences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that lays any two versions, the draft or a submitted change beside each other. */
@Controller
class CompareController {

    private final Desk desk;
    private final Contents contents;
    private final RuleChanges changes;

    CompareController(Desk desk, Contents contents, RuleChanges changes) {
        this.desk = desk;
        this.contents = contents;
        this.changes = changes;
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/compare")
    ModelAndView compare(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        var set = desk.find(room, name);
        var inForce = desk.inForce(set).number();
        var left = from.isEmpty() ? Integer.toString(earlier(set, inForce, to)) : from;
        var right = to.isEmpty() ? Integer.toString(inForce) : to;
        return desk.page("rules/compare", set)
                .addObject("from", left)
                .addObject("to", right)
                .addObject("choices", contents.choices(set))
                .addObject(
                        "differences",
                        Differences.between(set, contents.asItStands(set, left), contents.asItStands(set, right)));
    }

    /** A draft is laid beside what is in force, a change beside what it replaces, a version beside the one before it. */
    private int earlier(RuleSet<?> set, int inForce, String to) {
        if (to.equals(Contents.DRAFT)) {
            return inForce;
        }
        var change = contents.change(set, to);
        if (change.isPresent()) {
            return changes.replaced(change.get()).number();
        }
        var number = to.matches("[0-9]{1,6}") ? Integer.parseInt(to) : inForce;
        return Math.max(1, number - 1);
    }
}
