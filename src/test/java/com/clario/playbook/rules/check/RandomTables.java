package com.clario.playbook.rules.check;

import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.evidence;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.points;
import static com.clario.playbook.rules.table.Column.rowsBelow;
import static com.clario.playbook.rules.table.Column.rowsFrom;
import static com.clario.playbook.rules.table.Column.sumFrom;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes valid tables, and facts that lie at and beside the bounds of their rows; the same for the same seed. */
public final class RandomTables {

    private static final List<List<Column>> FIELDS = List.of(
            List.of(oneOf("kind", "Kind", "RED", "GREEN", "BLUE")),
            List.of(oneOf("size", "Size", "SMALL", "LARGE")),
            List.of(from("count", "Count from", 0, 100), below("count", "Count below", 0, 101)),
            List.of(below("days", "Days below", -20, 20), from("days", "Days from", -20, 20)),
            List.of(
                    from("rate", "Rate from", "0", "1", 2),
                    Column.above("rate", "Rate above", "0", "1", 2),
                    below("rate", "Rate below", "0", "1", 2)),
            List.of(from("share", "Share from", "-5", "5", 1), upTo("share", "Share up to", "-5", "5", 1)),
            List.of(yes("open", "Open")),
            List.of(yes("known", "Known")));
    private static final List<String> COUNTS = List.of("0", "1", "20", "50", "99", "100");
    private static final List<String> DAYS = List.of("-20", "-19", "0", "7", "20");
    private static final List<String> RATES = List.of("0", "0.1", "0.25", "0.26", "1");
    private static final List<String> SHARES = List.of("-5", "-0.1", "0", "2.5", "5");

    private final Random random;

    public RandomTables(long seed) {
        random = new Random(seed);
    }

    /** One table over so many fields. */
    public Rows table(String name, Table.Reading reading, int fields, int rows, Column... outputs) {
        var chosen = new ArrayList<>(FIELDS);
        Collections.shuffle(chosen, random);
        var columns = Stream.concat(chosen.subList(0, fields).stream().flatMap(List::stream), Arrays.stream(outputs));
        return filled(new Table(name, reading, columns.toList()), rows);
    }

    /** A table filled with so many rows that pass the gate. */
    public Rows filled(Table table, int rows) {
        var lines = new ArrayList<List<String>>();
        while (lines.size() < rows) {
            var line = line(table, lines.size());
            if (Gate.problems(table, List.of(line)).isEmpty()) {
                lines.add(line);
            }
        }
        return Gate.pass(table, lines);
    }

    /** Points with and without evidence, a table of first rows, and verdicts on what both found. */
    public List<Rows> ruleSet() {
        return List.of(
                table("points", Table.Reading.ALL, 5, 8, evidence("Rests on", "A", "B"), us(), them()),
                table("signs", Table.Reading.ALL, 3, 4, us()),
                table("first", Table.Reading.FIRST, 4, 5, them()),
                filled(new Table("verdict", reading(), verdicts()), 5));
    }

    /** Every value at a bound, just beside one, or unknown. */
    public Anything facts() {
        return new Anything(
                one("RED", "GREEN", "BLUE", null),
                one("SMALL", "LARGE", null),
                random.nextInt(10) == 0 ? null : Integer.valueOf(one(COUNTS)) + random.nextInt(3) - 1,
                random.nextInt(10) == 0 ? null : Integer.valueOf(one(DAYS)) + random.nextInt(3) - 1,
                random.nextInt(10) == 0 ? null : beside(one(RATES)),
                random.nextInt(10) == 0 ? null : beside(one(SHARES)),
                random.nextInt(10) == 0 ? null : random.nextBoolean(),
                random.nextInt(10) == 0 ? null : random.nextBoolean(),
                Stream.of("A", "B")
                        .filter(each -> random.nextBoolean())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Table.Reading reading() {
        return random.nextBoolean() ? Table.Reading.FIRST : Table.Reading.ALL;
    }

    private static List<Column> verdicts() {
        return List.of(
                oneOf("kind", "Kind", "RED", "GREEN", "BLUE"),
                rowsFrom("points", "Rows from"),
                rowsBelow("first", "First below"),
                sumFrom("us", "Us from", -50, 50),
                sumFrom("them", "Them from", -50, 50),
                verdict("GOOD", "FAIR", "BAD"));
    }

    private static Column us() {
        return points("us", "For us", -20, 20);
    }

    private static Column them() {
        return points("them", "For them", -20, 20);
    }

    private static Column upTo(String field, String label, String least, String most, int scale) {
        var type = new CellType.Decimal(new BigDecimal(least), new BigDecimal(most), scale);
        return new Column(field, label, Column.Use.FACT, Column.Operator.UP_TO, type, false, field + " <= $paramB");
    }

    private List<String> line(Table table, int number) {
        var line = new ArrayList<String>();
        line.add("%s-%02d".formatted(table.name().toUpperCase(Locale.ROOT), number));
        for (var column : table.columns()) {
            line.add(column.required() || random.nextInt(5) < 2 ? cell(column) : "");
        }
        line.add("a reason");
        return line;
    }

    private String cell(Column column) {
        if (column.isPoints()) {
            return Integer.toString(random.nextInt(41) - 20);
        }
        if (column.use() == Column.Use.TALLY) {
            return Integer.toString(column.countsRows() ? random.nextInt(3) : random.nextInt(31) - 10);
        }
        return switch (column.field()) {
            case "count" -> one(COUNTS);
            case "days" -> one(DAYS);
            case "rate" -> one(RATES);
            case "share" -> one(SHARES);
            default -> option(column.type());
        };
    }

    private String option(CellType type) {
        if (!(type instanceof CellType.Options named)) {
            return one("true", "false");
        }
        var first = random.nextInt(named.options().size());
        var last = named.several() ? first + random.nextInt(named.options().size() - first) : first;
        return IntStream.rangeClosed(first, last).mapToObj(named.options()::get).collect(Collectors.joining(", "));
    }

    private BigDecimal beside(String number) {
        return new BigDecimal(number).add(new BigDecimal(one("-0.001", "0", "0.00", "0.001")));
    }

    private String one(String... of) {
        return one(Arrays.asList(of));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
