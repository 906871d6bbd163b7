package com.clario.playbook.launch.connection;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.access.key.ApiKey.Issued;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page of a partner's connection; a new key is shown on it once. */
@Controller
@RequestMapping("/partnerships/{code:[a-z0-9-]+}/connection")
class ConnectionController {

    private final Connections connections;
    private final Partnerships partnerships;
    private final People people;
    private final BusinessDays days;
    private final Clock clock;

    ConnectionController(
            Connections connections, Partnerships partnerships, People people, BusinessDays days, Clock clock) {
        this.connections = connections;
        this.partnerships = partnerships;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    @ModelAttribute("partnership")
    Partnership partnership(@PathVariable String code) {
        people.requireOneOf(PARTNERSHIPS, MANAGERS);
        return partnerships.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping
    ModelAndView page(@PathVariable String code) {
        return filled("launch/connection", code);
    }

    /** The same in a frame of the task form, which cannot ask again by itself. */
    @GetMapping("/state")
    ModelAndView state(@PathVariable String code) {
        return filled("launch/state", code);
    }

    @PostMapping("/keys")
    String issue(
            @PathVariable String code, @RequestParam(required = false) String expiresOn, RedirectAttributes flash) {
        show(() -> connections.issue(code, expiresOn), flash);
        return "redirect:/partnerships/{code}/connection";
    }

    @PostMapping("/keys/{key:[0-9A-Za-z]+}/rotate")
    String rotate(@PathVariable String code, @PathVariable String key, RedirectAttributes flash) {
        show(() -> connections.rotate(code, key), flash);
        return "redirect:/partnerships/{code}/connection";
    }

    @PostMapping("/keys/{key:[0-9A-Za-z]+}/revoke")
    String revoke(
            @PathVariable String code,
            @PathVariable String key,
            @RequestParam(required = false) String why,
            RedirectAttributes flash) {
        try {
            connections.revoke(code, key, why);
            flash.addFlashAttribute("message", "Key " + key + " is revoked; the next call with it is refused.");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/partnerships/{code}/connection";
    }

    /** For the one page that follows; a reload shows the page without it. */
    private static void show(Supplier<Issued> deed, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("issued", deed.get());
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
    }

    private ModelAndView filled(String template, String code) {
        return new ModelAndView(template)
                .addObject("state", connections.of(code))
                .addObject("endpoint", endpoint())
                .addObject("now", clock.instant())
                .addObject(
                        "at",
                        clock.instant().atZone(days.zone()).toOffsetDateTime().withNano(0))
                .addObject("zone", days.zone().getId())
                .addObject("changeOver", Connections.CHANGE_OVER.toDays())
                .addObject("names", new Names(people));
    }

    private static String endpoint() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/activities")
                .toUriString();
    }

    /** People by id, as the page calls them. */
    record Names(People people) {

        public String of(String id) {
            return people.find(id).map(Person::name).orElse("system".equals(id) ? Person.SYSTEM.name() : id);
        }
    }
}
