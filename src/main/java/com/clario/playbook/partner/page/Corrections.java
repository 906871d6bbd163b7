package com.clario.playbook.partner.page;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.Releases;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a change only where it was made on what stands there now, so that an old page takes nothing back. */
@Service
class Corrections {

    private static final int LONGEST_TOLD = 120;

    private final Partners partners;
    private final Releases releases;

    Corrections(Partners partners, Releases releases) {
        this.partners = partners;
        this.releases = releases;
    }

    /** Refuses what was typed on a page that showed something else; says what stands there now, and its mark. */
    static final class Stale extends Refusal {

        private final String mark;

        private Stale(String what, Map<String, String> now, Map<String, String> typed, String mark) {
            super(what + " while your form was open, so nothing is kept yet. " + told(now, typed)
                    + " What you typed is still here: keep it once more to put it in the place of that.");
            this.mark = mark;
        }

        String mark() {
            return mark;
        }

        private static String told(Map<String, String> now, Map<String, String> typed) {
            var told = now.entrySet().stream()
                    .filter(one -> !one.getValue().equals(typed.get(one.getKey())))
                    .map(one -> one.getKey() + ": " + clipped(one.getValue()))
                    .collect(Collectors.joining("; "));
            return told.isEmpty() ? "It says now what you typed." : "It says now: " + told + ".";
        }

        private static String clipped(String text) {
            var line = text.isBlank() ? "nothing" : text.strip().replaceAll("\\s+", " ");
            return line.length() <= LONGEST_TOLD ? line : line.substring(0, LONGEST_TOLD - 1) + "…";
        }
    }

    /** Tells one state of a row from another; it goes out with the form and comes back with what was typed. */
    static String mark(Record row) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(row.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Transactional
    void change(Partner typed, String seen) {
        var now = partners.hold(typed.code());
        if (!mark(now).equals(seen)) {
            throw new Stale("Somebody changed " + now.name(), inWords(now), inWords(typed), mark(now));
        }
        partners.change(typed);
    }

    /** Taking do-not-contact away needs a reason of its own. */
    @Transactional
    void change(Contact typed, String seen, String whyAgain) {
        partners.hold(typed.partner());
        var now = partners.holdContact(typed.partner(), typed.id())
                .orElseThrow(() -> new Refusal("This contact is gone."));
        if (!mark(now).equals(seen)) {
            throw new Stale("Somebody changed " + now.name(), inWords(now), inWords(typed), mark(now));
        }
        if (now.doNotContact() && !typed.doNotContact()) {
            releases.add(now, whyAgain);
        }
        partners.change(typed);
    }

    @Transactional
    void know(Fact typed, String seen) {
        partners.hold(typed.partner());
        partners.fact(typed.partner(), typed.criterion())
                .filter(now -> !mark(now).equals(seen))
                .ifPresent(now -> {
                    throw new Stale(
                            "Somebody wrote down something else on “" + label(now) + "”",
                            inWords(now),
                            inWords(typed),
                            mark(now));
                });
        partners.know(typed);
    }

    private static String label(Fact fact) {
        return Criterion.of(fact.criterion()).map(Criterion::label).orElse(fact.criterion());
    }

    private static Map<String, String> inWords(Partner partner) {
        return words(
                "Name", partner.name(),
                "Type", partner.type().label(),
                "Website", partner.website(),
                "About", partner.about(),
                "Value to them", partner.valueToThem(),
                "Value to us", partner.valueToUs());
    }

    private static Map<String, String> inWords(Contact contact) {
        return words(
                "Do not contact",
                contact.doNotContact() ? "yes" : "no",
                "Name",
                contact.name(),
                "Role",
                contact.role(),
                "Mail",
                contact.mail(),
                "Language",
                contact.language().equals("id") ? "Indonesian" : "English",
                "Mutual contact",
                contact.mutual() ? "yes" : "no");
    }

    private static Map<String, String> inWords(Fact fact) {
        return words(
                "Answer", fact.worth(),
                "Source", fact.source(),
                "Found on", fact.on() == null ? "" : fact.on().toString(),
                "Note", fact.note());
    }

    private static Map<String, String> words(String... pairs) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], Objects.requireNonNullElse(pairs[i + 1], ""));
        }
        return words;
    }
}
