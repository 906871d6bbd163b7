package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Rows;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The proof beside the tables: cases with their facts, the verdict and the rows they must lead to. */
public final class Cases {

    private static final Set<String> EXPECTED = Set.of("case", "verdict", "rows", "sums");
    private static final JsonMapper FACTS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Cases() {}

    /**
     * One case.
     *
     * @param rows the ids of all rows that must fire, in the order of the tables
     * @param sums the sums that must come out; those not named may be anything
     */
    public record Case(String name, Object facts, String verdict, List<String> rows, Map<String, Integer> sums) {

        /**
         * What comes out otherwise than expected, in sentences; empty where all is well.
         *
         * @param labels what people call a sum
         */
        public List<String> differences(Findings findings, Map<String, String> labels) {
            var differences = new ArrayList<String>();
            var verdict = findings.verdict().orElse("UNDECIDED");
            if (!verdict.equals(verdict())) {
                differences.add("the verdict is " + CellType.Options.spoken(verdict) + ", not "
                        + CellType.Options.spoken(verdict()));
            }
            var fired = findings.list().stream().map(Finding::row).toList();
            if (!fired.equals(rows)) {
                differences.add(fire(fired) + ", where the case expects that " + fire(rows));
            }
            sums.forEach((sum, expected) -> {
                var actual = findings.sums().getOrDefault(sum, 0);
                if (!actual.equals(expected)) {
                    differences.add(labels.getOrDefault(sum, sum) + ": " + actual + ", not " + expected);
                }
            });
            return differences;
        }

        private static String fire(List<String> rows) {
            return rows.isEmpty() ? "no row fires" : String.join(", ", rows) + (rows.size() == 1 ? " fires" : " fire");
        }
    }

    /** The names that stand above the cells of a case, in their order. */
    public static List<String> labels(Class<?> facts) {
        var labels = new ArrayList<String>();
        labels.add("case");
        Arrays.stream(facts.getRecordComponents()).map(RecordComponent::getName).forEach(labels::add);
        labels.addAll(List.of("verdict", "rows", "sums"));
        return labels;
    }

    /** Reads cases: a name, every component of the facts record, the verdict, the rows, and sums where they matter. */
    public static List<Case> read(String csv, Class<?> facts) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(csv, format)) {
            return parser.stream().map(line -> read(line, facts)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows for which no case shows that they fire, or none that they do not. */
    public static List<String> unproven(List<Rows> tables, List<Case> cases) {
        var unproven = new ArrayList<String>();
        for (var rows : tables) {
            for (var row : rows.list()) {
                var firing = cases.stream()
                        .filter(each -> each.rows().contains(row.id()))
                        .count();
                if (firing == 0) {
                    unproven.add(row.id() + " fires in no case");
                } else if (firing == cases.size()) {
                    unproven.add(row.id() + " fires in every case");
                }
            }
        }
        return unproven;
    }

    /** Whether facts that are well one by one go together, too; the cells begin with the case's name. */
    static boolean areFacts(List<String> names, List<String> cells, Class<?> facts) {
        Map<String, String> given = new LinkedHashMap<>();
        for (var i = 0; i < names.size(); i++) {
            given.put(names.get(i), cells.get(i + 1));
        }
        try {
            facts(given, facts);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Object facts(Map<String, String> given, Class<?> facts) {
        return FACTS.convertValue(given, facts);
    }

    /** How a fact of this type says that it is not known; empty where it cannot. */
    static String nothing(Class<?> type) {
        try {
            var nothing = FACTS.convertValue(FACTS.convertValue("", type), String.class);
            return nothing == null ? "" : nothing;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The fact that says whether a criterion is proven; empty where none does. */
    public static Optional<String> proof(Class<?> facts, String criterion) {
        try {
            var proven = facts.getMethod("proven", String.class);
            var nothing = proven.invoke(withTrue(facts, ""), criterion);
            for (var component : facts.getRecordComponents()) {
                if (component.getType() == boolean.class
                        && !proven.invoke(withTrue(facts, component.getName()), criterion)
                                .equals(nothing)) {
                    return Optional.of(component.getName());
                }
            }
            return Optional.empty();
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Facts of which nobody knows anything but this one. */
    private static Object withTrue(Class<?> facts, String name) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (var component : facts.getRecordComponents()) {
            given.put(component.getName(), component.getName().equals(name) ? true : null);
        }
        return FACTS.convertValue(given, facts);
    }

    private static Case read(CSVRecord line, Class<?> facts) {
        var given = new LinkedHashMap<>(line.toMap());
        given.keySet().removeAll(EXPECTED);
        return new Case(
                line.get("case"),
                facts(given, facts),
                line.get("verdict"),
                words(line.get("rows")),
                line.isMapped("sums") ? sums(line.get("sums")) : Map.of());
    }

    private static Map<String, Integer> sums(String text) {
        var sums = new LinkedHashMap<String, Integer>();
        for (var word : words(text)) {
            var parts = word.split("=");
            sums.put(parts[0], Integer.valueOf(parts[1]));
        }
        return sums;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
