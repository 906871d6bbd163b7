package com.clario.playbook.outreach.letter;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partners;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds whom a mail goes to, also where whoever it was written to asked us to stay away meanwhile. */
@Component
public class Addressees {

    private static final int SHORTEST_PART = 3;

    private final Partners partners;

    Addressees(Partners partners) {
        this.partners = partners;
    }

    /** Whoever the mail was drafted for, else the first we may write to. */
    public Optional<Contact> next(String partner, Long drafted) {
        return only(partner, drafted).or(() -> partners.addressee(partner));
    }

    /** Exactly this person, while we may write to them. */
    public Optional<Contact> only(String partner, Long person) {
        return known(partner, person)
                .filter(Contact::mayBeMailed)
                .filter(contact -> partners.mayBeMailed(contact.mail()));
    }

    /** The person a draft was written to, whatever they have asked since; nobody where it named nobody. */
    public Optional<Contact> known(String partner, Long person) {
        return Optional.ofNullable(person).flatMap(id -> partners.contact(partner, id));
    }

    /** Refuses a mail that still greets the person whose place another has taken. */
    public void requireGreeted(Contact now, Contact former, String subject, String text) {
        if (former.id() != now.id() && isNamed(former, now, subject, text)) {
            throw new Refusal("The mail now goes to " + now.name() + ": greet them instead of " + former.name() + ".");
        }
    }

    /** By the full name anywhere, by a part of it in the greeting: elsewhere a part may be another's name. */
    private static boolean isNamed(Contact former, Contact now, String subject, String text) {
        var name = plain(former.name());
        var mail = without(now, subject + "\n" + text);
        var greeting = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return name.contains(" ") && holds(mail, name)
                || Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                        .filter(part -> part.length() >= SHORTEST_PART)
                        .anyMatch(part -> holds(without(now, greeting), part));
    }

    /** The name that belongs there now may have a word of the former one. */
    private static String without(Contact now, String text) {
        return plain(text).replace(plain(now.name()), "…");
    }

    private static boolean holds(String text, String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
