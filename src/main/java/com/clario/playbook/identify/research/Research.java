package com.clario.playbook.identify.research;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody found out about a candidate on a day, and where each answer comes from.
 *
 * @param on the business day it was done
 * @param overlap how many of their customers in a hundred are food and beverage businesses
 * @param api {@code NONE}, {@code READ} or {@code FULL}
 * @param leads how many qualified leads a month an adviser would send; 0 where nobody asks
 * @param trusted whether an adviser's clients follow the advice; false where nobody asks
 */
public record Research(
        String partnership,
        LocalDate on,
        String who,
        int merchants,
        int overlap,
        String api,
        boolean analyticsGap,
        boolean upsell,
        boolean sponsor,
        int leads,
        boolean trusted,
        boolean competitor,
        boolean troubled,
        List<Evidence> evidence) {

    private static final int MOST_MERCHANTS = 100_000_000;
    private static final int MOST_LEADS = 1_000_000;
    private static final List<String> APIS = List.of("NONE", "READ", "FULL");

    /** Where an answer comes from; without a source it proves nothing. */
    public record Evidence(Criterion criterion, String source, LocalDate on, String note) {

        public Evidence {
            if (criterion == null) {
                throw new Refusal("Evidence: choose the criterion it is about.");
            }
            source = source == null ? "" : source.strip();
            if (on == null) {
                throw new Refusal("Evidence for “" + criterion.label() + "”: give the date it was found.");
            }
        }

        /** A row of the form. */
        public static Evidence of(Map<String, String> row) {
            var on = row.get("on");
            return new Evidence(
                    Criterion.of(row.get("criterion")).orElse(null),
                    row.get("source"),
                    on == null || on.isBlank() ? null : LocalDate.parse(on),
                    row.get("note"));
        }

        /** A fact of the catalogue as a row of the form. */
        public static Map<String, String> row(Fact fact) {
            var row = new LinkedHashMap<String, String>();
            row.put("criterion", fact.criterion());
            row.put("source", fact.source());
            if (fact.on() != null) {
                row.put("on", fact.on().toString());
            }
            if (fact.note() != null) {
                row.put("note", fact.note());
            }
            return row;
        }
    }

    public Research {
        between("Merchants they reach", merchants, MOST_MERCHANTS);
        between("Share of their customers in food & beverage", overlap, 100);
        if (!APIS.contains(api)) {
            throw new Refusal("Technical interface: choose none, read or full.");
        }
        between("Qualified leads a month", leads, MOST_LEADS);
        evidence = List.copyOf(evidence);
        for (var one : evidence) {
            if (one.on().isAfter(on)) {
                throw new Refusal("Evidence for “" + one.criterion().label() + "”: its date lies in the future.");
            }
        }
    }

    /** Whether a source proves what is said about a criterion. */
    public boolean proven(Criterion criterion) {
        return newest(criterion).isPresent();
    }

    /** The newest evidence with a source. */
    public Optional<Evidence> newest(Criterion criterion) {
        return evidence.stream()
                .filter(one -> one.criterion() == criterion && !one.source().isEmpty())
                .max(Comparator.comparing(Evidence::on));
    }

    /** The answer as a person types it. */
    public String worth(Criterion criterion) {
        return switch (criterion) {
            case MERCHANTS -> Integer.toString(merchants);
            case OVERLAP -> Integer.toString(overlap);
            case API -> api;
            case ANALYTICS_GAP -> yesOrNo(analyticsGap);
            case UPSELL -> yesOrNo(upsell);
            case SPONSOR -> yesOrNo(sponsor);
            case LEADS -> Integer.toString(leads);
            case TRUST -> yesOrNo(trusted);
            case COMPETITOR -> yesOrNo(competitor);
            case TROUBLED -> yesOrNo(troubled);
        };
    }

    /** What a fact of the catalogue is about. */
    public static String label(Fact fact) {
        return Criterion.of(fact.criterion()).map(Criterion::label).orElse(fact.criterion());
    }

    /** What the catalogue knows, and from where. */
    public static String inWords(Fact fact, LocalDate today) {
        var worth = Criterion.of(fact.criterion())
                .map(known -> known.readable(fact.worth(), Locale.ENGLISH))
                .orElse(fact.worth());
        var from = fact.proven() ? fact.source() : "no source yet, so it is not proven";
        return worth + " (" + from + (fact.on() == null ? "" : ", " + age(fact.on(), today)) + ")";
    }

    private static String age(LocalDate on, LocalDate today) {
        var days = ChronoUnit.DAYS.between(on, today);
        return Shown.day(on) + (days <= 0 ? "" : days == 1 ? ", 1 day old" : ", " + days + " days old");
    }

    /** The same with the best that can be hoped for in these answers, and a source for each. */
    public Research supposing(Collection<Criterion> criteria) {
        var answers = new EnumMap<Criterion, String>(Criterion.class);
        criteria.forEach(
                one -> answers.put(one, !improvable(one) ? worth(one) : one == Criterion.API ? "FULL" : "YES"));
        return with(answers);
    }

    /** Whether a person there could still make this answer a better one. */
    public boolean improvable(Criterion criterion) {
        return switch (criterion) {
            case ANALYTICS_GAP, UPSELL, SPONSOR, TRUST -> "NO".equals(worth(criterion));
            case API -> !"FULL".equals(api);
            default -> false;
        };
    }

    private Research with(Map<Criterion, String> answers) {
        var proofs = new ArrayList<>(evidence);
        answers.keySet().forEach(one -> proofs.add(new Evidence(one, "to be found", on, null)));
        return new Research(
                partnership,
                on,
                who,
                merchants,
                overlap,
                answers.getOrDefault(Criterion.API, api),
                yes(answers, Criterion.ANALYTICS_GAP),
                yes(answers, Criterion.UPSELL),
                yes(answers, Criterion.SPONSOR),
                leads,
                yes(answers, Criterion.TRUST),
                competitor,
                troubled,
                proofs);
    }

    private boolean yes(Map<Criterion, String> answers, Criterion criterion) {
        return "YES".equals(answers.getOrDefault(criterion, worth(criterion)));
    }

    public int ageInDays(LocalDate today) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(on, today)));
    }

    public FitFacts facts(PartnerType type, Model model) {
        return new FitFacts(
                type.name(),
                model.name(),
                merchants,
                proven(Criterion.MERCHANTS),
                overlap,
                proven(Criterion.OVERLAP),
                api,
                proven(Criterion.API),
                analyticsGap,
                proven(Criterion.ANALYTICS_GAP),
                upsell,
                proven(Criterion.UPSELL),
                sponsor,
                proven(Criterion.SPONSOR),
                leads,
                proven(Criterion.LEADS),
                trusted,
                proven(Criterion.TRUST),
                competitor,
                troubled);
    }

    private static void between(String field, int value, int most) {
        if (value < 0 || value > most) {
            throw new Refusal(field + ": give a number from 0 to " + String.format(Locale.ENGLISH, "%,d", most) + ".");
        }
    }

    private static String yesOrNo(boolean answer) {
        return answer ? "YES" : "NO";
    }
}
