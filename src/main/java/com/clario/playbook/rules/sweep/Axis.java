package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import java.util.BitSet;
import java.util.List;

/**
 * One thing cases are judged by, cut into pieces so that two cases in one piece meet the same rows. The columns about
 * one field share an axis.
 */
abstract class Axis {

    private final List<Column> columns;

    Axis(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** @param cells all cells of each column, of every row that will be asked about */
    static Axis of(List<Column> columns, List<List<String>> cells, Reach reach) {
        var type = columns.get(0).type();
        if (type instanceof CellType.Whole || type instanceof CellType.Decimal) {
            return new NumberAxis(columns, cells, reach);
        }
        return new OptionAxis(columns);
    }

    abstract int size();

    /** The pieces a cell lets through. */
    abstract BitSet of(Column column, String cell);

    /** A value in this piece, as a case would give it. */
    abstract String example(int piece);

    /** These pieces, for a manager. */
    abstract String words(BitSet pieces);

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
