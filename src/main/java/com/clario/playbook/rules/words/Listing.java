package com.clario.playbook.rules.words;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a stored table or of stored cases, by the name in their first cell. */
final class Listing {

    private static final String SUMS = "sums";
    private static final List<String> EXPECTED = List.of("verdict", "rows", SUMS);

    /** What people call the columns of the cases and read in them, by a column's technical name. */
    record CaseWords(Map<String, String> labels, Map<String, CellType> types, Answers answers) {

        static CaseWords of(RuleSet<?> set) {
            var sheet = CaseSheet.of(set);
            Map<String, String> labels = new HashMap<>();
            Map<String, CellType> types = new HashMap<>();
            for (var i = 0; i < sheet.names().size(); i++) {
                labels.put(sheet.names().get(i), sheet.labels().get(i));
                types.put(sheet.names().get(i), sheet.types().get(i));
            }
            return new CaseWords(labels, types, Answers.of(set));
        }

        /** A column of another release keeps its technical name. */
        String label(String name) {
            return labels.getOrDefault(name, name);
        }

        String said(String name, String cell) {
            if (name.equals(SUMS)) {
                return String.join(", ", answers.said(cell));
            }
            return types.containsKey(name) ? types.get(name).said(cell) : cell;
        }
    }

    private final List<String> labels;
    private final Function<List<String>, String> sentence;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    private Listing(List<String> labels, List<List<String>> lines, Function<List<String>, String> sentence) {
        this.labels = labels;
        this.sentence = sentence;
        lines.forEach(this::add);
    }

    static Listing rows(Table table, String csv) {
        return new Listing(table.labels(), parsed(csv), line -> Sentences.of(table, line));
    }

    /** Cases bring their columns with them. */
    static Listing cases(String csv, CaseWords words) {
        var lines = parsed(csv);
        var labels = lines.isEmpty() ? List.<String>of() : lines.get(0);
        return new Listing(
                labels, lines.subList(lines.isEmpty() ? 0 : 1, lines.size()), line -> sentence(labels, words, line));
    }

    List<String> labels() {
        return labels;
    }

    List<String> names() {
        return List.copyOf(lines.keySet());
    }

    boolean has(String name) {
        return lines.containsKey(name);
    }

    /** Counted from 1. */
    String place(String name) {
        return Integer.toString(names().indexOf(name) + 1);
    }

    String cell(String name, String label) {
        return cell(labels, lines.getOrDefault(name, List.of()), label);
    }

    String sentence(String name) {
        return has(name) ? sentence.apply(lines.get(name)) : "";
    }

    /** Nothing keeps two cases from having one name. */
    private void add(List<String> line) {
        var name = line.get(0);
        for (var i = 2; lines.containsKey(name); i++) {
            name = line.get(0) + " (" + i + ")";
        }
        lines.put(name, line);
    }

    private static String sentence(List<String> labels, CaseWords words, List<String> line) {
        var rows = cell(labels, line, "rows").strip();
        var sums = words.answers().said(cell(labels, line, SUMS));
        return "It must come out as " + words.said("verdict", cell(labels, line, "verdict"))
                + (rows.isEmpty() ? " without any row" : " by " + Lists.and(List.of(rows.split("\\s+"))))
                + (sums.isEmpty()
                        ? ""
                        : " with " + Lists.and(sums.stream().map(Labels::small).toList()))
                + given(labels, words, line) + ".";
    }

    /** A case is its facts: one that is asked of other facts is another case. */
    private static String given(List<String> labels, CaseWords words, List<String> line) {
        var facts = labels.stream()
                .skip(1)
                .filter(label -> !EXPECTED.contains(label))
                .map(label -> words.label(label) + " " + words.said(label, cell(labels, line, label)))
                .toList();
        return facts.isEmpty() ? "" : ", given: " + String.join(", ", facts);
    }

    private static String cell(List<String> labels, List<String> line, String label) {
        var at = labels.indexOf(label);
        return at < 0 || at >= line.size() ? "" : line.get(at);
    }

    private static List<List<String>> parsed(String csv) {
        try (var parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            return new ArrayList<>(parser.stream().map(CSVRecord::toList).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
