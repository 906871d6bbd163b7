package com.clario.playbook.rules.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Which names changed their place among those that stayed: as few as can explain the new order. */
final class Moves {

    private Moves() {}

    /** All but a longest run of names that stand in the same order before and after. */
    static List<String> between(List<String> before, List<String> after) {
        var places = new HashMap<String, Integer>();
        before.forEach(name -> places.put(name, places.size()));
        var stayed = new ArrayList<>(after.stream().filter(places::containsKey).toList());
        var kept = longestRising(stayed.stream().map(places::get).toList());
        var moved = new ArrayList<String>();
        for (var i = 0; i < stayed.size(); i++) {
            if (!kept.contains(i)) {
                moved.add(stayed.get(i));
            }
        }
        return moved;
    }

    /** Where the numbers of a longest rising sequence stand; a table is short enough for the plain way. */
    private static List<Integer> longestRising(List<Integer> numbers) {
        var lengths = new int[numbers.size()];
        var previous = new int[numbers.size()];
        var end = -1;
        for (var i = 0; i < numbers.size(); i++) {
            previous[i] = -1;
            for (var j = 0; j < i; j++) {
                if (numbers.get(j) < numbers.get(i) && lengths[j] > lengths[i]) {
                    lengths[i] = lengths[j];
                    previous[i] = j;
                }
            }
            lengths[i]++;
            end = end < 0 || lengths[i] > lengths[end] ? i : end;
        }
        var kept = new ArrayList<Integer>();
        for (var i = end; i >= 0; i = previous[i]) {
            kept.add(i);
        }
        return kept;
    }
}
