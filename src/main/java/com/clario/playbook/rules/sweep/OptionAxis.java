package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Named options or yes and no: every one is a piece of its own. */
final class OptionAxis extends Axis {

    private final List<String> options;

    OptionAxis(List<Column> columns) {
        super(columns);
        options = columns.stream().flatMap(OptionAxis::options).distinct().toList();
    }

    private static Stream<String> options(Column column) {
        return column.type() instanceof CellType.Options named ? named.options().stream() : Stream.of("true", "false");
    }

    @Override
    int size() {
        return options.size();
    }

    @Override
    BitSet of(Column column, String cell) {
        var pieces = new BitSet(size());
        Stream.of(cell.split(", ")).mapToInt(options::indexOf).forEach(pieces::set);
        return pieces;
    }

    @Override
    String example(int piece) {
        return options.get(piece);
    }

    @Override
    String words(BitSet pieces) {
        if (columns().get(0).type() instanceof CellType.YesNo) {
            return label() + ": " + (pieces.get(0) ? "yes" : "no");
        }
        return label() + " " + pieces.stream().mapToObj(options::get).collect(Collectors.joining(" or "));
    }
}
