package com.clario.playbook.rules.desk.edit;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.desk.Desk;
import com.clario.playbook.rules.draft.Checked;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.table.Gate;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** A draft as the editor's grids take it. */
@Component
class Grids {

    private final Desk desk;
    private final Drafts drafts;

    Grids(Desk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    /** One grid. */
    record Grid(String name, String title, String reading, int most, List<Heading> columns, List<List<String>> lines) {}

    /** All that the editor's page begins with. */
    record Opened(
            long revision,
            Instant changedAt,
            List<String> taken,
            List<String> facts,
            List<Grid> tables,
            Grid cases,
            Checked checked) {}

    Opened opened(RuleSet<?> set, Draft draft) {
        var tables = set.tables().stream()
                .map(table -> new Grid(
                        table.name(),
                        Desk.spoken(table.name()),
                        Desk.reading(table),
                        Gate.MOST_ROWS,
                        Heading.of(table),
                        draft.sheet().rows(table.name())))
                .toList();
        var cases = new Grid(
                CaseSheet.NAME,
                "Cases",
                "Every case is tried before a change is published: add your own.",
                CaseSheet.MOST_CASES,
                Heading.ofCases(set),
                draft.sheet().cases());
        var facts = Arrays.stream(set.facts().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return new Opened(
                draft.revision(),
                draft.changedAt(),
                taken(set),
                facts,
                tables,
                cases,
                drafts.glance(set, draft.sheet()));
    }

    /** Every id a version or a draft has ever had: a row that is gone lives on in its decisions. */
    private List<String> taken(RuleSet<?> set) {
        var ids = new TreeSet<>(drafts.usedIds(set));
        desk.versions(set).forEach(version -> {
            var sheet = Sheet.of(set, version.content());
            set.tables().forEach(table -> sheet.rows(table.name()).forEach(line -> ids.add(line.get(0))));
        });
        return List.copyOf(ids);
    }
}
