package com.clario.playbook.partner;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.Mail;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A person at a partner, or a mutual one who can introduce us.
 *
 * @param id 0 until stored
 * @param language {@code en} or {@code id}: mails to this person are written in it
 * @param doNotContact asked us to stay away; nothing is ever sent
 * @param mutual knows both sides but does not work there
 * @param erasedOn when the person was erased; null while we know who it is
 */
public record Contact(
        long id,
        String partner,
        String name,
        String role,
        String mail,
        String language,
        boolean doNotContact,
        boolean mutual,
        LocalDate erasedOn) {

    public Contact {
        name = Partner.required("Name", name, 120);
        role = Partner.optional("Role", role, 120);
        mail = Partner.optional("Mail", mail, 200);
        if (!"en".equals(language) && !"id".equals(language)) {
            throw new Refusal("Language: choose English or Indonesian.");
        }
    }

    public Contact(
            long id,
            String partner,
            String name,
            String role,
            String mail,
            String language,
            boolean doNotContact,
            boolean mutual) {
        this(id, partner, name, role, mail, language, doNotContact, mutual, null);
    }

    /** Whether we may and can write to this person. */
    public boolean mayBeMailed() {
        return !doNotContact && !mail.isEmpty();
    }

    public boolean erased() {
        return erasedOn != null;
    }

    /** What stands instead of the name once the person is erased. */
    public String pseudonym() {
        return pseudonym(id);
    }

    public static String pseudonym(long id) {
        return "Contact " + id;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Refuses an address no mail could go to; what was kept before this was asked can still be read. */
    public Contact requireMailable() {
        if (!mail.isEmpty()) {
            Mail.address("Mail", mail);
        }
        return this;
    }

    /** Whether it is one person: by the address, else by the name. */
    public boolean isSamePersonAs(Contact other) {
        return mail.isEmpty() || other.mail.isEmpty()
                ? name.equalsIgnoreCase(other.name)
                : mail.equalsIgnoreCase(other.mail);
    }
}
