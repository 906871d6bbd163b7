package com.clario.playbook.partner.likeness;

import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partner;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a partner is recognised by.
 *
 * @param mails the addresses of its contacts, in small letters
 */
public record Sketch(String code, String name, String website, Set<String> mails) {

    public static Sketch of(Partner partner, Collection<Contact> contacts) {
        return new Sketch(partner.code(), partner.name(), partner.website(), mails(contacts));
    }

    /** Somebody who comes to a partner we know: only the address can stand elsewhere. */
    public static Sketch of(Contact contact) {
        return new Sketch(contact.partner(), "", "", mails(Set.of(contact)));
    }

    private static Set<String> mails(Collection<Contact> contacts) {
        return contacts.stream()
                .map(contact -> contact.mail().toLowerCase(Locale.ROOT))
                .filter(mail -> !mail.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether the names may be two ways to write one. */
    public boolean hasNameLike(Sketch other) {
        var mine = Name.of(name);
        var theirs = Name.of(other.name);
        return mine.isSameAs(theirs) || mine.isLike(theirs) || mine.sharesAllWith(theirs);
    }

    Set<String> domains() {
        return mails.stream()
                .map(Plain::domain)
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toSet());
    }
}
