package com.clario.playbook.partner.person;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.mail.consent.OptOuts;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.StayAway;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what we hold about a contact, and erases the person from all of it but what has to stay. */
@Service
class ErasureService {

    private final Partners partners;
    private final StayAway stayAway;
    private final Texts texts;
    private final List<PersonalData> keepers;
    private final Outbox outbox;
    private final OptOuts optOuts;
    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ErasureService(
            Partners partners,
            StayAway stayAway,
            Texts texts,
            List<PersonalData> keepers,
            Outbox outbox,
            OptOuts optOuts,
            JdbcClient jdbc,
            People people,
            ApplicationEventPublisher news,
            Clock clock,
            @Value("${playbook.zone}") ZoneId zone) {
        this.partners = partners;
        this.stayAway = stayAway;
        this.texts = texts;
        this.keepers = keepers;
        this.outbox = outbox;
        this.optOuts = optOuts;
        this.jdbc = jdbc;
        this.people = people;
        this.news = news;
        this.clock = clock.withZone(zone);
    }

    /** The rows of the catalogue that are this person: the same address is the same person, at whichever partner. */
    List<Contact> rows(Contact contact) {
        var others = contact.mail().isEmpty() ? List.<Contact>of() : partners.contacts();
        return Stream.concat(
                        Stream.of(contact),
                        others.stream().filter(one -> one.id() != contact.id()).filter(one -> one.mail()
                                .equalsIgnoreCase(contact.mail())))
                .toList();
    }

    /** Everything we hold about the person, the catalogue's own rows aside. */
    List<Held> held(Contact contact) {
        var found = new ArrayList<Held>();
        for (var row : rows(contact)) {
            var somebody = somebody(row, Set.of());
            keepers.stream()
                    .flatMap(keeper -> keeper.about(somebody, row.partner()).stream())
                    .filter(held -> !found.contains(held))
                    .forEach(found::add);
        }
        return found;
    }

    /** Parts of the name that also stand alone somewhere, such as a first name: whether they mean the person, we cannot know. */
    List<String> otherNames(Contact contact) {
        var whole = somebody(contact, Set.of());
        return Somebody.parts(contact.name()).stream()
                .filter(part -> !part.equalsIgnoreCase(contact.name()))
                .filter(part -> standsAlone(part, whole, contact.partner()))
                .toList();
    }

    private boolean standsAlone(String part, Somebody whole, String partner) {
        var word = new Somebody(List.of(part), List.of(), "");
        return texts.about(word, partner).stream()
                .flatMap(held -> held.content().values().stream())
                .anyMatch(text -> word.isIn(whole.hiddenIn(text.toString())));
    }

    /**
     * Erases the person for good; what must stay is left as it is.
     *
     * @param alsoCalled parts of the name a manager says mean this person, too, in texts about this partner
     */
    @Transactional
    void erase(String partner, long id, Collection<String> alsoCalled) {
        var contact = partners.contact(partner, id)
                .filter(one -> !one.erased())
                .orElseThrow(() -> new Refusal("This contact is erased already."));
        if (!Somebody.parts(contact.name()).containsAll(alsoCalled)) {
            throw new Refusal("Other names: only parts of the contact's name can be taken for the person.");
        }
        var rows = rows(contact);
        rows.stream()
                .map(Contact::partner)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(partners::hold);
        rows.forEach(row -> erase(row, somebody(row, row.id() == id ? alsoCalled : Set.of())));
    }

    /** The contact's own row goes last: evidence takes a pseudonym only for a name the catalogue still knows. */
    private void erase(Contact row, Somebody somebody) {
        somebody.addresses().forEach(address -> stayAway.remember(address, today()));
        news.publishEvent(new ContactErased(row.id(), row.partner(), somebody));
        somebody.addresses().forEach(outbox::erase);
        somebody.addresses().forEach(optOuts::forget);
        texts.hide(somebody, row.partner());
        jdbc.sql("update playbook.contact set name = ?, role = '', mail = '', do_not_contact = true, erased_on = ?, "
                        + "erased_by = ? where id = ?")
                .params(row.pseudonym(), today(), people.current().id(), row.id())
                .update();
    }

    private static Somebody somebody(Contact row, Collection<String> alsoCalled) {
        var names = Stream.concat(Stream.of(row.name()), alsoCalled.stream()).toList();
        return new Somebody(names, List.of(row.mail()), row.pseudonym());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
