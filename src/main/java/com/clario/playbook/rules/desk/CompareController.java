package com.clario.playbook.rules.desk;

import com.clario.playbook.rules.words.Differences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that lays any two versions, or a version and the draft, beside each other. */
@Controller
class CompareController {

    private final Desk desk;
    private final Contents contents;

    CompareController(Desk desk, Contents contents) {
        this.desk = desk;
        this.contents = contents;
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/compare")
    ModelAndView compare(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        var set = desk.find(room, name);
        var inForce = desk.inForce(set).number();
        var left = from.isEmpty() ? Integer.toString(earlier(inForce, to)) : from;
        var right = to.isEmpty() ? Integer.toString(inForce) : to;
        return desk.page("rules/compare", set)
                .addObject("from", left)
                .addObject("to", right)
                .addObject("choices", contents.choices(set))
                .addObject(
                        "differences",
                        Differences.between(set, contents.asItStands(set, left), contents.asItStands(set, right)));
    }

    /** A draft is laid beside what is in force, a version beside the one before it. */
    private static int earlier(int inForce, String to) {
        if (to.equals(Contents.DRAFT)) {
            return inForce;
        }
        var number = to.matches("[0-9]{1,6}") ? Integer.parseInt(to) : inForce;
        return Math.max(1, number - 1);
    }
}
