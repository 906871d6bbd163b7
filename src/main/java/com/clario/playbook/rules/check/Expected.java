package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cells of a case that name rows and sums.
 *
 * @param sums the sums the tables add up
 */
record Expected(Set<String> sums) {

    private static final Pattern SUM = Pattern.compile("(\\w{1,40})=(-?[1-9][0-9]{0,6}|0)");

    static Expected of(List<Table> tables) {
        return new Expected(tables.stream()
                .flatMap(table -> table.columns().stream())
                .filter(Column::isPoints)
                .map(Column::field)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The ids in the order of the tables, because rows are found to have fired in that order. */
    String rows(String cell, Map<String, Integer> places) throws CellType.Unfit {
        var ids = words(cell);
        for (var id : ids) {
            if (!places.containsKey(id)) {
                throw new CellType.Unfit("row", "names " + shortened(id) + ", and there is no such row");
            }
        }
        refuseTwice(ids);
        return ids.stream().sorted(Comparator.comparing(places::get)).collect(Collectors.joining(" "));
    }

    String sums(String cell) throws CellType.Unfit {
        var words = words(cell);
        if (!words.isEmpty() && sums.isEmpty()) {
            throw new CellType.Unfit("sum", "must be empty, because these tables add nothing up");
        }
        for (var word : words) {
            var sum = SUM.matcher(word);
            if (!sum.matches() || !sums.contains(sum.group(1))) {
                var example = sums.stream().map(name -> name + "=50").collect(Collectors.joining(" "));
                throw new CellType.Unfit("sum", "needs sums such as " + example);
            }
        }
        refuseTwice(words.stream().map(word -> word.split("=")[0]).toList());
        return String.join(" ", words);
    }

    private static void refuseTwice(List<String> words) throws CellType.Unfit {
        var seen = new LinkedHashSet<String>();
        for (var word : words) {
            if (!seen.add(word)) {
                throw new CellType.Unfit("twice", "names " + word + " twice");
            }
        }
    }

    /** Spaces as in the file; commas, too, because people write lists with them. */
    private static List<String> words(String cell) {
        var plain = cell.replace(',', ' ').strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    private static String shortened(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }
}
