package com.clario.playbook.rules.sweep;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cases that lie together: on every axis some pieces. A row is a box, and so is a gap. */
record Box(List<BitSet> sides) {

    Box {
        sides = List.copyOf(sides);
    }

    boolean isEmpty() {
        return sides.stream().anyMatch(BitSet::isEmpty);
    }

    boolean meets(Box other) {
        return meets(other, -1);
    }

    /** Whether they meet once one axis is left out. */
    private boolean meets(Box other, int except) {
        for (var i = 0; i < sides.size(); i++) {
            if (i != except && !sides.get(i).intersects(other.sides.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same, but for one side. */
    Box with(int axis, BitSet side) {
        var other = new ArrayList<>(sides);
        other.set(axis, side);
        return new Box(other);
    }

    Box and(Box other) {
        var both = new ArrayList<BitSet>(sides.size());
        for (var i = 0; i < sides.size(); i++) {
            var side = (BitSet) sides.get(i).clone();
            side.and(other.sides.get(i));
            both.add(side);
        }
        return new Box(both);
    }

    boolean within(Box other) {
        for (var i = 0; i < sides.size(); i++) {
            if (!isWithin(sides.get(i), other.sides.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What is left without the other, in boxes that do not overlap. */
    List<Box> minus(Box other) {
        var left = new ArrayList<Box>();
        var rest = new ArrayList<>(sides);
        for (var i = 0; i < sides.size(); i++) {
            var outside = without(sides.get(i), other.sides.get(i));
            if (!outside.isEmpty()) {
                var inside = without(sides.get(i), outside);
                rest.set(i, outside);
                left.add(new Box(rest));
                rest.set(i, inside);
            }
        }
        return left;
    }

    /** As wide as it can be along each axis without meeting any of these. */
    Box widened(Box all, List<Box> others) {
        var wide = this;
        for (var i = 0; i < sides.size(); i++) {
            var free = (BitSet) all.sides.get(i).clone();
            for (var other : others) {
                if (wide.meets(other, i)) {
                    free.andNot(other.sides.get(i));
                }
            }
            wide = wide.with(i, free);
        }
        return wide;
    }

    /** Asked so often that it makes no set of what is left. */
    private static boolean isWithin(BitSet some, BitSet all) {
        for (var piece = some.nextSetBit(0); piece >= 0; piece = some.nextSetBit(piece + 1)) {
            if (!all.get(piece)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet without(BitSet some, BitSet taken) {
        var left = (BitSet) some.clone();
        left.andNot(taken);
        return left;
    }
}
