package com.clario.playbook.desk;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.Releases;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages that show partners together with their partnerships. */
@Controller
class CatalogueController {

    private final Partners partners;
    private final Releases releases;
    private final Partnerships partnerships;
    private final People people;

    CatalogueController(Partners partners, Releases releases, Partnerships partnerships, People people) {
        this.partners = partners;
        this.releases = releases;
        this.partnerships = partnerships;
        this.people = people;
    }

    @ModelAttribute("mayWrite")
    boolean mayWrite() {
        return people.currentIsIn(PARTNERSHIPS) || people.currentIsIn(MANAGERS);
    }

    @GetMapping("/partners")
    ModelAndView all(@RequestParam(defaultValue = "") String q) {
        var cases = partnerships.all();
        var lines = partners.all().stream()
                .map(partner -> Line.of(partner, partners.contacts(partner.code()), cases))
                .filter(line -> line.fits(q))
                .toList();
        return new ModelAndView("desk/catalogue").addObject("lines", lines).addObject("q", q);
    }

    @GetMapping("/partners/{code:[a-z0-9-]+}")
    ModelAndView one(@PathVariable String code, Locale reader) {
        var partner = partners.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("desk/partner")
                .addObject("partner", partner)
                .addObject("mayErase", people.currentIsIn(MANAGERS))
                .addObject("contacts", partners.contacts(code))
                .addObject("releases", releases.of(code))
                .addObject("facts", known(code, reader))
                .addObject("partnerships", partnerships.of(code));
    }

    /** What we know, in the order research asks. */
    private List<Known> known(String partner, Locale reader) {
        var facts = partners.facts(partner);
        return Stream.of(Criterion.values())
                .flatMap(criterion -> facts.stream()
                        .filter(fact -> fact.criterion().equals(criterion.word()))
                        .map(fact -> new Known(fact, criterion.label(), criterion.readable(fact.worth(), reader))))
                .toList();
    }

    record Known(Fact fact, String label, String answer) {}

    record Line(Partner partner, String models, List<Contact> contacts, List<Partnership> cases) {

        static Line of(Partner partner, List<Contact> contacts, List<Partnership> all) {
            return new Line(
                    partner,
                    partner.type().models().stream().map(Model::label).collect(Collectors.joining(", ")),
                    contacts,
                    all.stream()
                            .filter(one -> one.partner().equals(partner.code()))
                            .toList());
        }

        public List<Partnership> open() {
            return cases.stream().filter(Partnership::open).toList();
        }

        /** How the newest attempt ended; nothing where there was none. */
        public Optional<Partnership> last() {
            return cases.stream().filter(one -> !one.open()).reduce((earlier, later) -> later);
        }

        boolean fits(String words) {
            var contactNames = contacts.stream().map(Contact::name).collect(Collectors.joining(" "));
            var text = String.join(" ", partner.name(), partner.type().label(), models, contactNames);
            return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
        }
    }
}
