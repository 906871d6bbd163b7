package com.clario.playbook.desk;

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
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills an empty demo with the playbook's partners and a case in every stage, so that a newcomer finds work. */
@Component
@ConditionalOnProperty("playbook.demo.cases")
class DemoCases {

    private final Partners partners;
    private final Partnerships partnerships;
    private final People people;
    private final BusinessDays days;
    private final DemoProcess process;
    private final DemoWalk walk;
    private final ObjectMapper json;

    DemoCases(
            Partners partners,
            Partnerships partnerships,
            People people,
            BusinessDays days,
            DemoProcess process,
            DemoWalk walk,
            ObjectMapper json) {
        this.partners = partners;
        this.partnerships = partnerships;
        this.people = people;
        this.days = days;
        this.process = process;
        this.walk = walk;
        this.json = json;
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

    /** Before the job executor starts, so that it does not do the same steps at the same time. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    void arrive() {
        if (partners.all().isEmpty()) {
            told().forEach(this::add);
            startCases();
        }
    }

    private void startCases() {
        ago(200, () -> start("pawoon", Model.WHITE_LABEL));
        ago(110, () -> start("olsera", Model.WHITE_LABEL));
        ago(75, () -> start("zahir", Model.INTEGRATION));
        ago(45, () -> start("accurate", Model.INTEGRATION));
        walk.toTheSecondMonth("pawoon-1", this::ago);
        walk.toGoLive("olsera-1", this::ago);
        walk.toLegalReview("zahir-1", this::ago);
        walk.toMailApproval("accurate-1", this::ago);
        ago(12, () -> walk.research(start("qasir", Model.RESELLER)));
        ago(10, () -> walk.research(start("jurnal", Model.INTEGRATION)));
        ago(9, () -> walk.research(start("consultants", Model.REFERRAL)));
        ago(3, () -> walk.research(start("advisers", Model.REFERRAL)));
        start("moka", Model.WHITE_LABEL);
    }

    private String start(String partner, Model model) {
        var code = people.actAs("sari", () -> partnerships.start(partner, model, "sari", "Named in the playbook"))
                .code();
        process.settle(code);
        return code;
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
