package com.clario.playbook.access.account;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.access.account.Passwords.OneTimePassword;
import com.clario.playbook.engine.Refusal;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which administrators keep the accounts of those who work here. */
@Controller
@RequestMapping("/people")
class PeopleController {

    private final Staff staff;
    private final AccountChanges changes;
    private final People people;
    private final ZoneId zone;

    PeopleController(Staff staff, AccountChanges changes, People people, @Value("${playbook.zone}") ZoneId zone) {
        this.staff = staff;
        this.changes = changes;
        this.people = people;
        this.zone = zone;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        people.requireOneOf(Groups.ADMINS);
        return zone;
    }

    @GetMapping
    ModelAndView all() {
        return new ModelAndView("access/people").addObject("members", staff.all());
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return adding(PersonForm.BLANK, null);
    }

    @PostMapping("/new")
    ModelAndView add(PersonForm form, RedirectAttributes flash) {
        try {
            return issued(form.newId(), staff.add(form), flash);
        } catch (Refusal refusal) {
            return adding(form, refusal);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id) {
        var member = required(id);
        return page(member, staff.form(member.person()), null);
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable String id, PersonForm form, RedirectAttributes flash) {
        return tried(id, form, () -> {
            staff.change(id, form);
            return done(id, "The change is kept.", flash);
        });
    }

    @PostMapping("/{id}/unlock")
    ModelAndView unlock(@PathVariable String id, RedirectAttributes flash) {
        return tried(id, null, () -> {
            staff.unlock(id);
            return done(id, "Unlocked: the next password is looked at again.", flash);
        });
    }

    @PostMapping("/{id}/password")
    ModelAndView renewPassword(@PathVariable String id, RedirectAttributes flash) {
        return tried(id, null, () -> issued(id, staff.renewPassword(id), flash));
    }

    @PostMapping("/{id}/back")
    ModelAndView takeBack(@PathVariable String id, PersonForm form, RedirectAttributes flash) {
        return tried(id, form, () -> issued(id, staff.takeBack(id, form), flash));
    }

    @GetMapping("/{id}/leave")
    ModelAndView beforeLeaving(@PathVariable String id) {
        return leaving(required(id), null);
    }

    @PostMapping("/{id}/leave")
    ModelAndView leave(@PathVariable String id, RedirectAttributes flash) {
        var member = required(id);
        try {
            staff.leave(id);
            return done(id, "The account of " + member.person().name() + " is closed.", flash);
        } catch (Refusal refusal) {
            return leaving(member, refusal);
        }
    }

    private ModelAndView tried(String id, PersonForm form, Supplier<ModelAndView> deed) {
        var member = required(id);
        try {
            return deed.get();
        } catch (Refusal refusal) {
            return page(member, form == null ? staff.form(member.person()) : form, refusal);
        }
    }

    private Member required(String id) {
        return staff.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Member member, PersonForm form, Refusal refusal) {
        return answer("access/person", refusal)
                .addObject("member", member)
                .addObject("form", form)
                .addObject("isMe", member.person().id().equals(people.current().id()))
                .addObject("isLast", staff.isLastAdministrator(member.person()))
                .addObject("changes", changes.of(member.person().id()))
                .addObject("groups", Groups.ALL)
                .addObject("names", Groups.NAMES)
                .addObject("tasks", staff.openTasks(member.person().id()))
                .addObject("handsOver", people.currentIsIn(Groups.MANAGERS))
                .addObject("managers", managers());
    }

    private ModelAndView leaving(Member member, Refusal refusal) {
        return answer("access/leave", refusal)
                .addObject("member", member)
                .addObject("isLast", staff.isLastAdministrator(member.person()))
                .addObject("tasks", staff.openTasks(member.person().id()))
                .addObject("handsOver", people.currentIsIn(Groups.MANAGERS))
                .addObject("managers", managers());
    }

    private static ModelAndView adding(PersonForm form, Refusal refusal) {
        return answer("access/new", refusal)
                .addObject("form", form)
                .addObject("groups", Groups.ALL)
                .addObject("names", Groups.NAMES);
    }

    private static ModelAndView answer(String view, Refusal refusal) {
        return new ModelAndView(view, refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("refusal", refusal);
    }

    private static ModelAndView issued(String id, OneTimePassword password, RedirectAttributes flash) {
        flash.addFlashAttribute("issued", password);
        return new ModelAndView("redirect:/people/" + id);
    }

    private static ModelAndView done(String id, String sentence, RedirectAttributes flash) {
        flash.addFlashAttribute("message", sentence);
        return new ModelAndView("redirect:/people/" + id);
    }

    private String managers() {
        return people.in(Groups.MANAGERS).stream().map(Person::name).collect(Collectors.joining(", "));
    }
}
