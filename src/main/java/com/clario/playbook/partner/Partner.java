package com.clario.playbook.partner;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Typed;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A company or adviser we may work with.
 *
 * @param code short and permanent, such as {@code moka}; the partnership's code begins with it
 * @param valueToThem what they get out of working with us; fills deck and mails
 * @param valueToUs what we get out of it
 * @param demo whether facts about this partner were invented to try the system
 */
public record Partner(
        String code,
        String name,
        PartnerType type,
        String website,
        String about,
        String valueToThem,
        String valueToUs,
        boolean demo) {

    private static final Pattern CODE = Pattern.compile("(?!(new|import)$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Partner {
        if (code == null || code.length() > 40 || !CODE.matcher(code).matches()) {
            throw new Refusal("Code: use up to 40 small letters, digits and single hyphens, such as moka.");
        }
        name = required("Name", name, 120);
        valueToThem = required("Value to them", valueToThem, 1000);
        valueToUs = required("Value to us", valueToUs, 1000);
        website = optional("Website", website, 200);
        about = optional("About", about, 2000);
        if (type == null) {
            throw new Refusal("Type: choose POS, accounting or channel.");
        }
    }

    public boolean allows(Model model) {
        return type.models().contains(model);
    }

    /** The code formed from a name where nobody chose one; empty where the name has no letters for it. */
    public static String codeFor(String name) {
        var plain = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKD);
        var code = plain.toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return code.substring(0, Math.min(40, code.length())).replaceAll("-$", "");
    }

    /** What has to be filled in, without the blanks around it. */
    static String required(String field, String text, int longest) {
        var words = optional(field, text, longest);
        if (words.isEmpty()) {
            throw new Refusal(field + ": fill it in.");
        }
        return words;
    }

    /** What may be left empty, without the blanks around it. */
    static String optional(String field, String text, int longest) {
        var words = Typed.words(text);
        if (words.length() > longest) {
            throw new Refusal(field + ": at most " + longest + " characters, it has " + words.length() + ".");
        }
        return words;
    }
}
