package com.clario.playbook.partner;

import com.clario.playbook.engine.Refusal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What research asks about a partner, and how an answer looks. */
public enum Criterion {
    MERCHANTS("merchants", "Merchants they reach"),
    OVERLAP("overlap", "Share of food & beverage customers"),
    API("api", "Technical interface", "NONE", "READ", "FULL"),
    ANALYTICS_GAP("analyticsGap", "No advanced analytics of their own", "YES", "NO"),
    UPSELL("upsell", "Can sell it as an add-on", "YES", "NO"),
    SPONSOR("sponsor", "A named sponsor", "YES", "NO"),
    LEADS("leads", "Qualified leads a month"),
    TRUST("trusted", "Clients follow their advice", "YES", "NO"),
    COMPETITOR("competitor", "Competing product", "YES", "NO"),
    TROUBLED("troubled", "Legal or payment trouble", "YES", "NO");

    private final String word;
    private final String label;
    private final List<String> choices;

    Criterion(String word, String label, String... choices) {
        this.word = word;
        this.label = label;
        this.choices = List.of(choices);
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** What a person may type. */
    public String hint() {
        return switch (this) {
            case MERCHANTS -> "a whole number, such as 30000";
            case LEADS -> "a whole number, such as 5";
            case OVERLAP -> "a percentage from 0 to 100";
            default -> String.join(" or ", choices).toLowerCase(Locale.ENGLISH);
        };
    }

    /** Whether this matters for a kind of partner: an adviser needs no interface, but trust and leads. */
    public boolean asks(PartnerType type) {
        return switch (this) {
            case API -> type != PartnerType.CHANNEL;
            case LEADS, TRUST -> type == PartnerType.CHANNEL;
            default -> true;
        };
    }

    public static Optional<Criterion> of(String word) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.word.equals(word))
                .findFirst();
    }

    /** An answer as people read it: 30,000, 85 %, Yes. */
    public String readable(String worth, Locale reader) {
        if (worth == null || worth.isEmpty()) {
            return "–";
        }
        return switch (this) {
            case MERCHANTS, LEADS ->
                worth.matches("\\d{1,9}")
                        ? NumberFormat.getIntegerInstance(reader).format(Integer.parseInt(worth))
                        : worth;
            case OVERLAP -> worth + " %";
            default -> worth.charAt(0) + worth.substring(1).toLowerCase(Locale.ENGLISH);
        };
    }

    /** The answer as it is kept. */
    String kept(String typed) {
        var answer = typed == null ? "" : typed.strip();
        boolean fits = choices.isEmpty()
                ? answer.matches("\\d{1,9}") && (this != OVERLAP || Integer.parseInt(answer) <= 100)
                : choices.contains(answer.toUpperCase(Locale.ROOT));
        if (!fits) {
            throw new Refusal("Answer: for “" + label + "” enter " + hint() + ".");
        }
        return answer.toUpperCase(Locale.ROOT);
    }
}
