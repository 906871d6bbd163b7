package com.clario.playbook.partner;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.consent.Consent;
import com.clario.playbook.mail.consent.OptedOut;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of partners with their contacts and what we know of them. */
@Repository
public class Partners implements Consent {

    private static final String PARTNER =
            "select code, name, type, website, about, value_to_them, value_to_us, demo from playbook.partner ";
    private static final String CONTACT =
            "select id, partner, name, role, mail, language, do_not_contact, mutual, erased_on from playbook.contact ";

    private final JdbcClient jdbc;
    private final ModelsInUse inUse;
    private final StayAway stayAway;

    Partners(JdbcClient jdbc, ModelsInUse inUse, StayAway stayAway) {
        this.jdbc = jdbc;
        this.inUse = inUse;
        this.stayAway = stayAway;
    }

    public Optional<Partner> find(String code) {
        return jdbc.sql(PARTNER + "where code = ?")
                .param(code)
                .query(Row::partner)
                .optional();
    }

    public Partner get(String code) {
        return find(code).orElseThrow(() -> new Refusal("There is no partner " + code + "."));
    }

    /** The same, and nobody else holds this partner until the transaction ends. */
    public Partner hold(String code) {
        jdbc.sql("select code from playbook.partner where code = ? for update")
                .param(code)
                .query(String.class)
                .optional();
        return get(code);
    }

    /** Holds all partners of a type, always in the same order, until the transaction ends. */
    public void holdAll(PartnerType type) {
        jdbc.sql("select code from playbook.partner where type = ? order by code for update")
                .param(type.name())
                .query(String.class)
                .list();
    }

    public List<Partner> all() {
        return jdbc.sql(PARTNER + "order by name").query(Row::partner).list();
    }

    /** Adds a new partner; its code must be free. */
    @Transactional
    public void add(Partner partner) {
        try {
            jdbc.sql("insert into playbook.partner "
                            + "(code, name, type, website, about, value_to_them, value_to_us, demo) "
                            + "values (:code, :name, :type, :website, :about, :them, :us, :demo)")
                    .params(columns(partner))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal("Code: " + partner.code() + " is taken. Choose another.", taken);
        }
    }

    /** Changes a partner; its type must still allow how we work with it now. */
    @Transactional
    public void change(Partner partner) {
        hold(partner.code());
        inUse.of(partner.code()).stream()
                .filter(model -> !partner.allows(model))
                .findFirst()
                .ifPresent(model -> refuseType(partner, model));
        jdbc.sql("update playbook.partner set name = :name, type = :type, website = :website, about = :about, "
                        + "value_to_them = :them, value_to_us = :us, demo = :demo where code = :code")
                .params(columns(partner))
                .update();
    }

    public List<Contact> contacts(String partner) {
        return jdbc.sql(CONTACT + "where partner = ? order by mutual, id")
                .param(partner)
                .query(Row::contact)
                .list();
    }

    /** Everybody we know, whichever partner they belong to. */
    public List<Contact> contacts() {
        return jdbc.sql(CONTACT + "order by partner, mutual, id")
                .query(Row::contact)
                .list();
    }

    /** The person at the partner to write to: the first who has an address and has not asked us to stay away. */
    public Optional<Contact> addressee(String partner) {
        return contacts(partner).stream()
                .filter(contact -> !contact.mutual() && contact.mayBeMailed() && mayBeMailed(contact.mail()))
                .findFirst();
    }

    /** Whoever has left by the link in our mails is marked wherever the address stands. */
    @EventListener
    void optedOut(OptedOut news) {
        jdbc.sql("update playbook.contact set do_not_contact = true where lower(mail) = lower(?)")
                .param(news.address())
                .update();
    }

    /** One contact who asked us to stay away speaks for the address, wherever else it stands. */
    @Override
    public boolean mayBeMailed(String address) {
        return jdbc.sql("select count(*) from playbook.contact where do_not_contact and lower(mail) = lower(?)")
                        .param(address)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** The first mutual contact who has not asked us to stay away. */
    public Optional<Contact> mutualContact(String partner) {
        return contacts(partner).stream()
                .filter(contact -> contact.mutual() && !contact.doNotContact())
                .findFirst();
    }

    /** Adds somebody who is not there yet and has an address mail can go to. */
    @Transactional
    public void add(Contact contact) {
        hold(contact.partner());
        check(contact);
        jdbc.sql("insert into playbook.contact (partner, name, role, mail, language, do_not_contact, mutual) "
                        + "values (:partner, :name, :role, :mail, :language, :doNotContact, :mutual)")
                .paramSource(contact)
                .update();
    }

    public Optional<Contact> contact(String partner, long id) {
        return contacts(partner).stream().filter(contact -> contact.id() == id).findFirst();
    }

    /** The same, and nobody else changes this person until the transaction ends, also who leaves by a link. */
    public Optional<Contact> holdContact(String partner, long id) {
        jdbc.sql("select id from playbook.contact where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return contact(partner, id);
    }

    private void check(Contact contact) {
        stayAway.require(contact.requireMailable());
        contacts(contact.partner()).stream()
                .filter(known -> known.id() != contact.id() && known.isSamePersonAs(contact))
                .findFirst()
                .ifPresent(known -> refuseTwice(known, contact));
    }

    @Transactional
    public void change(Contact contact) {
        hold(contact.partner());
        check(contact);
        jdbc.sql("update playbook.contact set name = :name, role = :role, mail = :mail, language = :language, "
                        + "do_not_contact = :doNotContact, mutual = :mutual where id = :id and partner = :partner "
                        + "and erased_on is null")
                .paramSource(contact)
                .update();
    }

    public List<Fact> facts(String partner) {
        return jdbc
                .sql("select partner, criterion, worth, source, found_on, note "
                        + "from playbook.partner_fact where partner = ? order by criterion")
                .param(partner)
                .query(Row::fact)
                .list()
                .stream()
                .sorted(Comparator.comparing(fact ->
                        Criterion.of(fact.criterion()).map(Enum::ordinal).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    public Optional<Fact> fact(String partner, String criterion) {
        return facts(partner).stream()
                .filter(fact -> fact.criterion().equals(criterion))
                .findFirst();
    }

    /** Keeps the newest word on a criterion; earlier ones stay with the research that used them. */
    @Transactional
    public void know(Fact fact) {
        hold(fact.partner());
        jdbc.sql("delete from playbook.partner_fact where partner = ? and criterion = ?")
                .params(fact.partner(), fact.criterion())
                .update();
        jdbc.sql("insert into playbook.partner_fact (partner, criterion, worth, source, found_on, note) "
                        + "values (:partner, :criterion, :worth, :source, :on, :note)")
                .paramSource(fact)
                .update();
    }

    private static void refuseTwice(Contact known, Contact contact) {
        throw new Refusal(
                known.mail().equalsIgnoreCase(contact.mail()) && !contact.mail().isEmpty()
                        ? "Mail: " + known.name() + " is a contact of this partner already, with the same address."
                        : "Name: " + known.name() + " is a contact of this partner already. Two people of one name"
                                + " need an address each.");
    }

    private static void refuseType(Partner partner, Model model) {
        throw new Refusal(
                "Type: " + partner.name() + " has an open " + model.label() + " partnership, which is not for "
                        + partner.type().label() + " partners; end it first or keep the type.");
    }

    private static Map<String, Object> columns(Partner partner) {
        return Map.of(
                "code", partner.code(),
                "name", partner.name(),
                "type", partner.type().name(),
                "website", partner.website(),
                "about", partner.about(),
                "them", partner.valueToThem(),
                "us", partner.valueToUs(),
                "demo", partner.demo());
    }
}
