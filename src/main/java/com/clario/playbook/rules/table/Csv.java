package com.clario.playbook.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Strict RFC 4180, because the parser behind it guesses: a quote out of place or a line break in a cell is refused. */
public final class Csv {

    private final String text;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /** The cells of every line. */
    public static List<List<String>> read(String text) throws Malformed {
        return new Csv(text).lines();
    }

    /** The cells below a name of the first line, empty where there is no such column. */
    public static List<String> column(List<List<String>> file, String name) {
        var at = file.isEmpty() ? -1 : file.get(0).indexOf(name);
        return file.stream()
                .skip(1)
                .map(line -> at >= 0 && at < line.size() ? line.get(at) : "")
                .toList();
    }

    /** One line in its one spelling, with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        // No gate lets a line break through, but a draft may hold one, and is laid beside other cells all the same.
        var plain = cell.chars().noneMatch(c -> ",\";'\n\r".indexOf(c) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private List<List<String>> lines() throws Malformed {
        while (at < text.length()) {
            line.add(text.charAt(at) == '"' ? quotedCell() : plainCell());
            endOfCell();
        }
        if (!line.isEmpty()) {
            endOfLine();
        }
        return lines;
    }

    private String plainCell() throws Malformed {
        var start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw malformed("quote", "has a quotation mark inside a cell");
            }
            refuseControls();
            at++;
        }
        return text.substring(start, at);
    }

    private String quotedCell() throws Malformed {
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c != '"') {
                refuseControls();
                cell.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else {
                at++;
                return cell.toString();
            }
        }
        throw malformed("quote", "has a quotation mark that is never closed");
    }

    private void endOfCell() throws Malformed {
        if (at == text.length()) {
            return;
        }
        var c = text.charAt(at++);
        if (c == ',') {
            if (at == text.length() || "\r\n".indexOf(text.charAt(at)) >= 0) {
                line.add("");
                endOfCell();
            }
        } else if (c == '\n') {
            endOfLine();
        } else if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
            endOfLine();
        } else {
            throw malformed("quote", "has text beside a quoted cell or a stray line end");
        }
    }

    private void endOfLine() {
        lines.add(line);
        line = new ArrayList<>();
    }

    private void refuseControls() throws Malformed {
        var c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            throw malformed("break", "has a line break inside a cell");
        }
        if (Character.isISOControl(c)) {
            throw malformed("control", "has a control character");
        }
    }

    private Malformed malformed(String code, String sentence) {
        return new Malformed(Problem.ofRow(lines.size() + 1, code, sentence, ""));
    }

    /** The cells below a name in the first line, empty where the file has no such column. */
    public static List<String> column(List<List<String>> file, String name) {
        var at = file.isEmpty() ? -1 : file.get(0).indexOf(name);
        return file.stream()
                .skip(1)
                .map(line -> at >= 0 && at < line.size() ? line.get(at) : "")
                .toList();
    }

    /** The text is not the CSV we accept. */
    public static final class Malformed extends Exception {
        private final transient Problem problem;

        Malformed(Problem problem) {
            super(problem.sentence());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}
