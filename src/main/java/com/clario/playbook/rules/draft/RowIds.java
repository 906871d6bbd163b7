package com.clario.playbook.rules.draft;

import com.clario.playbook.rules.RuleSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the id of a new row: in the manner of its table, and never one that any row has had. */
final class RowIds {

    private static final Pattern NUMBERED = Pattern.compile("([A-Z][A-Z0-9-]{0,30}?)([0-9]{1,8})");

    private final Set<String> used;

    /** @param used the ids of all versions and all drafts of the rule set */
    RowIds(Set<String> used) {
        this.used = used;
    }

    /** Follows the highest number of the table's own rows; where the next is taken, the one after it. */
    String next(RuleSet<?> set, String table, Sheet sheet) {
        var taken = new HashSet<>(used);
        taken.addAll(sheet.ids(set));
        var own = numbered(sheet.ids(table));
        var style = own.isEmpty() ? numbered(taken.stream().sorted()) : own;
        var prefix = mostUsed(style, Numbered::prefix).orElse(prefix(table));
        var width = mostUsed(style, Numbered::width).orElse(2);
        var number = own.stream()
                .filter(id -> id.prefix().equals(prefix))
                .mapToLong(Numbered::number)
                .max()
                .orElse(0);
        String id;
        do {
            number++;
            id = prefix + ("%0" + width + "d").formatted(number);
        } while (taken.contains(id));
        return id;
    }

    private static <T> Optional<T> mostUsed(List<Numbered> ids, Function<Numbered, T> part) {
        return ids.stream().collect(Collectors.groupingBy(part, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue()
                        .thenComparing(each -> each.getKey().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private static List<Numbered> numbered(Stream<String> ids) {
        return ids.map(NUMBERED::matcher)
                .filter(id -> id.matches())
                .map(id -> new Numbered(
                        id.group(1), Long.parseLong(id.group(2)), id.group(2).length()))
                .toList();
    }

    private static String prefix(String table) {
        return table.toUpperCase().replaceAll("[^A-Z0-9]", "-") + "-";
    }

    private record Numbered(String prefix, long number, int width) {}
}
