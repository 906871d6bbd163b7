package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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

    /** A value in a named piece, for a manager. */
    abstract String spoken(int piece);

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

    /** A value in this piece, for a manager. */
    String exampleInWords(int piece) {
        return phrase(piece == named() ? beyond() : spoken(piece));
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
