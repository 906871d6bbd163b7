package com.clario.playbook.rules.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what the rows of one case say; the rules call it, one row after the other. */
public final class Findings {

    // No gate lets anybody type it.
    private static final char MARK = '\uE000';

    private final List<Finding> list = new ArrayList<>();
    private final Map<String, Integer> sums = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final Set<String> verdicts = new LinkedHashSet<>();

    private Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> points = new LinkedHashMap<>();
    private boolean unproven;

    /** A text as rules hold it: a quotation mark could end its literal, so a sign of our own stands there. */
    static String literal(String text) {
        return text.replace('"', MARK);
    }

    private static String text(String literal) {
        return literal.replace(MARK, '"');
    }

    public void points(String sum, int number) {
        points.put(sum, number);
    }

    /** Without proof what speaks for the candidate counts half; what speaks against it counts in full. */
    public void evidence(String criterion, boolean proven) {
        values.put("evidence", criterion);
        unproven = !proven;
    }

    public void verdict(String verdict) {
        values.put("verdict", verdict);
        verdicts.add(verdict);
    }

    public void output(String name, String literal) {
        values.put(name, text(literal));
    }

    /** Closes the row: what was said since the last one belongs to it. */
    public void fire(String table, String row, String reason) {
        points.forEach((sum, full) -> {
            var counted = unproven && full > 0 ? full / 2 : full;
            values.put(sum, Integer.toString(counted));
            sums.merge(sum, counted, Integer::sum);
        });
        if (unproven) {
            values.put("proven", "false");
        }
        rows.merge(table, 1, Integer::sum);
        list.add(new Finding(table, row, said(reason), Collections.unmodifiableMap(values)));
        values = new LinkedHashMap<>();
        points.clear();
        unproven = false;
    }

    private String said(String reason) {
        var text = text(reason);
        if (!unproven) {
            return text;
        }
        var halved = points.values().stream().anyMatch(full -> full > 0);
        return text + (halved ? " (not proven yet, counts half)" : " (not proven yet)");
    }

    public Tally tally() {
        return new Tally(Map.copyOf(sums), Map.copyOf(rows));
    }

    /** The one verdict; empty where no row gave one or two rows disagree, so that a person decides. */
    public Optional<String> verdict() {
        return verdicts.size() == 1 ? verdicts.stream().findFirst() : Optional.empty();
    }

    public Map<String, Integer> sums() {
        return Collections.unmodifiableMap(sums);
    }

    public List<Finding> list() {
        return Collections.unmodifiableList(list);
    }

    Findings inOrder(Map<String, Integer> places) {
        list.sort(Comparator.comparing(finding -> places.get(finding.row())));
        return this;
    }
}
