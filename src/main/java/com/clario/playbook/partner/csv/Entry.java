package com.clario.playbook.partner.csv;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a row says, and everything that is wrong with it.
 *
 * @param contact null where the row names nobody
 */
record Entry(Sheet.Row row, Partner partner, Contact contact, List<Fact> facts, List<Problem> problems) {

    private static final int LONGEST_CELL = 4000;
    private static final Map<String, String> LANGUAGES = Map.of(
            "id", "id", "indonesian", "id", "bahasa indonesia", "id", "indonesia", "id", "en", "en", "english", "en");
    private static final List<String> YES = List.of("yes", "y", "ya", "true", "x", "1");
    private static final List<String> NO = List.of("", "no", "n", "tidak", "false", "0");

    /** What is wrong with a cell, in words; the column is empty where it is the row itself. */
    record Problem(int row, String column, String reason) {}

    /** Whether two rows tell the same of a partner, so that the later one only brings another contact. */
    boolean tellsTheSameAs(Entry other) {
        return partner.equals(other.partner) && (facts.isEmpty() || facts.equals(other.facts));
    }

    static Entry of(Sheet.Row row, LocalDate today) {
        var problems = new ArrayList<Problem>();
        var cells = checked(row, problems);
        var partner = read(row, cells, Columns.PARTNER, Entry::partner, problems);
        var named = Columns.PERSON.keySet().stream()
                .anyMatch(column -> !row.cell(column).isEmpty());
        var contact =
                named ? read(row, cells, Columns.PERSON, texts -> contact(partner.code(), texts), problems) : null;
        var facts = new ArrayList<Fact>();
        for (var criterion : Criterion.values()) {
            var columns = Columns.fact(criterion);
            if (columns.keySet().stream().anyMatch(column -> !row.cell(column).isEmpty())) {
                facts.add(read(row, cells, columns, texts -> fact(partner.code(), criterion, texts, today), problems));
            }
        }
        return new Entry(row, partner, contact, List.copyOf(facts), List.copyOf(problems));
    }

    /** The cells without those that are wrong whatever their column. */
    private static Map<String, String> checked(Sheet.Row row, List<Problem> problems) {
        var cells = new LinkedHashMap<>(row.cells());
        if (row.tooMany() > 0) {
            problems.add(new Problem(
                    row.number(),
                    "",
                    "There are more cells than columns: a text with a comma or"
                            + " semicolon needs quotation marks around it."));
        }
        cells.replaceAll((column, text) -> {
            var reason = wrong(column, text);
            if (reason != null) {
                problems.add(new Problem(row.number(), column, reason));
            }
            return reason == null ? text : sample(column);
        });
        return cells;
    }

    private static String wrong(String column, String text) {
        if (text.length() > LONGEST_CELL) {
            return "At most %,d characters, it has %,d. Is a quotation mark missing?"
                    .formatted(LONGEST_CELL, text.length());
        }
        if (text.matches("(?s).*[\\p{Cntrl}&&[^\\r\\n\\t]].*")) {
            return "There is an invisible control character: type the text anew.";
        }
        return !Columns.MANY_LINES.contains(column) && text.matches("(?s).*[\\r\\n].*")
                ? "This is one line, without line breaks."
                : null;
    }

    /** Reads once more with a harmless cell instead of each that is refused, so that all faults are told at once. */
    private static <T> T read(
            Sheet.Row row,
            Map<String, String> cells,
            Map<String, String> columns,
            Function<Function<String, String>, T> reader,
            List<Problem> problems) {
        var tried = new LinkedHashMap<>(cells);
        while (true) {
            try {
                return reader.apply(column -> tried.getOrDefault(column, ""));
            } catch (Refusal refusal) {
                var column = columns.entrySet().stream()
                        .filter(one -> refusal.isAbout(one.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(one -> !sample(one).equals(tried.get(one)))
                        .findFirst()
                        .orElseThrow(() -> refusal);
                var reason = refusal.getMessage()
                        .substring(columns.get(column).length() + 1)
                        .strip();
                problems.add(new Problem(row.number(), column, sentence(reason)));
                tried.put(column, sample(column));
            }
        }
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ENGLISH) + reason.substring(1);
    }

    private static String sample(String column) {
        return switch (column) {
            case Columns.TYPE -> "POS";
            case Columns.LANGUAGE -> "id";
            case Columns.WEBSITE, Columns.ABOUT, Columns.ROLE, Columns.MAIL, Columns.MUTUAL, Columns.LEAVE_ALONE -> "";
            default ->
                Stream.of(Criterion.values())
                        .filter(criterion -> Columns.fact(criterion).containsKey(column))
                        .findFirst()
                        .map(criterion -> column.equals(Columns.answer(criterion)) ? answer(criterion) : "")
                        .orElse("x");
        };
    }

    private static String answer(Criterion criterion) {
        return switch (criterion) {
            case MERCHANTS, OVERLAP -> "0";
            case API -> "NONE";
            default -> "NO";
        };
    }

    private static Partner partner(Function<String, String> cell) {
        var name = cell.apply(Columns.NAME);
        var code = cell.apply(Columns.CODE);
        return new Partner(
                code.isEmpty() ? name.isEmpty() ? sample(Columns.CODE) : Partner.codeFor(name) : code,
                name,
                type(cell.apply(Columns.TYPE)),
                cell.apply(Columns.WEBSITE),
                cell.apply(Columns.ABOUT),
                cell.apply(Columns.TO_THEM),
                cell.apply(Columns.TO_US),
                false);
    }

    private static PartnerType type(String typed) {
        return Stream.of(PartnerType.values())
                .filter(one -> typed.equalsIgnoreCase(one.name()) || typed.equalsIgnoreCase(one.label()))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("Type: " + (typed.isEmpty() ? "" : "“" + Sheet.clipped(typed) + "” is not one; ")
                                + "choose POS, accounting or channel."));
    }

    private static Contact contact(String partner, Function<String, String> cell) {
        return new Contact(
                        0,
                        partner,
                        cell.apply(Columns.CONTACT),
                        cell.apply(Columns.ROLE),
                        cell.apply(Columns.MAIL),
                        language(cell.apply(Columns.LANGUAGE)),
                        yes("Do not contact", cell.apply(Columns.LEAVE_ALONE)),
                        yes("Mutual", cell.apply(Columns.MUTUAL)))
                .requireMailable();
    }

    private static String language(String typed) {
        return typed.isEmpty() ? "id" : LANGUAGES.get(typed.toLowerCase(Locale.ROOT));
    }

    private static boolean yes(String column, String typed) {
        var answer = typed.toLowerCase(Locale.ROOT);
        if (!YES.contains(answer) && !NO.contains(answer)) {
            throw new Refusal(column + ": write yes or no.");
        }
        return YES.contains(answer);
    }

    private static Fact fact(String partner, Criterion criterion, Function<String, String> cell, LocalDate today) {
        var answer = Columns.answer(criterion);
        return Fact.typed(
                partner,
                criterion.word(),
                cell.apply(answer),
                cell.apply(answer + " source"),
                cell.apply(answer + " found on"),
                cell.apply(answer + " note"),
                today);
    }
}
