package com.clario.playbook.partner.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Those we know, found by what they share with somebody instead of one after the other. */
public final class Sketches {

    /** How many lookalikes are told of one: more help nobody to decide. */
    public static final int MOST_TOLD = 3;

    private static final String WHOLE = "whole ";
    private static final String TELLING = "telling ";
    private static final String SITE = "site ";
    private static final String MAIL = "mail ";
    private static final String DOMAIN = "domain ";
    private static final String WORD = "word ";
    private static final String LONGEST = "longest ";
    private static final String LENGTH = "length ";

    private final Map<String, List<Traits>> shelves = new HashMap<>();

    public Sketches(Collection<Sketch> known) {
        known.forEach(this::add);
    }

    public void add(Sketch sketch) {
        var traits = Traits.of(sketch);
        var name = traits.name();
        put(WHOLE + name.whole(), traits);
        put(TELLING + name.telling(), traits);
        put(LENGTH + name.telling().length() + " " + traits.digits(), traits);
        name.words().forEach(word -> put(WORD + word, traits));
        longest(name).ifPresent(word -> put(LONGEST + word, traits));
        put(SITE + traits.site(), traits);
        sketch.mails().forEach(mail -> put(MAIL + mail, traits));
        traits.domains().forEach(domain -> put(DOMAIN + domain, traits));
    }

    private void put(String shelf, Traits traits) {
        shelves.computeIfAbsent(shelf, none -> new ArrayList<>()).add(traits);
    }

    /** Those that may be the same, the surest first; the one itself does not count. */
    public List<Lookalike> like(Sketch one) {
        var traits = Traits.of(one);
        return Stream.<Supplier<Stream<Traits>>>of(
                        () -> sameWords(traits.name()),
                        () -> sameAddress(traits),
                        () -> all(traits.name()),
                        () -> slips(traits))
                .flatMap(Supplier::get)
                .filter(other -> !other.sketch().code().equals(one.code()))
                .distinct()
                .flatMap(other -> Lookalike.of(traits, other).stream())
                .limit(MOST_TOLD)
                .toList();
    }

    private Stream<Traits> on(String shelf) {
        return shelves.getOrDefault(shelf, List.of()).stream();
    }

    private Stream<Traits> sameWords(Name name) {
        return name.whole().isEmpty()
                ? Stream.of()
                : Stream.of(WHOLE + name.whole(), TELLING + name.telling()).flatMap(this::on);
    }

    private Stream<Traits> sameAddress(Traits one) {
        var hosts = Stream.concat(Stream.of(one.site()), one.domains().stream())
                .filter(host -> !host.isEmpty())
                .distinct()
                .flatMap(host -> Stream.of(SITE + host, DOMAIN + host));
        var mails = one.sketch().mails().stream().map(mail -> MAIL + mail);
        return Stream.concat(mails, hosts).flatMap(this::on);
    }

    /** Each of those within this name stands with its longest word, each of those around it with every word. */
    private Stream<Traits> all(Name name) {
        var within = name.words().stream().flatMap(word -> on(LONGEST + word));
        var around = name.words().stream()
                .map(word -> shelves.getOrDefault(WORD + word, List.of()))
                .min(Comparator.comparing(List::size))
                .stream()
                .flatMap(List::stream);
        return Stream.concat(within, around).filter(other -> name.sharesAllWith(other.name()));
    }

    private Stream<Traits> slips(Traits one) {
        var length = one.name().telling().length();
        return IntStream.rangeClosed(length - Plain.MOST_SLIPS, length + Plain.MOST_SLIPS)
                .boxed()
                .flatMap(near -> on(LENGTH + near + " " + one.digits()))
                .filter(one::mayBeSlipOf)
                .filter(other -> one.name().isLike(other.name()));
    }

    private static Optional<String> longest(Name name) {
        return name.words().stream().max(Comparator.comparing(String::length));
    }
}
