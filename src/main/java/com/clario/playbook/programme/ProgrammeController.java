package com.clario.playbook.programme;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the programme: where it stands, every version of it, and the form with which managers change it. */
@Controller
class ProgrammeController {

    private final Programmes programmes;
    private final People people;
    private final ZoneId zone;

    ProgrammeController(Programmes programmes, People people, @Value("${playbook.zone}") ZoneId zone) {
        this.programmes = programmes;
        this.people = people;
        this.zone = zone;
    }

    /** A version with what was otherwise in the one before. */
    record Told(Programme programme, List<Programme.Change> changes) {}

    @ModelAttribute("zone")
    String zone() {
        return zone.getId();
    }

    @GetMapping("/programme")
    ModelAndView show() {
        var standing = programmes.standing();
        return new ModelAndView("programme/programme")
                .addObject("standing", standing)
                .addObject("programme", standing.programme())
                .addObject("years", years(standing.programme()))
                .addObject("history", history())
                .addObject("mayChange", people.currentIsIn(Groups.MANAGERS));
    }

    @GetMapping("/programme/versions/{number:\\d{1,6}}")
    ModelAndView version(@PathVariable int number) {
        var programme = programmes.version(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("programme/version")
                .addObject("programme", programme)
                .addObject("current", programmes.current().version() == number);
    }

    @GetMapping("/programme/edit")
    ModelAndView edit() {
        people.requireOneOf(Groups.MANAGERS);
        return page(ProgrammeForm.of(programmes.current()), null, List.of());
    }

    @PostMapping("/programme/edit")
    ModelAndView change(@RequestParam Map<String, String> fields, RedirectAttributes flash) {
        people.requireOneOf(Groups.MANAGERS);
        var form = ProgrammeForm.typed(fields);
        try {
            var kept = programmes.change(form.programme());
            flash.addFlashAttribute("message", "The programme is changed: this is version " + kept.version() + ".");
            return new ModelAndView("redirect:/programme");
        } catch (Refusal refusal) {
            var newest = programmes.current();
            return page(form.from(newest.version()), refusal, meanwhile(form, newest));
        }
    }

    /** What others have changed since the form was opened. */
    private List<Told> meanwhile(ProgrammeForm form, Programme newest) {
        var opened = form.version() == null ? newest.version() : form.version();
        return history().stream()
                .filter(told -> told.programme().version() > opened)
                .toList();
    }

    private ModelAndView page(ProgrammeForm form, Refusal refusal, List<Told> meanwhile) {
        return new ModelAndView("programme/edit", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("form", form)
                .addObject("statuses", ProgrammeStatus.values())
                .addObject("meanwhile", meanwhile)
                .addObject("refusal", refusal);
    }

    /** Every year that says something of its own. */
    private static List<ProgrammeYear> years(Programme programme) {
        return IntStream.rangeClosed(1, ProgrammeYear.LAST)
                .filter(number -> !programme.year(number).empty())
                .mapToObj(programme::in)
                .toList();
    }

    private List<Told> history() {
        var all = programmes.all();
        return IntStream.range(0, all.size())
                .mapToObj(at -> new Told(all.get(at), all.get(at).since(at + 1 < all.size() ? all.get(at + 1) : null)))
                .toList();
    }
}
