package com.clario.playbook.rules.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what boxes leave open of another box, by taking one after the other away. That can take forever in a tangled
 * table, so the work is limited, and it says when it gave up.
 */
final class Cover {

    private static final int MOST_COMPARISONS = 1_000_000;
    private static final int MOST_AT_ONCE = 250_000;
    private static final int MOST_HOLES = 200;

    private int comparisons;
    private int limit;
    private boolean gaveUp;

    /** Holes as wide as they can be; they may overlap. */
    List<Box> holes(Box all, List<Box> boxes) {
        limit = Math.min(MOST_COMPARISONS, comparisons + MOST_AT_ONCE);
        var holes = new ArrayList<Box>();
        gaveUp |= !search(all, boxes, 0, holes, MOST_HOLES);
        var wide = new ArrayList<Box>();
        for (var hole : holes) {
            if (wide.stream().noneMatch(hole::within)) {
                wide.add(hole.widened(all, boxes));
            }
        }
        return wide;
    }

    /** Whether these boxes leave nothing open; no, where that is too much work to say. */
    boolean covers(List<Box> boxes, Box box) {
        // Enough must be left for the gaps.
        limit = Math.min(MOST_COMPARISONS - 2 * MOST_AT_ONCE, comparisons + MOST_AT_ONCE / 10);
        var holes = new ArrayList<Box>();
        var ended = search(box, boxes, 0, holes, 1);
        gaveUp |= !ended && holes.isEmpty();
        return ended && holes.isEmpty();
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /** Returns whether it came to an end. */
    private boolean search(Box box, List<Box> boxes, int from, List<Box> holes, int most) {
        for (var i = from; i < boxes.size(); i++) {
            if (++comparisons > limit) {
                return false;
            }
            if (box.meets(boxes.get(i))) {
                for (var left : box.minus(boxes.get(i))) {
                    if (holes.size() == most || !search(left, boxes, i + 1, holes, most)) {
                        return false;
                    }
                }
                return true;
            }
        }
        holes.add(box);
        return true;
    }
}
