package com.clario.playbook.rules.trial;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Shipped;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tries one case by hand against any content; nothing of it is kept. */
public class Trials {

    private final Snapshots snapshots;

    public Trials(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** What the content says of these facts, why, and what it was close to. */
    public Tried judge(RuleSet<?> set, Content content, Map<String, String> facts) {
        var known = Facts.read(set, facts);
        var snapshot = snapshots.of(set, content);
        var findings = snapshot.ask(known).orElseThrow(() -> new Refusal("The rules cannot judge these facts"));
        var fired = findings.list().stream()
                .map(each -> new Fired(each.row(), each.table(), each.reason(), each.values()))
                .toList();
        return new Tried(
                findings.verdict().orElse(Decision.UNDECIDED),
                fired,
                findings.sums(),
                NearMisses.of(set, snapshot, known, findings));
    }

    /** The facts a form asks for. */
    public List<Field> fields(RuleSet<?> set) {
        return Field.of(set);
    }

    /** Facts to begin with: those of the first shipped case. */
    public Map<String, String> start(RuleSet<?> set) {
        return Cases.read(Shipped.cases(set), set.facts()).stream()
                .findFirst()
                .map(first -> Facts.texts(first.facts()))
                .orElse(Map.of());
    }

    /**
     * What a content says of one case.
     *
     * @param fired the rows that fired, in the order of the tables
     * @param nearMisses the rows that one number kept from firing, those that would change the verdict first
     */
    public record Tried(String verdict, List<Fired> fired, Map<String, Integer> sums, List<NearMiss> nearMisses) {

        public Tried {
            fired = List.copyOf(fired);
            sums = Map.copyOf(sums);
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /**
     * A row that did not fire for one number alone.
     *
     * @param what the number it is about, as above its column
     * @param gap how much is missing; negative where it is too much
     * @param verdict what the verdict would then be; empty where it would stay
     */
    public record NearMiss(
            String table, String row, String what, BigDecimal value, BigDecimal gap, String verdict, String sentence) {

        public boolean changesTheVerdict() {
            return !verdict.isEmpty();
        }
    }

    /**
     * One fact a rule set asks for, as a form shows it.
     *
     * @param options what may be chosen; empty where anything of the kind may be written
     * @param least the lowest number that makes sense; null where there is none
     * @param most the highest number that makes sense; null where there is none
     */
    public record Field(String name, String label, Kind kind, List<String> options, BigDecimal least, BigDecimal most) {

        /** What a fact is. */
        public enum Kind {
            YES_NO,
            WHOLE,
            DECIMAL,
            CHOICE,
            TEXT,
            /** A number, or the words that nobody measured it. */
            MEASURE
        }

        /** The facts of a rule set in the order of its record, with what its columns know about them. */
        static List<Field> of(RuleSet<?> set) {
            var cases = Cases.read(Shipped.cases(set), set.facts());
            var sheet = CaseSheet.of(set);
            return Arrays.stream(set.facts().getRecordComponents())
                    .map(component -> of(component, set, sheet, cases))
                    .toList();
        }

        private static Field of(RecordComponent component, RuleSet<?> set, CaseSheet sheet, List<Cases.Case> cases) {
            var name = component.getName();
            var columns = set.tables().stream()
                    .flatMap(table -> table.columns().stream())
                    .filter(column ->
                            column.use() == Column.Use.FACT && column.field().equals(name))
                    .toList();
            var label = sheet.labels().get(sheet.names().indexOf(name));
            var options = options(component, columns, cases);
            // A "below" column reaches one further than the fact itself, so the narrower bound is the fact's.
            var least = columns.stream()
                    .map(column -> bound(column.type(), true))
                    .filter(Objects::nonNull)
                    .max(BigDecimal::compareTo)
                    .orElse(null);
            var most = columns.stream()
                    .map(column -> bound(column.type(), false))
                    .filter(Objects::nonNull)
                    .min(BigDecimal::compareTo)
                    .orElse(null);
            return new Field(name, label, kind(component.getType(), options), options, least, most);
        }

        /** What the columns name, and what a shipped case shows beside it, such as a model nobody has rules for yet. */
        private static List<String> options(RecordComponent component, List<Column> columns, List<Cases.Case> cases) {
            if (component.getType() == boolean.class) {
                return List.of("true", "false");
            }
            Set<String> options = new LinkedHashSet<>();
            for (var column : columns) {
                if (column.type() instanceof CellType.Options named) {
                    options.addAll(named.options());
                }
            }
            if (!options.isEmpty()) {
                cases.forEach(each -> options.add(String.valueOf(Facts.value(each.facts(), component.getName()))));
            }
            return new ArrayList<>(options);
        }

        private static Kind kind(Class<?> type, List<String> options) {
            if (type == boolean.class) {
                return Kind.YES_NO;
            }
            if (type == int.class || type == long.class) {
                return Kind.WHOLE;
            }
            if (type == BigDecimal.class) {
                return Kind.DECIMAL;
            }
            if (type != String.class && !type.isEnum()) {
                return Kind.MEASURE;
            }
            return options.isEmpty() ? Kind.TEXT : Kind.CHOICE;
        }

        /** The lowest or the highest number a cell of this kind may hold; null where it holds no number. */
        static BigDecimal bound(CellType type, boolean least) {
            if (type instanceof CellType.Whole whole) {
                return BigDecimal.valueOf(least ? whole.least() : whole.most());
            }
            if (type instanceof CellType.Decimal decimal) {
                return least ? decimal.least() : decimal.most();
            }
            return null;
        }
    }
}
