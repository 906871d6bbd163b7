package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.sweep.Counted.Reach;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Rows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing cases are judged by, cut into pieces so that two cases in one piece meet the same rows. The columns about
 * one field share an axis. Where a case may say what no cell can name, the last piece is for that.
 */
abstract class Axis {

    private final List<Column> columns;
    private final boolean open;

    /** @param open whether a case may say something here that no cell can name */
    Axis(List<Column> columns, boolean open) {
        this.columns = List.copyOf(columns);
        this.open = open;
    }

    /** @param cells all cells of each column, of every row that will be asked about */
    static Axis of(Class<?> facts, List<Column> columns, List<List<String>> cells, Reach reach) {
        var type = columns.get(0).type();
        var open = isOpen(facts, columns.get(0));
        if (type instanceof CellType.Whole || type instanceof CellType.Decimal) {
            return new NumberAxis(columns, cells, reach, open);
        }
        return new OptionAxis(columns, open);
    }

    /** An axis for every fact that these tables ask about, cut by the rows of them all. */
    static List<Axis> of(Class<?> facts, List<Rows> tables) {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        Map<String, List<List<String>>> cells = new HashMap<>();
        for (var rows : tables) {
            for (var i = 0; i < rows.table().columns().size(); i++) {
                var column = rows.table().columns().get(i);
                if (column.use() == Column.Use.FACT) {
                    columns.computeIfAbsent(column.field(), field -> new ArrayList<>())
                            .add(column);
                    cells.computeIfAbsent(column.field(), field -> new ArrayList<>())
                            .add(cells(rows, i));
                }
            }
        }
        return columns.entrySet().stream()
                .map(field -> of(facts, field.getValue(), cells.get(field.getKey()), null))
                .toList();
    }

    private static List<String> cells(Rows rows, int column) {
        return rows.list().stream()
                .map(row -> row.cells().get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** A word may be none of the options, and what is no primitive may not be known; a tally always is. */
    private static boolean isOpen(Class<?> facts, Column column) {
        if (column.use() != Column.Use.FACT) {
            return false;
        }
        try {
            var kind = facts.getMethod(column.field()).getReturnType();
            return !kind.isPrimitive() && !kind.isEnum();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(facts.getSimpleName() + " knows no " + column.field(), e);
        }
    }

    /** How many pieces there are that cells can name; they come first. */
    abstract int named();

    /** The pieces a cell lets through, all of them named. */
    abstract BitSet of(Column column, String cell);

    /** A value in a named piece, as a case would give it. */
    abstract String value(int piece);

    /** Named pieces, each for a manager. */
    abstract List<String> said(BitSet pieces);

    /** The piece that holds a value somebody knows. */
    abstract BitSet known(String value);

    /** A value somebody knows, for a manager. */
    abstract String spokenValue(String value);

    /** A cell of one of the columns, for a manager. */
    abstract String spoken(String cell);

    /** How a case says what no cell can name. */
    abstract String beyond();

    int size() {
        return named() + (open ? 1 : 0);
    }

    /** A value in this piece. */
    String example(int piece) {
        return piece == named() ? beyond() : value(piece);
    }

    /** These pieces, for a manager. */
    String words(BitSet pieces) {
        var words = new ArrayList<>(said(pieces.get(0, named())));
        if (pieces.get(named())) {
            words.add(beyond());
        }
        return phrase(String.join(" or ", words));
    }

    /** A value as a case gives it, for a manager. */
    String inWords(String value) {
        return phrase(value.equals(beyond()) ? beyond() : spokenValue(value));
    }

    /** The piece that holds a value as a case gives it. */
    BitSet holding(String value) {
        return value.equals(beyond()) ? beyondNamed() : known(value);
    }

    /** The pieces a tally may come to; options are no tally. */
    BitSet holding(Reach reach) {
        return all();
    }

    BitSet beyondNamed() {
        var piece = new BitSet(size());
        piece.set(named(), size());
        return piece;
    }

    /** What a row asks for in one of the columns. */
    String asked(Column column, String cell) {
        return inSentence(column.label()) + " " + spoken(cell);
    }

    /** With what it is about. */
    String phrase(String words) {
        return label() + (columns.get(0).type() instanceof CellType.YesNo ? ": " : " ") + words;
    }

    /** Whether it is about what other rows found, and not about a fact. */
    boolean isTally() {
        return columns.get(0).use() == Column.Use.TALLY;
    }

    List<Column> columns() {
        return columns;
    }

    String field() {
        return columns.get(0).field();
    }

    BitSet all() {
        var all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    /** The label of the first column without its operator, as it stands in a sentence. */
    String label() {
        var label = columns.get(0).label();
        var stem =
                switch (columns.get(0).operator()) {
                    case FROM -> without(label, " from");
                    case ABOVE -> without(label, " above");
                    case BELOW -> without(label, " below");
                    case UP_TO -> without(label, " up to");
                    default -> label;
                };
        return inSentence(stem);
    }

    /** Small at the beginning, unless it is an abbreviation. */
    static String inSentence(String label) {
        var isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return isWord ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }

    private static String without(String label, String end) {
        return label.endsWith(end) ? label.substring(0, label.length() - end.length()) : label;
    }
}
