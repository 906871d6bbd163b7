package com.clario.playbook.rules.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Rows and cells by chance; the same seed gives the same ones. */
public final class Dice {

    private static final List<String> LETTERS =
            List.of("a", "Z", "é", "ß", "ж", "Ω", "好", "ا", "ก", "e\u0301", "𐐷", "7", "٣");
    private static final String MARKS = "  .,;:!?()%&+-/''\"\"‘’“”–€£°²";
    private static final List<String> WILD = List.of(
            "=1+1",
            "+62 21",
            "-5-",
            "@SUM(A1)",
            "'quoted",
            "\t=1",
            "007",
            "1.50",
            "-0",
            "1e5",
            "1,000",
            "0.1",
            "5000",
            "999999999999999.1",
            "123456789012345.123456789",
            "TRUE",
            "true",
            "#N/A",
            "2026-01-31",
            " ",
            "  space ",
            "two\nlines",
            "\r\n",
            "line\rfeed",
            "_x0041_",
            "_x005F_x0041_",
            "_x0041\u0001",
            "__x000D_",
            "a\u0000b",
            "\u001F",
            "\uFFFE",
            "\uD800",
            "x\uDC00y",
            "]]>",
            "<b>&amp;</b>",
            "\"",
            "a,b;c",
            "\u0085\u2028",
            "…",
            "🙂");

    private final Random random;

    public Dice(long seed) {
        random = new Random(seed);
    }

    /** As many rows as wanted that the gate lets through, not always in their one spelling. */
    public List<List<String>> lines(Table table, int number) {
        var lines = new ArrayList<List<String>>();
        while (lines.size() < number) {
            var line = line(table, "R-" + (100 + lines.size()));
            if (Gate.problems(table, List.of(line)).isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A text of letters, digits and everyday punctuation. */
    public String text(int longest) {
        var text = new StringBuilder();
        for (var i = number(1, longest); i > 0; i--) {
            text.append(random.nextInt(4) == 0 ? mark() : pick(LETTERS));
        }
        return text.toString();
    }

    /** A cell as somebody may type or paste it, right or wrong. */
    public String wild() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> pick(WILD);
            case 2 -> pick(WILD) + pick(WILD);
            case 3 -> Integer.toString(random.nextInt());
            case 4 -> pick(List.of("=", "+", "-", "@", "'")) + text(10);
            default -> text(40);
        };
    }

    public int number(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private List<String> line(Table table, String id) {
        var line = new ArrayList<String>();
        line.add(id);
        for (var column : table.columns()) {
            var filled = column.required() || random.nextInt(3) == 0;
            line.add(filled ? cell(column.type()) : "");
        }
        line.add(text(60).strip());
        return line;
    }

    private String cell(CellType type) {
        if (type instanceof CellType.Whole whole) {
            return Integer.toString(number(whole.least(), whole.most()));
        }
        if (type instanceof CellType.Decimal decimal) {
            var width = decimal.most().subtract(decimal.least());
            return decimal.least()
                    .add(width.multiply(new BigDecimal(random.nextInt(1001))).movePointLeft(3))
                    .setScale(random.nextInt(decimal.scale() + 1), RoundingMode.DOWN)
                    .toPlainString();
        }
        if (type instanceof CellType.Options options) {
            var chosen = options.options().stream()
                    .filter(each -> options.several() && random.nextBoolean())
                    .collect(Collectors.joining(random.nextBoolean() ? "," : ", "));
            return chosen.isEmpty() ? pick(options.options()) : chosen;
        }
        return type instanceof CellType.YesNo ? Boolean.toString(random.nextBoolean()) : text(60).strip();
    }

    private char mark() {
        return MARKS.charAt(random.nextInt(MARKS.length()));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
