package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The DMN validator, asked about our tables written as DMN. It is loaded apart, because it brings an object stream and
 * an expression interpreter that have no place beside the product.
 */
final class Oracle implements AutoCloseable {

    private static final String VALIDATION = "org.kie.dmn.validation.";

    private final URLClassLoader loader;
    private final Object validator;
    private final Object wanted;

    Oracle() {
        try {
            var jars = new ArrayList<URL>();
            for (var jar : Files.readAllLines(Path.of("target/oracle.classpath"))) {
                jars.add(Path.of(jar).toUri().toURL());
            }
            loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new IllegalStateException("The build writes target/oracle.classpath before the tests", e);
        }
        validator = apart(() -> loader.loadClass(VALIDATION + "DMNValidatorFactory")
                .getMethod("newValidator")
                .invoke(null));
        wanted = apart(this::wanted);
    }

    /** What it finds: gaps and overlaps, each with its edges and the numbers of its rows, counted from 0. */
    record Findings(List<Found> gaps, List<Found> overlaps) {}

    record Found(List<Edge> edges, Set<Integer> rows) {
        boolean holds(List<BigDecimal> point) {
            return IntStream.range(0, edges.size()).allMatch(i -> edges.get(i).holds(point.get(i)));
        }
    }

    /** From one value to another on one axis; what is a word or yes and no goes by its place. */
    record Edge(BigDecimal low, boolean lowIncluded, BigDecimal high, boolean highIncluded) {
        boolean holds(BigDecimal value) {
            var above = value.compareTo(low);
            var below = value.compareTo(high);
            return (lowIncluded ? above >= 0 : above > 0) && (highIncluded ? below <= 0 : below < 0);
        }
    }

    Findings ask(Rows rows) {
        return apart(() -> {
            var validate = loader.loadClass(VALIDATION + "DMNValidator")
                    .getMethod("validate", Reader.class, wanted.getClass());
            var messages = (Collection<?>) validate.invoke(validator, new StringReader(dmn(rows)), wanted);
            var options =
                    fields(rows.table()).values().stream().map(Oracle::sorted).toList();
            for (var message : messages) {
                if (message.getClass().getSimpleName().equals("DMNDTAnalysisMessage")) {
                    var analysis = get(message, "getAnalysis");
                    if (get(analysis, "isError").equals(false)) {
                        return findings(analysis, options);
                    }
                }
            }
            throw new IllegalStateException("It did not look at the table: " + messages);
        });
    }

    /** A case in its order of fields and values. */
    static List<BigDecimal> point(Rows rows, Map<String, Object> values) {
        return fields(rows.table()).entrySet().stream()
                .map(field -> number(values.get(field.getKey()), sorted(field.getValue())))
                .toList();
    }

    private static Findings findings(Object analysis, List<List<String>> options) throws ReflectiveOperationException {
        var gaps = new ArrayList<Found>();
        for (var gap : (Collection<?>) get(analysis, "getGaps")) {
            gaps.add(new Found(edges(gap, options), Set.of()));
        }
        var overlaps = new ArrayList<Found>();
        for (var overlap : (Collection<?>) get(analysis, "getOverlaps")) {
            var numbers = ((List<?>) get(overlap, "getRules"))
                    .stream().map(number -> (Integer) number - 1).collect(Collectors.toSet());
            overlaps.add(new Found(edges(get(overlap, "getOverlap"), options), numbers));
        }
        return new Findings(gaps, overlaps);
    }

    private static List<Edge> edges(Object box, List<List<String>> options) throws ReflectiveOperationException {
        var edges = new ArrayList<Edge>();
        for (var interval : (List<?>) get(box, "getEdges")) {
            var low = get(interval, "getLowerBound");
            var high = get(interval, "getUpperBound");
            var named = options.get(edges.size());
            edges.add(new Edge(
                    number(get(low, "getValue"), named),
                    get(low, "getBoundaryType").toString().equals("CLOSED"),
                    number(get(high, "getValue"), named),
                    get(high, "getBoundaryType").toString().equals("CLOSED")));
        }
        return edges;
    }

    private static BigDecimal number(Object value, List<String> options) {
        return options.isEmpty()
                ? new BigDecimal(value.toString())
                : BigDecimal.valueOf(options.indexOf(value.toString()));
    }

    /** It orders words by their letters, and no before yes. */
    private static List<String> sorted(List<Column> columns) {
        if (columns.get(0).type() instanceof CellType.YesNo) {
            return List.of("false", "true");
        }
        return columns.get(0).type() instanceof CellType.Options named
                ? named.options().stream().sorted().toList()
                : List.of();
    }

    private static Object get(Object from, String what) throws ReflectiveOperationException {
        return from.getClass().getMethod(what).invoke(from);
    }

