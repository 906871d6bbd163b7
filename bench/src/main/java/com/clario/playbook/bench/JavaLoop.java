package com.clario.playbook.bench;

import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a programmer would write who never has to explain or change it: the measure of all others. */
final class JavaLoop implements Engine<List<Hit>> {

    private final List<Line> lines;

    JavaLoop(Rows rows) {
        lines = rows.list().stream().map(Line::of).toList();
    }

    @Override
    public List<Hit> decide(Prospect prospect) {
        var hits = new ArrayList<Hit>();
        for (var line : lines) {
            if (line.matches(prospect)) {
                hits.add(line.hit);
            }
        }
        return hits;
    }

    @Override
    public List<Hit> hits(List<Hit> result) {
        return result;
    }

    private record Line(
            String segment,
            int customersFrom,
            int customersBelow,
            BigDecimal rateFrom,
            BigDecimal rateBelow,
            boolean exclusive,
            Hit hit) {

        static Line of(Row row) {
            var cells = row.cells();
            return new Line(
                    cells.get(0),
                    Integer.parseInt(cells.get(1)),
                    Integer.parseInt(cells.get(2)),
                    new BigDecimal(cells.get(3)),
                    new BigDecimal(cells.get(4)),
                    Boolean.parseBoolean(cells.get(5)),
                    new Hit(row.id(), Integer.parseInt(cells.get(6)), row.reason()));
        }

        boolean matches(Prospect prospect) {
            return segment.equals(prospect.segment())
                    && prospect.customers() >= customersFrom
                    && prospect.customers() < customersBelow
                    && prospect.rate().compareTo(rateFrom) >= 0
                    && prospect.rate().compareTo(rateBelow) < 0
                    && prospect.exclusive() == exclusive;
        }
    }
}
