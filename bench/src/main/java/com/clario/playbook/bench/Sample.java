package com.clario.playbook.bench;

import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The table everybody decides by and the cases they decide: always the same, from fixed seeds. */
final class Sample {

    static final int ROWS = 50;

    private static final List<String> SEGMENTS = List.of("RETAIL", "FOOD", "FINTECH", "LOGISTICS", "SERVICES");

    static final Table TABLE = Table.allOf(
            "points",
            Column.oneOf("segment", "Segment", SEGMENTS.toArray(String[]::new)),
            Column.from("customers", "Customers from", 0, 10_000),
            Column.below("customers", "Customers below", 0, 10_001),
            Column.from("rate", "Rate from", "0", "50", 1),
            Column.below("rate", "Rate below", "0", "51", 1),
            Column.yes("exclusive", "Exclusive"),
            Column.points("points", "Points", 1, 100));

    private Sample() {}

    /** The rows as lines of cells; only the points differ from edition to edition. */
    static List<List<String>> lines(int edition) {
        var random = new Random(ROWS);
        var lines = new ArrayList<List<String>>();
        for (var number = 1; number <= ROWS; number++) {
            var customers = range(random, 30, 70, 100);
            var rates = range(random, 20, 80, 100);
            lines.add(List.of(
                    "ROW-" + number,
                    segment(random),
                    Integer.toString(customers[0] * 100),
                    Integer.toString(customers[1] * 100),
                    halves(rates[0]).toPlainString(),
                    halves(rates[1]).toPlainString(),
                    Boolean.toString(random.nextBoolean()),
                    Integer.toString(1 + (number + edition) % 100),
                    "Prospect number " + number + " of its kind"));
        }
        return lines;
    }

    /** Customers in hundreds and rates in halves, so that many lie exactly on a bound of a row. */
    static List<Prospect> prospects(int count, long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> new Prospect(
                        segment(random), random.nextInt(100) * 100, halves(random.nextInt(100)), random.nextBoolean()))
                .limit(count)
                .toList();
    }

    /** Two bounds between 0 and most, as far apart as told. */
    private static int[] range(Random random, int narrowest, int widest, int most) {
        var width = narrowest + random.nextInt(widest - narrowest + 1);
        var from = random.nextInt(most - width + 1);
        return new int[] {from, from + width};
    }

    private static String segment(Random random) {
        return SEGMENTS.get(random.nextInt(SEGMENTS.size()));
    }

    /** Halves are exact in binary, too: JUEL reads decimals as doubles. */
    private static BigDecimal halves(int count) {
        return BigDecimal.valueOf(count * 5L, 1);
    }
}
