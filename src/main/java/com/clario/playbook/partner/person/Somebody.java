package com.clario.playbook.partner.person;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person by the names and addresses we know, and the word that stands for them once they are erased. */
public final class Somebody {

    private static final int SHORTEST_PART = 3;
    private static final Pattern NOBODY = Pattern.compile("(?!)");

    private final String pseudonym;
    private final Set<String> addresses;
    private final Pattern addressed;
    private final Pattern namedOrAddressed;

    Somebody(Collection<String> names, Collection<String> addresses, String pseudonym) {
        this.pseudonym = pseudonym;
        this.addresses = clean(addresses);
        this.addressed = any(this.addresses.stream().map(Somebody::address));
        this.namedOrAddressed = any(Stream.concat(
                this.addresses.stream().map(Somebody::address),
                clean(names).stream().map(Somebody::name)));
    }

    private static Set<String> clean(Collection<String> words) {
        return words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    }

    /** The parts of a name that are long enough to be looked for alone. */
    static Set<String> parts(String name) {
        return Stream.of(name.split("[\\s,]+"))
                .filter(part -> part.length() >= SHORTEST_PART)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public String pseudonym() {
        return pseudonym;
    }

    /** The mail addresses, which belong to nobody else. */
    public Set<String> addresses() {
        return addresses;
    }

    /** Whether a text names this person; a name means them only in what belongs to their own partner. */
    public boolean isIn(String text) {
        return text != null && namedOrAddressed.matcher(text).find();
    }

    public boolean isAddressedIn(String text) {
        return text != null && addressed.matcher(text).find();
    }

    /** The text with the pseudonym where the person stood. */
    public String hiddenIn(String text) {
        return hidden(namedOrAddressed, text);
    }

    public String addressHiddenIn(String text) {
        return hidden(addressed, text);
    }

    /** Whether a text is as before but for the pseudonym, wherever any word for this person stood. */
    boolean isAllThatChanged(String earlier, String later) {
        return earlier != null
                && later != null
                && hiddenIn(earlier).equals(hiddenIn(later))
                && later.split(Pattern.quote(pseudonym), -1).length
                        > earlier.split(Pattern.quote(pseudonym), -1).length;
    }

    private String hidden(Pattern words, String text) {
        return text == null ? null : words.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    }

    private static Pattern any(Stream<String> words) {
        List<String> longestFirst =
                words.sorted(Comparator.comparing(String::length).reversed()).toList();
        return longestFirst.isEmpty()
                ? NOBODY
                : Pattern.compile(String.join("|", longestFirst), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String name(String name) {
        return "(?<![\\p{L}\\p{N}])" + letters(name) + "(?![\\p{L}\\p{N}])";
    }

    private static String address(String address) {
        return "(?<![\\p{L}\\p{N}._%+-])" + letters(address) + "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])";
    }

    /** Letter by letter, also as JSON and the Markdown of our forms write the signs between. */
    private static String letters(String word) {
        return word.codePoints()
                .mapToObj(letter -> Character.isLetterOrDigit(letter)
                        ? Character.toString(letter)
                        : Character.isWhitespace(letter)
                                ? "(?:\\s|\\\\n)+"
                                : "(?:\\\\?" + Pattern.quote(Character.toString(letter)) + "|&#" + letter + ";)")
                .collect(Collectors.joining());
    }
}
