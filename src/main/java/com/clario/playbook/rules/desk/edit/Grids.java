package com.clario.playbook.rules.desk.edit;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.desk.Desk;
import com.clario.playbook.rules.draft.CellProblem;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Sweep;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.words.Sentences;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** A draft as the editor's grids take it, and what there is to say of it after every save. */
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

    /** What the checks say at once. */
    record Said(List<CellProblem> problems, List<Remark> remarks, Map<String, List<String>> sentences) {

        boolean wrong() {
            return !problems.isEmpty()
                    || remarks.stream()
                            .anyMatch(remark -> remark.severity().name().equals("WRONG"));
        }
    }

    /** All that the editor's page begins with. */
    record Opened(
            long revision,
            Instant changedAt,
            List<String> taken,
            List<String> facts,
            List<Grid> tables,
            Grid cases,
            Said checked) {}

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
                draft.revision(), draft.changedAt(), taken(set), facts, tables, cases, said(set, draft.sheet()));
    }

    /** Every id a version has ever had: a row that is gone lives on in its decisions. */
    private List<String> taken(RuleSet<?> set) {
        var ids = new TreeSet<String>();
        desk.versions(set).forEach(version -> {
            var sheet = Sheet.of(set, version.content());
            set.tables().forEach(table -> sheet.rows(table.name()).forEach(line -> ids.add(line.get(0))));
        });
        return List.copyOf(ids);
    }

    Said said(RuleSet<?> set, Sheet sheet) {
        var problems = drafts.glance(set, sheet).problems();
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        set.tables()
                .forEach(table -> sentences.put(
                        table.name(),
                        sheet.rows(table.name()).stream()
                                .map(line -> Sentences.of(table, line))
                                .toList()));
        return new Said(problems, problems.isEmpty() ? remarks(set, sheet) : List.of(), sentences);
    }

    private List<Remark> remarks(RuleSet<?> set, Sheet sheet) {
        var rows = set.tables().stream()
                .map(table -> Gate.pass(table, sheet.rows(table.name())))
                .toList();
        return Sweep.of(rows, rows(set, desk.inForce(set)));
    }

    private static List<Rows> rows(RuleSet<?> set, Version version) {
        return set.tables().stream()
                .filter(table -> Gate.problems(table, version.content().rows(table.name()))
                        .isEmpty())
                .map(table -> Gate.pass(table, version.content().rows(table.name())))
                .toList();
    }
}
