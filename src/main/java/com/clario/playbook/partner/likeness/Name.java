package com.clario.playbook.partner.likeness;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A company's name as one hears it: without accents, capitals and legal forms.
 *
 * @param whole letters and digits of all its words
 * @param words those that tell it from others; none where each stands in many names
 * @param telling letters and digits of these, else of all
 */
record Name(String whole, Set<String> words, String telling) {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "pt",
            "cv",
            "ud",
            "pd",
            "tbk",
            "persero",
            "perseroan",
            "ltd",
            "limited",
            "inc",
            "llc",
            "corp",
            "gmbh",
            "bv",
            "pte",
            "co",
            "company");

    /** What a company does or where, and the small words between: alone they tell nobody from others. */
    private static final Set<String> GENERIC = Set.of(
            ("pos point of sale sales kasir cashier accounting akuntansi akunting online software app apps aplikasi"
                            + " system systems sistem solution solutions solusi digital tech technology technologies"
                            + " teknologi cloud platform service services jasa indonesia indo nusantara asia global"
                            + " international internasional group grup holding holdings warung toko kedai restoran"
                            + " restaurant cafe kafe rumah makan com id by oleh the and dan di dari")
                    .split(" "));

    private static final int SHORTEST_TELLING = 2;

    static Name of(String written) {
        var all = words(written);
        var said = all.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        var whole = String.join("", said.isEmpty() ? all : said);
        var words = said.stream()
                .filter(word -> !GENERIC.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var telling = String.join("", words);
        return telling.length() < SHORTEST_TELLING ? new Name(whole, Set.of(), whole) : new Name(whole, words, telling);
    }

    private static List<String> words(String written) {
        var letters = Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "");
        return Stream.of(letters.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .flatMap(Name::parts)
                .toList();
    }

    /** MokaPOS is Moka POS, while GoTo stays one word. */
    private static Stream<String> parts(String word) {
        var parts = Arrays.stream(word.split("(?<=\\p{Ll})(?=\\p{Lu})"))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
        return parts.stream().anyMatch(GENERIC::contains) ? parts.stream() : Stream.of(word.toLowerCase(Locale.ROOT));
    }

    boolean isSameAs(Name other) {
        return !whole.isEmpty() && whole.equals(other.whole);
    }

    /** Whether what tells them from others is the same, or the same with a slip; a digit is never a slip. */
    boolean isLike(Name other) {
        return !telling.isEmpty()
                && (telling.equals(other.telling)
                        || digits().equals(other.digits()) && Plain.isSlip(telling, other.telling));
    }

    /** Whether all that tells one from others stands in the other, too. */
    boolean sharesAllWith(Name other) {
        return !words.isEmpty()
                && !other.words.isEmpty()
                && (words.containsAll(other.words) || other.words.containsAll(words));
    }

    String digits() {
        return telling.replaceAll("\\P{N}+", "");
    }

    /** Which letters it has, a bit each: a slip changes two at most. */
    long letters() {
        return telling.chars().mapToLong(letter -> 1L << letter % Long.SIZE).reduce(0, (some, one) -> some | one);
    }
}
