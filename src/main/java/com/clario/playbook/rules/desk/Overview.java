package com.clario.playbook.rules.desk;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Usage;
import com.clario.playbook.rules.change.RuleChange;
import com.clario.playbook.rules.change.RuleChanges;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.trial.Challengers;
import com.clario.playbook.rules.trial.Challengers.Challenger;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.words.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the reading pages say of rule sets: their rows in words, how often each fired, and where they come from. */
@Component
class Overview {

    private final Desk desk;
    private final Drafts drafts;
    private final Usage usage;
    private final Challengers challengers;
    private final RuleChanges changes;

    Overview(Desk desk, Drafts drafts, Usage usage, Challengers challengers, RuleChanges changes) {
        this.desk = desk;
        this.drafts = drafts;
        this.usage = usage;
        this.challengers = challengers;
        this.changes = changes;
    }

    /**
     * A rule set on the list.
     *
     * @param state who approved the version in force, and since when it is
     * @param never the rows that have not fired in the last twelve months
     * @param decided whether any row has
     * @param next which version comes next, and when; empty where none does
     * @param change who waits for an approval; empty where nobody does
     * @param draft who is changing it; empty where nobody is
     * @param shadow who runs a draft in shadow; empty where nobody does
     */
    record Line(
            String title,
            String used,
            String base,
            String state,
            int rows,
            List<String> never,
            boolean decided,
            String next,
            String change,
            String draft,
            String shadow) {}

    /** A table in words. */
    record TableShown(String name, String title, String reading, List<RowShown> rows) {}

    /** A row in words, and how often it fired in the last twelve months. */
    record RowShown(String id, String sentence, String reason, long fired) {

        boolean never() {
            return fired == 0;
        }

        /** Whether the sentence ends with the reason already. */
        public boolean saysReason() {
            return sentence.toLowerCase(Locale.ENGLISH).contains(reason.toLowerCase(Locale.ENGLISH));
        }

        public String firedInWords() {
            return fired == 0 ? "never fired" : "fired " + (fired == 1 ? "once" : String.format("%,d times", fired));
        }
    }

    /** A case in words. */
    record CaseShown(String name, String verdict, String rows) {}

    /** A version in the history; {@code calledOff} says by whom and why, and is empty where nobody did. */
    record VersionShown(int number, String state, String from, String by, String reason, String calledOff) {}

    /** All rule sets by the stage they belong to. */
    Map<String, List<Line>> all() {
        Map<String, List<Line>> byRoom = new LinkedHashMap<>();
        desk.sets()
                .forEach(set -> byRoom.computeIfAbsent(Desk.spoken(set.name().split("/")[0]), room -> new ArrayList<>())
                        .add(line(set)));
        return byRoom;
    }

    private Line line(RuleSet<?> set) {
        var version = desk.inForce(set);
        var rows = rows(set, version).stream()
                .flatMap(table -> table.rows().stream())
                .toList();
        return new Line(
                set.title(),
                set.used(),
                Desk.base(set),
                since(version),
                rows.size(),
                rows.stream().filter(RowShown::never).map(RowShown::id).toList(),
                rows.stream().anyMatch(row -> !row.never()),
                desk.next(desk.versions(set)).map(this::starts).orElse(""),
                change(set),
                drafts.find(set).map(this::inWords).orElse(""),
                challengers.running(set).map(this::inWords).orElse(""));
    }

    String since(Version version) {
        return "Version " + version.number()
                + (version.isCalledOff() ? ", called off before " : desk.isToCome(version) ? " from " : " since ")
                + desk.day(version.validFrom()) + ", " + by(version);
    }

    private String by(Version version) {
        var author = "by " + desk.name(version.author()).replaceFirst("^The ", "the ");
        return version.author().equals(version.approvedBy())
                ? author
                : author + ", approved by " + desk.name(version.approvedBy());
    }

    String starts(Version version) {
        return "Version " + version.number() + " from " + desk.moment(version.validFrom());
    }

    /** The change that waits for somebody. */
    String change(RuleSet<?> set) {
        return changes.open(set)
                .map(change -> change.state() == RuleChange.State.MENDING
                        ? "A change was sent back to " + desk.name(change.submittedBy())
                        : "A change by " + desk.name(change.submittedBy()) + " waits for another manager")
                .orElse("");
    }

    String inWords(Challenger challenger) {
        return "In shadow since " + desk.day(challenger.startedAt()) + ", begun by "
                + desk.name(challenger.startedBy());
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
                line.get(0), Sentences.of(table, line), line.get(line.size() - 1), fired.getOrDefault(line.get(0), 0L));
    }

    List<CaseShown> cases(RuleSet<?> set, Version version) {
        var sheet = Sheet.of(set, version.content().proven(set));
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
                        by(version),
                        version.reason(),
                        calledOff(version)))
                .toList();
    }

    private String state(Version version, int inForce) {
        if (version.number() == inForce) {
            return "in force";
        }
        return version.isCalledOff() ? "called off" : desk.isToCome(version) ? "to come" : "past";
    }

    private String calledOff(Version version) {
        var off = version.calledOff();
        return off == null
                ? ""
                : "Called off by " + desk.name(off.by()) + " on " + desk.moment(off.at()) + ": " + off.why();
    }
}
