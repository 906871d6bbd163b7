package com.clario.playbook.desk;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What stands around every page: who is signed in, where in the house we are, and what became of a refusal. */
@ControllerAdvice
class Frame {

    private final People people;

    Frame(People people) {
        this.people = people;
    }

    /** The signed-in person; null on pages before the door. */
    @ModelAttribute("me")
    Me me() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null
                ? null
                : people.find(signedIn.getName()).map(Me::of).orElse(null);
    }

    /** The navigation's item for this address. */
    @ModelAttribute("section")
    String section(HttpServletRequest request) {
        var path =
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null ? request.getRequestURI() : "/error";
        var first = path.split("/", 3);
        return first.length < 2 || first[1].isEmpty() || first[1].equals("partnerships") ? "board" : first[1];
    }

    /** A refusal no page has shown beside a form still reaches the person as its sentence. */
    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        var page = new ModelAndView("error", HttpStatus.BAD_REQUEST);
        page.addObject("status", HttpStatus.BAD_REQUEST.value());
        page.addObject("sentence", refusal.getMessage());
        page.addObject("me", me());
        page.addObject("section", section(request));
        return page;
    }

    record Me(String id, String name, String groups, String initials) {

        static Me of(Person person) {
            var initials = Arrays.stream(person.name().split(" "))
                    .limit(2)
                    .map(word -> word.substring(0, Math.min(1, word.length())));
            return new Me(
                    person.id(), person.name(), Groups.names(person.groups()), initials.collect(Collectors.joining()));
        }
    }
}
