package com.clario.playbook.rules.check;

import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Csv;
import com.clario.playbook.rules.table.Problem;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.version.Shipped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The gate for the cases of a rule set: managers' cells in, the file of cases in its one spelling out, every problem at
 * its cell.
 */
public final class CaseSheet {

    /** What problems and pages call the cases where others have a table's name. */
    public static final String NAME = "cases";

    /** How many cases a rule set may have. */
    public static final int MOST_CASES = 500;

    private static final CellType CASE_NAME = new CellType.Text(120);

    private final Class<?> facts;
    private final List<CaseField> fields = new ArrayList<>();
    private final CellType verdicts;
    private final Expected expected;
    private final boolean needed;

    private CaseSheet(RuleSet<?> set) {
        facts = set.facts();
        var shipped = cells(Shipped.cases(set));
        for (var component : facts.getRecordComponents()) {
            fields.add(CaseField.of(component, set.tables(), Csv.column(shipped, component.getName())));
        }
        var verdict = new ArrayList<>(set.verdicts());
        verdict.add(Decision.UNDECIDED);
        verdicts = new CellType.Options(List.copyOf(verdict), false);
        expected = Expected.of(set.tables());
        needed = shipped.size() > 1;
    }

    public static CaseSheet of(RuleSet<?> set) {
        return new CaseSheet(set);
    }

    /** The first line of the file: technical names. */
    public List<String> names() {
        return line("case", CaseField::name, "verdict", "rows", "sums");
    }

    /** What people read above the columns. */
    public List<String> labels() {
        return line("Case", CaseField::label, "Verdict", "Rows", "Sums");
    }

    /** What a cell of each column may hold; rows and sums are texts to whoever knows no tables. */
    public List<CellType> types() {
        var types = new ArrayList<>(fields.stream().map(CaseField::type).toList());
        types.add(0, CASE_NAME);
        types.addAll(List.of(verdicts, CASE_NAME, CASE_NAME));
        return types;
    }

    /** A line as people write it, with the cells that are meant; one of another width stays as it is. */
    public List<String> read(List<String> written) {
        var types = types();
        return written.size() != types.size()
                ? written
                : IntStream.range(0, types.size())
                        .mapToObj(at -> types.get(at).read(written.get(at)))
                        .toList();
    }

    private List<String> line(String first, Function<CaseField, String> cell, String... last) {
        var line = new ArrayList<String>();
        line.add(first);
        fields.stream().map(cell).forEach(line::add);
        line.addAll(List.of(last));
        return line;
    }

    /** Where the three cells of what is expected begin, counted from 0: verdict, rows, sums. */
    public int expectedAt() {
        return fields.size() + 1;
    }

    /** Why this text cannot be this fact; empty where it can. */
    public String unfit(String fact, String text) {
        try {
            fields.stream()
                    .filter(each -> each.name().equals(fact))
                    .findFirst()
                    .orElseThrow()
                    .canonical(text);
            return "";
        } catch (CellType.Unfit e) {
            return e.getMessage();
        }
    }

    /**
     * Every problem of the cases.
     *
     * @param rows the ids of all rows of the tables, in their order
     */
    public List<Problem> problems(List<List<String>> lines, List<String> rows) {
        var reading = new Reading(rows);
        reading.read(lines);
        return List.copyOf(reading.problems);
    }

    /** The file of cases in its one spelling, or a refusal with every problem; empty where there is no case and none is needed. */
    public String pass(List<List<String>> lines, List<String> rows) {
        var reading = new Reading(rows);
        var read = reading.read(lines);
        if (!reading.problems.isEmpty()) {
            throw new RowsRefused(NAME, reading.problems);
        }
        return read.isEmpty()
                ? ""
                : Csv.line(names()) + read.stream().map(Csv::line).collect(Collectors.joining());
    }

    /** The cells of a file of cases; columns are found by name, so that one of an older release is read, too. */
    public List<List<String>> lines(String csv) {
        var file = cells(csv);
        var columns = names().stream().map(name -> Csv.column(file, name)).toList();
        return IntStream.range(0, Math.max(0, file.size() - 1))
                .mapToObj(
                        line -> columns.stream().map(column -> column.get(line)).toList())
                .toList();
    }

    private static List<List<String>> cells(String csv) {
        try {
            return Csv.read(csv);
        } catch (Csv.Malformed e) {
            throw new RowsRefused(NAME, List.of(e.problem()));
        }
    }

    /** One reading of all lines. */
    private final class Reading {

        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private final Map<String, Integer> places;

        Reading(List<String> rows) {
            places = IntStream.range(0, rows.size())
                    .boxed()
                    .collect(Collectors.toMap(rows::get, Function.identity(), (first, second) -> first));
        }

        List<List<String>> read(List<List<String>> lines) {
            if (lines.size() > MOST_CASES) {
                problems.add(Problem.ofAll("size", "there may be at most " + MOST_CASES + " cases"));
                return List.of();
            }
            if (lines.isEmpty() && needed) {
                problems.add(Problem.ofAll("empty", "there must be at least one case: without any, nothing is proven"));
            }
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> line(i + 1, lines.get(i)))
                    .toList();
        }

        private List<String> line(int number, List<String> line) {
            if (line.stream().allMatch(String::isBlank)) {
                problems.add(Problem.ofRow(number, "blank", "is blank; fill it or delete it", ""));
                return line;
            }
            if (line.size() != names().size()) {
                var sentence = "needs exactly " + names().size() + " cells and has " + line.size();
                problems.add(Problem.ofRow(number, "cells", sentence, String.join(",", line)));
                return line;
            }
            var before = problems.size();
            var cells = new ArrayList<String>();
            for (var i = 0; i < line.size(); i++) {
                cells.add(cell(number, i, line.get(i)));
            }
            if (problems.size() == before && !Cases.areFacts(names().subList(1, expectedAt()), cells, facts)) {
                problems.add(Problem.ofRow(number, "facts", "has facts that do not go together", ""));
            }
            return cells;
        }

        private String cell(int row, int at, String cell) {
            try {
                return canonical(at, cell);
            } catch (CellType.Unfit e) {
                var label = labels().get(at);
                problems.add(new Problem(row, at + 1, label, e.code(), e.getMessage(), cell));
                return "";
            }
        }

        private String canonical(int at, String cell) throws CellType.Unfit {
            if (at == expectedAt() + 1) {
                return expected.rows(cell, places);
            }
            if (at == expectedAt() + 2) {
                return expected.sums(cell);
            }
            if (cell.isEmpty()) {
                throw new CellType.Unfit("missing", "must not be empty");
            }
            if (at == 0) {
                return name(CASE_NAME.canonical(cell));
            }
            return at == expectedAt()
                    ? verdicts.canonical(cell)
                    : fields.get(at - 1).canonical(cell);
        }

        private String name(String name) throws CellType.Unfit {
            if (!names.add(name)) {
                throw new CellType.Unfit("twice", "has a name that another case has");
            }
            return name;
        }
    }
}
