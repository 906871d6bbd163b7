package com.clario.playbook.partner;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Each do-not-contact that was taken away again, with who did it, when and why. */
@Repository
public class Releases {

    private static final String FIELD = "Why we may write again";

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Releases(JdbcClient jdbc, People people, Clock clock, @Value("${playbook.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock.withZone(zone);
    }

    /**
     * Since when a person who had asked us to stay away may be written to again.
     *
     * @param by who said so, as people are called
     */
    public record Release(long contact, LocalDate on, String by, String reason) {}

    /** Those of a partner's contacts, the newest first. */
    public List<Release> of(String partner) {
        return jdbc.sql("select r.contact, r.released_on, r.released_by, r.reason from playbook.contact_release r "
                        + "join playbook.contact c on c.id = r.contact where c.partner = ? order by r.id desc")
                .param(partner)
                .query((row, n) -> new Release(
                        row.getLong("contact"),
                        row.getObject("released_on", LocalDate.class),
                        name(row.getString("released_by")),
                        row.getString("reason")))
                .list();
    }

    /** Keeps why this person may be written to again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Contact contact, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal(FIELD + ": " + contact.name() + " is marked do-not-contact. Say who allowed us to write"
                    + " and how, or leave the mark.");
        }
        jdbc.sql("insert into playbook.contact_release (contact, released_on, released_by, reason) "
                        + "values (?, ?, ?, ?)")
                .params(contact.id(), LocalDate.now(clock), people.current().id(), Partner.required(FIELD, reason, 500))
                .update();
    }

    private String name(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }
}
