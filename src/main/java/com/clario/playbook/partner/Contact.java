package com.clario.playbook.partner;

import com.clario.playbook.engine.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person at a partner, or a mutual one who can introduce us.
 *
 * @param id 0 until stored
 * @param language {@code en} or {@code id}: mails to this person are written in it
 * @param doNotContact asked us to stay away; nothing is ever sent
 * @param mutual knows both sides but does not work there
 */
public record Contact(
        long id,
        String partner,
        String name,
        String role,
        String mail,
        String language,
        boolean doNotContact,
        boolean mutual) {

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    public Contact {
        Partner.needs("Name", name, 120);
        role = Partner.optional("Role", role, 120);
        mail = Partner.optional("Mail", mail, 200);
        if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
            throw new Refusal("Mail: " + mail + " is not an address such as name@company.com.");
        }
        if (!"en".equals(language) && !"id".equals(language)) {
            throw new Refusal("Language: choose English or Indonesian.");
        }
    }

    /** Whether we may and can write to this person. */
    public boolean mayBeMailed() {
        return !doNotContact && !mail.isEmpty();
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
