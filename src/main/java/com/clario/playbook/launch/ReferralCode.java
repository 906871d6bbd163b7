package com.clario.playbook.launch;

import com.clario.playbook.engine.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code a partner's clients name, so that we know who sent them.
 *
 * @param code short and readable, such as {@code CONS-7K2M}
 * @param text what the partner tells its clients; names the code
 */
public record ReferralCode(String code, String partnership, String text, String issuedBy, Instant issuedAt) {

    /** Without the letters and digits people mistake for each other. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int HEAD = 4;
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{2,10}-[A-Z0-9]{3,8}");

    /** A code that tells the partner's name and is hard to hit by accident. */
    static String proposed(String partner, RandomGenerator random) {
        var name = partner.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var head = (name + "CODE").substring(0, HEAD);
        var tail = new StringBuilder();
        random.ints(HEAD, 0, LETTERS.length()).forEach(place -> tail.append(LETTERS.charAt(place)));
        return head + "-" + tail;
    }

    static String read(String written) {
        var code = Launch.needs("Referral code", written, 20).toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(code).matches()) {
            throw new Refusal("Referral code: write it like CONS-7K2M, with capital letters, digits and one hyphen.");
        }
        return code;
    }

    /** The partner's words must carry the code, or nobody would ever name it. */
    static String words(String written, String code) {
        var text = Launch.needs("Text for the partner's clients", written, 1000);
        if (!text.contains(code)) {
            throw new Refusal("Text for the partner's clients: it does not name the code " + code + "; put it in.");
        }
        return text;
    }
}
