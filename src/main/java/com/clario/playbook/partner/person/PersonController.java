package com.clario.playbook.partner.person;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partners;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands out what we hold about a contact, and lets a manager erase the person. */
@Controller
class PersonController {

    private final ErasureService erasure;
    private final Partners partners;
    private final People people;
    private final ObjectMapper json;
    private final Clock clock;

    PersonController(ErasureService erasure, Partners partners, People people, ObjectMapper json, Clock clock) {
        this.erasure = erasure;
        this.partners = partners;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    /** What stands in one place, counted for the person who decides. */
    record Pile(String where, int count, String stays) {}

    @GetMapping("/partners/{code:[a-z0-9-]+}/contacts/{id:\\d{1,18}}/data")
    ResponseEntity<byte[]> data(@PathVariable String code, @PathVariable long id) throws JsonProcessingException {
        people.requireOneOf(PARTNERSHIPS, MANAGERS);
        var contact = known(code, id);
        var told = new LinkedHashMap<String, Object>();
        told.put("about", contact.name());
        told.put("exportedOn", LocalDate.now(clock).toString());
        told.put("exportedBy", people.current().name());
        told.put("catalogue", erasure.rows(contact).stream().map(this::row).toList());
        erasure.held(contact).stream()
                .collect(groupingBy(Held::where, LinkedHashMap::new, toList()))
                .forEach((where, held) ->
                        told.put(where, held.stream().map(Held::content).toList()));
        var disposition = ContentDisposition.attachment()
                .filename("contact-" + id + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(told));
    }

    private Map<String, Object> row(Contact contact) {
        var row = new LinkedHashMap<String, Object>();
        row.put("partner", partners.get(contact.partner()).name());
        row.put("name", contact.name());
        row.put("role", contact.role());
        row.put("mail", contact.mail());
        row.put("language", contact.language());
        row.put("mutual", contact.mutual());
        row.put("doNotContact", contact.doNotContact());
        return row;
    }

    @GetMapping("/partners/{code:[a-z0-9-]+}/contacts/{id:\\d{1,18}}/erase")
    ModelAndView ask(@PathVariable String code, @PathVariable long id) {
        people.requireOneOf(MANAGERS);
        return page(known(code, id), List.of(), null);
    }

    @PostMapping("/partners/{code:[a-z0-9-]+}/contacts/{id:\\d{1,18}}/erase")
    ModelAndView erase(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> alsoCalled,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes flash) {
        people.requireOneOf(MANAGERS);
        var contact = known(code, id);
        try {
            if (!sure) {
                throw new Refusal("Tick that you are sure: nobody can take an erasure back.");
            }
            erasure.erase(code, id, alsoCalled);
            flash.addFlashAttribute("message", "The person is erased and goes by " + contact.pseudonym() + " now.");
            return new ModelAndView("redirect:/partners/" + code + "#contacts");
        } catch (Refusal refusal) {
            return page(contact, alsoCalled, refusal);
        } catch (ConcurrencyFailureException busy) {
            return page(
                    contact,
                    alsoCalled,
                    new Refusal("Somebody worked with this partner at the same moment, so nothing is erased yet."
                            + " Try again."));
        }
    }

    private ModelAndView page(Contact contact, List<String> alsoCalled, Refusal refusal) {
        var held = erasure.held(contact);
        return new ModelAndView("partner/erase", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("partner", partners.get(contact.partner()))
                .addObject("contact", contact)
                .addObject(
                        "others",
                        erasure.rows(contact).stream()
                                .skip(1)
                                .map(row -> partners.get(row.partner()).name() + ": " + row.name())
                                .toList())
                .addObject(
                        "goes",
                        piles(held.stream().filter(one -> one.stays() == null).toList()))
                .addObject(
                        "stays",
                        piles(held.stream().filter(one -> one.stays() != null).toList()))
                .addObject(
                        "waiting",
                        held.stream()
                                .filter(one -> "WAITING".equals(one.content().get("status")))
                                .filter(one -> contact.mail()
                                        .equalsIgnoreCase(
                                                String.valueOf(one.content().get("recipient"))))
                                .count())
                .addObject("otherNames", erasure.otherNames(contact))
                .addObject("alsoCalled", alsoCalled)
                .addObject("refusal", refusal);
    }

    private static List<Pile> piles(List<Held> held) {
        var byPlace = new TreeMap<>(held.stream().collect(groupingBy(Held::where)));
        return byPlace.entrySet().stream()
                .map(place -> new Pile(
                        place.getKey(),
                        place.getValue().size(),
                        place.getValue().get(0).stays()))
                .toList();
    }

    private Contact known(String code, long id) {
        return partners.contact(code, id)
                .filter(one -> !one.erased())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
