package com.clario.playbook.rules.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the cells of a column may hold; turns a cell into its one canonical spelling or says what is wrong. */
public sealed interface CellType {

    /** The one way to write this value, the only text that goes on to Drools. */
    String canonical(String cell) throws Unfit;

    /**
     * What a person wrote, as it would be stored had it been chosen on the page: words of the screen become codes. What
     * means nothing for certain stays as it is, to be refused at its cell.
     */
    default String read(String written) {
        return plain(written);
    }

    /** What a person chooses from; empty where a cell is written freely. */
    default List<String> choices() {
        return List.of();
    }

    /** A cell as people read it, however it is stored; what is no value of the column is read as it stands. */
    default String said(String cell) {
        return cell;
    }

    /** A cell holds one line without blanks around it; a spreadsheet knows line breaks, tabs and blanks of other kinds. */
    static String plain(String written) {
        return Stream.of(written.replace('\u00a0', ' ').split("[\\r\\n\\t]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Why a cell is refused: a code for programs, a sentence for people. */
    final class Unfit extends Exception {
        private final String code;

        public Unfit(String code, String sentence) {
            super(sentence, null, false, false);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** A whole number within bounds. */
    record Whole(int least, int most) implements CellType {
        // No leading zero: Java would read 0100 as 64.
        private static final Pattern SHAPE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

        /** The page sets thousands apart by a thin space. */
        @Override
        public String read(String written) {
            return plain(written).replace("\u2009", "");
        }

        @Override
        public String canonical(String cell) throws Unfit {
            if (!SHAPE.matcher(cell).matches() || cell.equals("-0")) {
                throw new Unfit("whole", "needs a whole number such as 1500, without dots, commas or leading zeros");
            }
            var number = Integer.parseInt(cell);
            if (number < least || number > most) {
                throw new Unfit("range", "must lie between " + least + " and " + most);
            }
            return Integer.toString(number);
        }
    }

    /** A decimal number within bounds and with at most so many decimals. */
    record Decimal(BigDecimal least, BigDecimal most, int scale) implements CellType {
        private static final Pattern SHAPE = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");

        @Override
        public String canonical(String cell) throws Unfit {
            if (!SHAPE.matcher(cell).matches()) {
                throw new Unfit("decimal", "needs a number such as 12.5, with a point before the decimals");
            }
            var written = new BigDecimal(cell);
            // Counted as they are written: with 1.000 many people mean a thousand.
            if (written.scale() > scale) {
                throw new Unfit(
                        "scale",
                        (scale == 0
                                        ? "may have no decimals"
                                        : "may have at most " + scale + " decimals after the point")
                                + "; a thousand is written 1000, without point or comma");
            }
            var number = written.stripTrailingZeros();
            if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                throw new Unfit("range", "must lie between " + least.toPlainString() + " and " + most.toPlainString());
            }
            return number.signum() == 0 ? "0" : number.toPlainString();
        }
    }

    /** True or false. */
    record YesNo() implements CellType {
        /** The last two of the words are what Excel says in Indonesia. */
        private static final Set<String> YES = Set.of("true", "yes", "y", "1", "ya", "benar");

        private static final Set<String> NO = Set.of("false", "no", "n", "0", "tidak", "salah");

        @Override
        public String read(String written) {
            var word = plain(written).toLowerCase(Locale.ROOT);
            return YES.contains(word) ? "true" : NO.contains(word) ? "false" : plain(written);
        }

        @Override
        public String said(String cell) {
            return cell.equals("true") ? "yes" : cell.equals("false") ? "no" : cell;
        }

        @Override
        public String canonical(String cell) throws Unfit {
            if (!cell.equals("true") && !cell.equals("false")) {
                throw new Unfit("boolean", "needs yes or no");
            }
            return cell;
        }
    }

    /** One of the named options, or several separated by commas where a condition allows it. */
    record Options(List<String> options, boolean several) implements CellType {

        /** A word such as END is no abbreviation because it is short. */
        private static final Set<String> ABBREVIATIONS = Set.of("API", "POS");

        /** An option as people read it: {@code WHITE_LABEL} is White label, while POS and API keep their capitals. */
        public static String spoken(String option) {
            var plain = option.replace('_', ' ').toLowerCase(Locale.ENGLISH);
            return option.isEmpty() || ABBREVIATIONS.contains(option)
                    ? option
                    : plain.substring(0, 1).toUpperCase(Locale.ENGLISH) + plain.substring(1);
        }

        @Override
        public List<String> choices() {
            return options;
        }

        @Override
        public String read(String written) {
            return several
                    ? Stream.of(plain(written).split(","))
                            .map(this::option)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "))
                    : option(written);
        }

        private static String said(List<String> options) {
            return options.stream().map(Options::spoken).collect(Collectors.joining(", "));
        }

        private String option(String written) {
            var asked = plain(written);
            return options.contains(asked)
                    ? asked
                    : options.stream()
                            .filter(option -> bare(option).equals(bare(asked)))
                            .findFirst()
                            .orElse(asked);
        }

        private static String bare(String words) {
            return words.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "_");
        }

        @Override
        public String said(String cell) {
            return Stream.of(several ? cell.split(",", -1) : new String[] {cell})
                    .map(part -> options.contains(part.strip()) ? spoken(part.strip()) : part.strip())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String canonical(String cell) throws Unfit {
            var chosen = new ArrayList<String>();
            for (var part : several ? cell.split(",", -1) : new String[] {cell}) {
                var option = several ? part.strip() : part;
                if (!options.contains(option)) {
                    throw new Unfit("option", "must be one of " + said(options));
                }
                if (chosen.contains(option)) {
                    throw new Unfit("twice", "names " + spoken(option) + " twice");
                }
                chosen.add(option);
            }
            chosen.sort(Comparator.comparingInt(options::indexOf));
            return String.join(", ", chosen);
        }
    }

    /** A sentence in letters of any script, digits and everyday punctuation. */
    record Text(int longest) implements CellType {
        private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,;:!?()%&+\\-/'\"‘’“”–€£°²]+");

        @Override
        public String canonical(String cell) throws Unfit {
            if (cell.length() > longest) {
                throw new Unfit("long", "may have at most " + longest + " characters");
            }
            if (!SHAPE.matcher(cell).matches()) {
                throw new Unfit(
                        "character", "may hold letters, digits, spaces and . , ; : ! ? ( ) % & + - / ' \" only");
            }
            if (!cell.equals(cell.strip())) {
                throw new Unfit("space", "must not begin or end with a space");
            }
            if (cell.endsWith("...")) {
                throw new Unfit("dots", "must not end with three dots");
            }
            if (cell.regionMatches(true, 0, "RuleTable", 0, 9)) {
                throw new Unfit("keyword", "must not begin with RuleTable");
            }
            return cell;
        }
    }
}
