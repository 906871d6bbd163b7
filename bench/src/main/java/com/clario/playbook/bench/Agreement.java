package com.clario.playbook.bench;

import java.util.Comparator;
import java.util.List;

/** Only engines that say the same are compared: every one must find the loop's rows, points and reasons. */
final class Agreement {

    static final int CASES = 200;

    private static final long SEED = 200;

    private Agreement() {}

    /** Stops the race where one engine says otherwise. */
    static void check() {
        var loop = Contender.LOOP.publish(Sample.lines(0));
        for (var contender : Contender.values()) {
            var engine = contender.publish(Sample.lines(0));
            for (var prospect : Sample.prospects(CASES, SEED)) {
                var expected = inOrder(loop.hits(prospect));
                var said = inOrder(engine.hits(prospect));
                if (!said.equals(expected)) {
                    throw new IllegalStateException(
                            contender.title() + " says " + said + " of " + prospect + ", the loop " + expected);
                }
            }
        }
    }

    /** Rows found in an average case. */
    static double hitsPerCase() {
        var loop = Contender.LOOP.publish(Sample.lines(0));
        return Sample.prospects(1024, 1).stream()
                .mapToInt(prospect -> loop.hits(prospect).size())
                .average()
                .orElseThrow();
    }

    private static List<Hit> inOrder(List<Hit> hits) {
        return hits.stream().sorted(Comparator.comparing(Hit::row)).toList();
    }
}