    private static String dmn(Rows rows) {
        var fields = fields(rows.table());
        var inputs = new StringBuilder();
        var data = new StringBuilder();
        var needs = new StringBuilder();
        fields.forEach((field, columns) -> {
            data.append("<inputData id=\"i_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>"
                    .formatted(field, type(columns.get(0))));
            needs.append(
                    "<informationRequirement id=\"r_%1$s\"><requiredInput href=\"#i_%1$s\"/></informationRequirement>"
                            .formatted(field));
            inputs.append(("<input id=\"c_%1$s\"><inputExpression id=\"e_%1$s\" typeRef=\"%2$s\"><text>%1$s</text>"
                            + "</inputExpression>%3$s</input>")
                    .formatted(field, type(columns.get(0)), domain(columns.get(0))));
        });
        var body =
                rows.list().stream().map(row -> rule(rows.table(), fields, row)).collect(Collectors.joining());
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                %s<decision id="t" name="t"><variable name="t" typeRef="string"/>%s
                <decisionTable id="dt" hitPolicy="%s">%s<output id="o"/>%s</decisionTable></decision></definitions>
                """
                .formatted(
                        data, needs, rows.table().reading() == Table.Reading.FIRST ? "FIRST" : "UNIQUE", inputs, body);
    }

    private static Map<String, List<Column>> fields(Table table) {
        return table.columns().stream()
                .filter(column -> !column.isOutput())
                .collect(Collectors.groupingBy(Column::field, LinkedHashMap::new, Collectors.toList()));
    }

    private static String rule(Table table, Map<String, List<Column>> fields, Row row) {
        var rule = new StringBuilder("<rule id=\"" + row.id() + "\">");
        fields.forEach((field, columns) -> rule.append("<inputEntry id=\"%s_%s\"><text>%s</text></inputEntry>"
                .formatted(row.id(), field, entry(table, columns, row))));
        var verdict = row.cells().get(row.cells().size() - 1);
        return rule + "<outputEntry id=\"%s_o\"><text>\"%s\"</text></outputEntry></rule>".formatted(row.id(), verdict);
    }

    private static String entry(Table table, List<Column> columns, Row row) {
        String low = null;
        String high = null;
        for (var column : columns) {
            var cell = row.cells().get(table.columns().indexOf(column));
            if (cell.isEmpty()) {
                continue;
            }
            switch (column.operator()) {
                case ONE_OF -> {
                    return "\"" + cell.replace(", ", "\", \"") + "\"";
                }
                case IS -> {
                    return cell;
                }
                case FROM -> low = higher(low, "[" + cell);
                case ABOVE -> low = higher(low, "(" + cell);
                case BELOW -> high = cell + ")";
                case UP_TO -> high = cell + "]";
                case PUTS -> throw new IllegalArgumentException("An output is no condition");
            }
        }
        if (low == null && high == null) {
            return "-";
        }
        var bounds = bounds(columns.get(0).type());
        return (low == null ? "[" + bounds[0] : low) + ".." + (high == null ? bounds[1] + "]" : high);
    }

    /** Of two lower bounds the one that leaves less. */
    private static String higher(String one, String other) {
        if (one == null) {
            return other;
        }
        var order = new BigDecimal(one.substring(1)).compareTo(new BigDecimal(other.substring(1)));
        return order > 0 || order == 0 && one.startsWith("(") ? one : other;
    }

    private static String type(Column column) {
        if (column.type() instanceof CellType.YesNo) {
            return "boolean";
        }
        return column.type() instanceof CellType.Options ? "string" : "number";
    }

    private static String domain(Column column) {
        if (column.type() instanceof CellType.YesNo) {
            return "";
        }
        var values = column.type() instanceof CellType.Options named
                ? "\"" + String.join("\", \"", named.options()) + "\""
                : "[" + String.join("..", bounds(column.type())) + "]";
        return "<inputValues id=\"v_" + column.field() + "\"><text>" + values + "</text></inputValues>";
    }

    private static String[] bounds(CellType type) {
        if (type instanceof CellType.Whole whole) {
            return new String[] {Integer.toString(whole.least()), Integer.toString(whole.most())};
        }
        var decimal = (CellType.Decimal) type;
        return new String[] {decimal.least().toPlainString(), decimal.most().toPlainString()};
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private Object wanted() throws ReflectiveOperationException {
        var kinds = loader.loadClass(VALIDATION + "DMNValidator$Validation");
        var wanted = Array.newInstance(kinds, 2);
        Array.set(wanted, 0, kinds.getField("VALIDATE_COMPILATION").get(null));
        Array.set(wanted, 1, kinds.getField("ANALYZE_DECISION_TABLE").get(null));
        return wanted;
    }

    private interface Call<T> {
        T call() throws ReflectiveOperationException;
    }

    /** Its libraries look for each other through the thread's loader. */
    private <T> T apart(Call<T> call) {
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.call();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
