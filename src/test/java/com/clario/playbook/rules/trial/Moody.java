package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Content;
import java.util.List;
import java.util.Map;

/** Facts at which rules stumble: nobody may ask for the luck of thirteen. */
public record Moody(int number) {

    static final RuleSet<Moody> SET = RuleSet.of(
            "trial/moody",
            "rules/none",
            "Moody",
            "Never.",
            Moody.class,
            List.of("HIGH", "LOW"),
            Table.firstOf(
                    "moods",
                    Column.from("number", "Number from", 0, 100),
                    Column.from("luck", "Luck from", 0, 100),
                    Column.verdict("HIGH", "LOW")));

    public int luck() {
        if (number == 13) {
            throw new IllegalStateException("It is thirteen");
        }
        return 1;
    }

    /** High from this number on, else low for whoever has any luck. */
    static Content content(int limit) {
        return new Content(Map.of("moods", "MOO-01," + limit + ",1,HIGH,High enough\nMOO-02,,1,LOW,Too low\n"), "");
    }
}
