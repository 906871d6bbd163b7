package com.clario.playbook.partner.csv;

import com.clario.playbook.engine.Refusal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file of partners that can be read: its columns are known, and each row has its cells by column. */
record Sheet(List<Row> rows) {

    static final int LARGEST = 1024 * 1024;
    static final int MOST_ROWS = 1000;

    static final String TOO_LARGE =
            "The file is larger than 1 MB: divide it, and import the parts one after the other.";

    private static final String SAVE_AS = " Save it as “CSV UTF-8” and choose that file.";

    /**
     * A row below the header.
     *
     * @param number as a spreadsheet counts, the header being row 1
     * @param tooMany how many cells stand beyond the last column
     */
    record Row(int number, Map<String, String> cells, int tooMany) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The text of an uploaded file; refuses what is no text or too large. */
    static String text(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refusal(TOO_LARGE);
        }
        var start = new String(file, 0, Math.min(4, file.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK") || start.startsWith("\u00d0\u00cf")) {
            throw new Refusal("This is a workbook, not a CSV file." + SAVE_AS);
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            throw new Refusal("This file is written in UTF-16." + SAVE_AS);
        }
        return decoded(file);
    }

    private static String decoded(byte[] file) {
        var text = CharBuffer.allocate(file.length + 1);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file), text, true);
        var read = text.flip().toString();
        if (result.isError()) {
            var rows = upToHere(read);
            var last = rows.get(rows.size() - 1);
            throw new Refusal(Cells.place(rows.size(), last.size() - 1, rows.size() == 1 ? List.of() : rows.get(0))
                    + "a letter is not written in UTF-8." + SAVE_AS);
        }
        return read;
    }

    private static List<List<String>> upToHere(String text) {
        try {
            return Cells.read(text + "x", separator(text));
        } catch (Refusal insideOfQuotes) {
            return Cells.read(text + "x\"", separator(text));
        }
    }

    static Sheet read(String file) {
        var text = file.startsWith("\ufeff") ? file.substring(1) : file;
        if (text.isBlank()) {
            throw new Refusal(
                    "The file is empty: it needs a row with the names of the columns and a row for each" + " partner.");
        }
        var cells = Cells.read(text, separator(text));
        var columns = columns(cells.get(0));
        var rows = new ArrayList<Row>();
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).stream().allMatch(String::isBlank)) {
                rows.add(row(i + 1, columns, cells.get(i)));
            }
        }
        if (rows.isEmpty()) {
            throw new Refusal("The file has the names of the columns and no partner below them.");
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refusal("The file has %,d rows and at most %,d can be imported at once: divide it."
                    .formatted(rows.size(), MOST_ROWS));
        }
        return new Sheet(List.copyOf(rows));
    }

    /** The sign that divides the first row into the most columns we know. */
    private static char separator(String text) {
        var first = text.replaceFirst("^\ufeff", "").lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparing(sign -> Stream.of(first.split(sign.toString()))
                        .filter(word -> Columns.meant(word).isPresent())
                        .count()))
                .filter(sign -> first.indexOf(sign) >= 0)
                .orElse(',');
    }

    private static List<String> columns(List<String> header) {
        var wrong = new ArrayList<String>();
        var columns = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            var word = header.get(i).strip();
            var column = Columns.meant(word).orElse("");
            if (column.isEmpty() && !word.isEmpty()) {
                wrong.add("Row 1, column " + (i + 1) + ": “" + clipped(word) + "” is none of our columns."
                        + Columns.hint(word));
            } else if (!column.isEmpty() && columns.contains(column)) {
                wrong.add("Row 1, column " + (i + 1) + ": “" + column + "” stands there a second time.");
            }
            columns.add(column);
        }
        var missing = new ArrayList<>(Columns.REQUIRED);
        missing.removeAll(new HashSet<>(columns));
        if (!missing.isEmpty()) {
            wrong.add("Row 1: " + (missing.size() == 1 ? "the column " : "the columns ") + Columns.quoted(missing)
                    + (missing.size() == 1 ? " is missing." : " are missing."));
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(String.join("\n", wrong));
        }
        return columns;
    }

    private static Row row(int number, List<String> columns, List<String> cells) {
        var byColumn = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (!columns.get(i).isEmpty()) {
                byColumn.put(columns.get(i), plain(cells.get(i).strip()));
            }
        }
        var beyond = cells.stream()
                .skip(columns.size())
                .filter(cell -> !cell.isBlank())
                .count();
        return new Row(number, byColumn, Math.toIntExact(beyond));
    }

    /** A spreadsheet must take no cell of ours for a formula, so our export puts a sign before it. */
    static String neutral(String cell) {
        return cell.matches("(?s)'*[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }

    private static String plain(String cell) {
        return cell.matches("(?s)''*[=+\\-@\\t\\r].*") ? cell.substring(1) : cell;
    }

    static String clipped(String word) {
        return word.length() <= 40 ? word : word.substring(0, 39) + "…";
    }
}
