package com.clario.playbook.rules.desk;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.trial.Usage;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.words.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the reading pages say of rule sets: their rows in words, how often each fired, and where they come from. */
@Component
class Overview {

    private final Desk desk;
    private final Drafts drafts;
    private final Usage usage;

    Overview(Desk desk, Drafts drafts, Usage usage) {
        this.desk = desk;
        this.drafts = drafts;
        this.usage = usage;
    }

    /**
     * A rule set on the list.
     *
     * @param state who approved the version in force, and since when it is
     * @param next which version comes next, and when; empty where none does
     * @param draft who is changing it; empty where nobody is
     */
    record Line(
            String title, String used, String base, String state, int rows, List<String> never, String next, String draft) {}

    /** A table in words. */
    record TableShown(String name, String title, String reading, List<RowShown> rows) {}

    /** A row in words, and how often it fired in the last twelve months. */
    record RowShown(String id, String sentence, String reason, long fired) {

        boolean never() {
            return fired == 0;
        }

        public String firedInWords() {
            return fired == 0 ? "never fired" : "fired " + (fired == 1 ? "once" : String.format("%,d times", fired));
        }
    }

    /** A case in words. */
    record CaseShown(String name, String verdict, String rows) {}

    /** A version in the history. */
    record VersionShown(int number, String state, String from, String author, String approvedBy, String reason) {}

    /** All rule sets by the stage they belong to. */
    Map<String, List<Line>> all() {
        Map<String, List<Line>> byRoom = new LinkedHashMap<>();
        desk.sets().forEach(set -> byRoom.computeIfAbsent(
                        Desk.spoken(set.name().split("/")[0]), room -> new ArrayList<>())
                .add(line(set)));
        return byRoom;
    }

    private Line line(RuleSet<?> set) {
        var version = desk.inForce(set);
        var rows = rows(set, version).stream().flatMap(table -> table.rows().stream()).toList();
        return new Line(
                set.title(),
                set.used(),
                Desk.base(set),
                since(version),
                rows.size(),
                rows.stream().filter(RowShown::never).map(RowShown::id).toList(),
                desk.next(desk.versions(set)).map(this::starts).orElse(""),
                drafts.find(set).map(this::inWords).orElse(""));
    }

    String since(Version version) {
        var by = version.approvedBy().equals(version.author())
                ? ""
                : ", approved by " + desk.name(version.approvedBy());
        return "Version " + version.number() + " since " + desk.day(version.validFrom()) + ", by "
                + desk.name(version.author()) + by;
    }

    String starts(Version version) {
        return "Version " + version.number() + " from " + desk.moment(version.validFrom());
    }

    String inWords(Draft draft) {
        return desk.name(draft.changedBy()) + ", " + desk.moment(draft.changedAt());
    }

    /** The tables of a version, row by row. */
    List<TableShown> rows(RuleSet<?> set, Version version) {
        var fired = usage.of(set);
        var sheet = Sheet.of(set, version.content());
        return set.tables().stream()
                .map(table -> new TableShown(
                        table.name(),
                        Desk.spoken(table.name()),
                        Desk.reading(table),
                        sheet.rows(table.name()).stream()
                                .map(line -> row(table, line, fired))
                                .toList()))
                .toList();
    }

    private static RowShown row(Table table, List<String> line, Map<String, Long> fired) {
        return new RowShown(
                line.get(0),
                Sentences.of(table, line),
                line.get(line.size() - 1),
                fired.getOrDefault(line.get(0), 0L));
    }

    List<CaseShown> cases(RuleSet<?> set, Version version) {
        var sheet = Sheet.of(set, Contents.of(set, version));
        var at = CaseSheet.of(set).expectedAt();
        return sheet.cases().stream()
                .map(line -> new CaseShown(line.get(0), Desk.spoken(line.get(at)), line.get(at + 1)))
                .toList();
    }

    /** Every version, newest first. */
    List<VersionShown> history(RuleSet<?> set) {
        var inForce = desk.inForce(set).number();
        return desk.versions(set).stream()
                .map(version -> new VersionShown(
                        version.number(),
                        state(version, inForce),
                        desk.moment(version.validFrom()),
                        desk.name(version.author()),
                        desk.name(version.approvedBy()),
                        version.reason()))
                .toList();
    }

    private String state(Version version, int inForce) {
        if (version.number() == inForce) {
            return "in force";
        }
        return desk.isToCome(version) ? "to come" : "past";
    }
}
