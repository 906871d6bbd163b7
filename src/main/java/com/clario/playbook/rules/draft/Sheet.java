package com.clario.playbook.rules.draft;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.Csv;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cells of a rule set exactly as a manager typed them, right or wrong.
 *
 * @param tables the lines of each table by its name: id, the table's own columns, reason
 * @param cases the lines of the cases without their first line of names
 */
public record Sheet(Map<String, List<List<String>>> tables, List<List<String>> cases) {

    /** How many characters of a cell are kept, right or wrong. */
    public static final int MOST_CHARACTERS = 1000;

    private static final int MOST_CELLS = 60;

    public Sheet {
        Map<String, List<List<String>>> copy = new LinkedHashMap<>();
        if (tables != null) {
            tables.forEach((name, lines) -> copy.put(name, cells(lines)));
        }
        tables = Collections.unmodifiableMap(copy);
        cases = cells(cases);
    }

    /** The cells of a version, as they would stand on the page. */
    public static Sheet of(RuleSet<?> set, Content content) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        set.tables().forEach(table -> tables.put(table.name(), lines(table, content.rows(table.name()))));
        return new Sheet(tables, CaseSheet.of(set).lines(content.cases()));
    }

    /** The same; a version older than the desk has no cases, and those that ship prove most of its rows. */
    static Sheet of(RuleSet<?> set, Version version) {
        return of(set, version.content().proven(set));
    }

    private static List<List<String>> lines(Table table, String csv) {
        try {
            return Csv.read(csv);
        } catch (Csv.Malformed e) {
            throw new RowsRefused(table.name(), List.of(e.problem()));
        }
    }

    /** The same as people write it in a file of their own, read as the page reads what is pasted. */
    public Sheet read(RuleSet<?> set) {
        Map<String, List<List<String>>> read = new LinkedHashMap<>();
        set.tables()
                .forEach(table -> read.put(
                        table.name(),
                        rows(table.name()).stream().map(table::read).toList()));
        return new Sheet(read, cases.stream().map(CaseSheet.of(set)::read).toList());
    }

    /** The lines of one table; none where it has none. */
    public List<List<String>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** The ids of all rows as they were typed, in the order of the tables. */
    List<String> ids(RuleSet<?> set) {
        return set.tables().stream()
                .flatMap(table -> ids(table.name()))
                .distinct()
                .toList();
    }

    Stream<String> ids(String table) {
        return rows(table).stream().filter(line -> !line.isEmpty()).map(line -> line.get(0));
    }

    /** Whether every line has a cell for each column of this release. */
    boolean fits(RuleSet<?> set) {
        return set.tables().stream().allMatch(table -> rows(table.name()).stream()
                .allMatch(line -> line.size() == table.labels().size()));
    }

    /** What is wrong in a cell is kept and marked; what is too much is refused before anything is saved. */
    void refuseTooMuch(RuleSet<?> set) {
        for (var name : tables.keySet()) {
            if (set.tables().stream().noneMatch(table -> table.name().equals(name))) {
                throw refused(shortened(name) + " is no table of this rule set");
            }
        }
        for (var table : set.tables()) {
            refuseTooMuch("Table " + table.name(), "rows", table.labels(), rows(table.name()), Gate.MOST_ROWS);
        }
        refuseTooMuch("The table of cases", "cases", CaseSheet.of(set).labels(), cases, CaseSheet.MOST_CASES);
    }

    private static void refuseTooMuch(
            String where, String what, List<String> labels, List<List<String>> lines, int most) {
        if (lines.size() > most) {
            throw refused("%s has %d %s and may have at most %d".formatted(where, lines.size(), what, most));
        }
        for (var row = 0; row < lines.size(); row++) {
            var line = lines.get(row);
            if (line.size() > MOST_CELLS) {
                throw refused("%s has %d cells in row %d".formatted(where, line.size(), row + 1));
            }
            for (var column = 0; column < line.size(); column++) {
                var length = line.get(column).length();
                if (length > MOST_CHARACTERS) {
                    var label = column < labels.size() ? labels.get(column) : Integer.toString(column + 1);
                    throw refused("%s has %d characters in row %d, column %s; a cell may have at most %d"
                            .formatted(where, length, row + 1, label, MOST_CHARACTERS));
                }
            }
        }
    }

    private static Refusal refused(String sentence) {
        return new Refusal(sentence + ". Nothing was saved, and what was saved before is as it was");
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static List<List<String>> cells(List<List<String>> lines) {
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(line -> line == null
                                ? List.<String>of()
                                : line.stream().map(Sheet::storable).toList())
                        .toList();
    }

    /** Half a character, as a program may send it, has no bytes in a database. */
    private static String storable(String cell) {
        return cell == null ? "" : new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
