package com.clario.playbook.desk.demo;

import com.clario.playbook.access.People;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the demo with the playbook's partners and a case in every stage, so that a newcomer finds work. */
@Component
@ConditionalOnProperty("playbook.demo.cases")
class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

    private final Partners partners;
    private final Partnerships partnerships;
    private final DemoProgramme programme;
    private final People people;
    private final BusinessDays days;
    private final DemoProcess process;
    private final DemoWalk walk;
    private final ObjectMapper json;
    private final TransactionTemplate whole;

    DemoCases(
            Partners partners,
            Partnerships partnerships,
            DemoProgramme programme,
            People people,
            BusinessDays days,
            DemoProcess process,
            DemoWalk walk,
            ObjectMapper json,
            TransactionTemplate whole) {
        this.partners = partners;
        this.partnerships = partnerships;
        this.programme = programme;
        this.people = people;
        this.days = days;
        this.process = process;
        this.walk = walk;
        this.json = json;
        this.whole = whole;
    }

    /** A partner as the demo file tells it. */
    record Told(
            String code,
            String name,
            PartnerType type,
            String website,
            String about,
            String valueToThem,
            String valueToUs,
            List<ToldContact> contacts,
            List<ToldFact> facts) {}

    record ToldContact(String name, String role, String mail, String language, boolean mutual) {}

    record ToldFact(String criterion, String worth, String source) {}

    /** A partnership the demo shows: when it started, and what has happened since. */
    private record ToldCase(String partner, Model model, int startedAgo, Consumer<String> walk) {}

    /**
     * Adds what is missing, so that a first start that broke off is made good by the next; a case that was cut off
     * stays where it is. Before the job executor starts, so that it does not do the same steps at the same time.
     */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    void arrive() {
        attempt("the programme", () -> programme.begin(this::ago));
        told().stream()
                .filter(one -> partners.find(one.code()).isEmpty())
                .forEach(one -> attempt(one.code(), () -> whole.executeWithoutResult(unit -> add(one))));
        cases().stream()
                .filter(one -> partnerships.of(one.partner()).isEmpty())
                .forEach(one -> attempt(one.partner(), () -> begin(one)));
    }

    /** A demo with a gap is better than no application. */
    private static void attempt(String partner, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException broken) {
            LOG.warn(
                    "The demo of {} is not complete, the application starts all the same: {}",
                    partner,
                    broken.getMessage());
        }
    }

    private List<ToldCase> cases() {
        return List.of(
                new ToldCase("pawoon", Model.WHITE_LABEL, 200, code -> walk.toTheThirdReview(code, this::ago)),
                new ToldCase("zahir", Model.INTEGRATION, 199, code -> walk.toTheFirstReview(code, this::ago)),
                new ToldCase("consultants", Model.REFERRAL, 110, code -> walk.toGoLive(code, this::ago)),
                new ToldCase("olsera", Model.WHITE_LABEL, 75, code -> walk.toLegalReview(code, this::ago)),
                new ToldCase("accurate", Model.INTEGRATION, 30, code -> walk.toIntroduction(code, this::ago)),
                new ToldCase("qasir", Model.RESELLER, 3, code -> ago(3, () -> walk.research(code))),
                new ToldCase("jurnal", Model.INTEGRATION, 3, code -> ago(3, () -> walk.research(code))),
                new ToldCase("advisers", Model.REFERRAL, 2, code -> ago(2, () -> walk.research(code))),
                new ToldCase("moka", Model.WHITE_LABEL, 0, code -> {}));
    }

    private void begin(ToldCase told) {
        Runnable start = () -> start(told.partner(), told.model());
        if (told.startedAgo() == 0) {
            start.run();
        } else {
            ago(told.startedAgo(), start);
        }
        told.walk().accept(partnerships.of(told.partner()).get(0).code());
    }

    private void start(String partner, Model model) {
        var code = people.actAs("sari", () -> partnerships.start(partner, model, "sari", "Named in the playbook"))
                .code();
        process.settle(code);
    }

    private void ago(int daysAgo, Runnable deed) {
        var moment = days.today().minusDays(daysAgo).atTime(LocalTime.of(10, 0)).atZone(days.zone());
        process.at(moment.toInstant(), deed);
    }

    private void add(Told told) {
        partners.add(new Partner(
                told.code(),
                told.name(),
                told.type(),
                told.website(),
                told.about(),
                told.valueToThem(),
                told.valueToUs(),
                true));
        told.contacts()
                .forEach(one -> partners.add(new Contact(
                        0, told.code(), one.name(), one.role(), one.mail(), one.language(), false, one.mutual())));
        told.facts()
                .forEach(one -> partners.know(
                        new Fact(told.code(), one.criterion(), one.worth(), one.source(), days.today(), null)));
    }

    private List<Told> told() {
        try (var file = new ClassPathResource("demo/partners.json").getInputStream()) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
