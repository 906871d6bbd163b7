package com.clario.playbook.partner.csv;

import com.clario.playbook.engine.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows and cells of a CSV text, counted as a spreadsheet counts them, so that a fault can be found there. */
final class Cells {

    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private Cells(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static List<List<String>> read(String text, char separator) {
        return new Cells(text, separator).rows();
    }

    static String row(List<String> cells) {
        return cells.stream().map(Cells::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",;\\r\\n\\t].*|\\s.*|.*\\s") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private List<List<String>> rows() {
        while (at < text.length()) {
            row.add(text.charAt(at) == '"' ? quotedCell() : plainCell());
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at++) == separator) {
                if (at == text.length() || isBreak(text.charAt(at))) {
                    row.add("");
                    at = Math.min(at + 1, text.length());
                    endRow();
                }
            } else {
                endRow();
            }
        }
        if (!row.isEmpty()) {
            endRow();
        }
        return rows;
    }

    private void endRow() {
        if (at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
            at++;
        }
        rows.add(row);
        row = new ArrayList<>();
    }

    private String plainCell() {
        var start = at;
        while (at < text.length() && text.charAt(at) != separator && !isBreak(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quotedCell() {
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter != '"') {
                cell.append(letter);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(letter);
                at++;
            } else {
                at++;
                requireEndOfCell();
                return cell.toString();
            }
        }
        throw new Refusal(here() + "a quotation mark is opened and never closed.");
    }

    private void requireEndOfCell() {
        if (at < text.length() && text.charAt(at) != separator && !isBreak(text.charAt(at))) {
            throw new Refusal(here() + "there is text behind the closing quotation mark. Inside a quoted cell a"
                    + " quotation mark is written twice.");
        }
    }

    private String here() {
        return place(rows.size() + 1, row.size(), rows.isEmpty() ? List.of() : rows.get(0));
    }

    /** Row and column as the reader's spreadsheet shows them; the column by its word where it has one. */
    static String place(int row, int column, List<String> header) {
        var word = column < header.size() ? "“" + header.get(column).strip() + "”" : Integer.toString(column + 1);
        return "Row " + row + ", column " + word + ": ";
    }

    private static boolean isBreak(char letter) {
        return letter == '\n' || letter == '\r';
    }
}
