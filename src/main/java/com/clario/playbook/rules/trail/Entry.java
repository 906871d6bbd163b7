package com.clario.playbook.rules.trail;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One act on a rule set.
 *
 * @param before how it was: one line for each thing that changed, such as {@code FIT-01 Points for us: 25}
 * @param after how it is since, with the same lines in the same order
 */
public record Entry(long id, Instant at, String who, String ruleSet, Act act, String before, String after, String why) {

    private static final String SAYS = ": ";

    /** What changed, each on a line of its own: {@code FIT-01 Points for us: 25 → 30}. */
    public List<String> changes() {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        var was = before.split("\n", -1);
        var is = after.split("\n", -1);
        return was.length == is.length
                ? IntStream.range(0, was.length)
                        .mapToObj(i -> change(was[i], is[i]))
                        .toList()
                : List.of(change(before, after));
    }

    private static String change(String was, String is) {
        if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
            return was.isEmpty() ? is : was;
        }
        var what = was.substring(0, was.indexOf(SAYS) < 0 ? 0 : was.indexOf(SAYS) + SAYS.length());
        return was + " → " + (is.startsWith(what) ? is.substring(what.length()) : is);
    }
}
