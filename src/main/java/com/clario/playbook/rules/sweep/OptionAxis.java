package com.clario.playbook.rules.sweep;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Named options or yes and no: every one is a piece of its own. */
final class OptionAxis extends Axis {

    /** How a case says that it is none of the options, and that nobody knows. */
    static final Set<String> BEYOND = Set.of("anything else", "not known");

    private final List<String> options;

    OptionAxis(List<Column> columns, boolean open) {
        super(columns, open);
        options = columns.stream().flatMap(OptionAxis::options).distinct().toList();
    }

    private static Stream<String> options(Column column) {
        return column.type() instanceof CellType.Options named ? named.options().stream() : Stream.of("true", "false");
    }

    @Override
    int named() {
        return options.size();
    }

    @Override
    BitSet of(Column column, String cell) {
        var pieces = new BitSet(named());
        Stream.of(cell.split(", ")).mapToInt(options::indexOf).forEach(pieces::set);
        return pieces;
    }

    @Override
    String value(int piece) {
        return options.get(piece);
    }

    @Override
    List<String> said(BitSet pieces) {
        return pieces.stream().mapToObj(this::spoken).toList();
    }

    @Override
    BitSet known(String value) {
        // Another table may name more.
        return options.contains(value) ? of(columns().get(0), value) : beyondNamed();
    }

    @Override
    String spokenValue(String value) {
        return isYesNo() ? spoken(options.indexOf(value)) : CellType.Options.spoken(value);
    }

    private String spoken(int piece) {
        return isYesNo() ? List.of("yes", "no").get(piece) : CellType.Options.spoken(options.get(piece));
    }

    @Override
    String spoken(String cell) {
        return Stream.of(cell.split(", "))
                .map(option -> spoken(options.indexOf(option)))
                .collect(Collectors.joining(" or "));
    }

    @Override
    String beyond() {
        return isYesNo() ? "not known" : "anything else";
    }

    private boolean isYesNo() {
        return columns().get(0).type() instanceof CellType.YesNo;
    }
}
