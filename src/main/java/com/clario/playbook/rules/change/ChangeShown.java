package com.clario.playbook.rules.change;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Markdown;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.version.Version;
import com.clario.playbook.rules.words.Difference;
import com.clario.playbook.rules.words.Difference.Cell;
import com.clario.playbook.rules.words.Differences;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the forms of a rule change show beside their fields. */
@Component
class ChangeShown {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_LINES = 200;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu 'at' HH:mm", Locale.ENGLISH);

    private final RuleChanges changes;
    private final Standing standing;
    private final BackTestShown backTests;
    private final People people;
    private final ZoneId zone;

    ChangeShown(
            RuleChanges changes,
            Standing standing,
            BackTestShown backTests,
            People people,
            @Value("${playbook.zone}") ZoneId zone) {
        this.changes = changes;
        this.standing = standing;
        this.backTests = backTests;
        this.people = people;
        this.zone = zone;
    }

    /** What a list of tasks calls it. */
    String name(RuleChange change) {
        return changes.set(change).title() + ", change " + change.number();
    }

    String approve(RuleChange change) {
        var replaced = standing.replaced(change);
        var shown = head(
                change,
                names(change) + " ask" + (change.editors().size() == 1 ? "s" : "") + " for other rules. Reason: "
                        + change.reason());
        shown.put("facts", facts(change, replaced));
        shown.put("differences", differences(change, replaced));
        shown.put("compare", "/rules/" + change.ruleSet() + "/compare?to=change-" + change.number());
        shown.put("checks", checks(change));
        shown.putAll(backTests.of(changes.set(change), change.backTest(), this::moment));
        return json(shown);
    }

    String mend(RuleChange change) {
        var shown = head(
                change,
                "This change cannot go on as it is: " + change.comment()
                        + "\n\nMend the draft on the rules desk and submit it again, or withdraw the change.");
        shown.put("facts", facts(change, standing.replaced(change)));
        return json(shown);
    }

    private Map<String, Object> head(RuleChange change, String intro) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("intro", Markdown.literal(intro));
        shown.put("link", "/rules/" + change.ruleSet());
        return shown;
    }

    private List<Map<String, String>> facts(RuleChange change, Version replaced) {
        var facts = new ArrayList<Map<String, String>>();
        facts.add(fact("Rule set", changes.set(change).title()));
        facts.add(fact("Submitted", name(change.submittedBy()) + ", " + moment(change.submittedAt())));
        facts.add(fact("Written by", names(change)));
        facts.add(fact("Reason", change.reason()));
        facts.add(fact("Starts", change.validFrom() == null ? "When it is approved" : moment(change.validFrom())));
        facts.add(
                fact("Takes the place of", "Version " + replaced.number() + ", since " + moment(replaced.validFrom())));
        return facts;
    }

    private List<Map<String, String>> checks(RuleChange change) {
        var cases =
                change.content().cases().lines().filter(line -> !line.isBlank()).count();
        var checks = new ArrayList<Map<String, String>>();
        checks.add(Map.of("check", "Every cell is of its kind", "result", "Yes"));
        checks.add(Map.of("check", "The rows compile", "result", "Yes"));
        checks.add(Map.of(
                "check", "Cases come out as they say", "result", cases < 2 ? "There are none" : "All " + (cases - 1)));
        standing.remarks(changes.set(change), change).stream()
                .limit(MOST_LINES)
                .map(remark -> Map.of("check", "Worth a look", "result", remark.sentence()))
                .forEach(checks::add);
        if (change.startedFrom() != change.baseVersion()) {
            checks.add(Map.of(
                    "check",
                    "Started from the newest version",
                    "result",
                    "No: from version " + change.startedFrom() + ", and version " + change.baseVersion()
                            + " is the newest. See whether the differences take back something of it."));
        }
        standing.later(change)
                .forEach(version -> checks.add(Map.of(
                        "check",
                        "Stays in force",
                        "result",
                        "Until " + moment(version.validFrom()) + ": then version " + version.number()
                                + " begins, which was approved before.")));
        return checks;
    }

    private List<Map<String, String>> differences(RuleChange change, Version before) {
        var differences = Differences.between(changes.set(change), before.content(), change.content());
        var lines = new ArrayList<Map<String, String>>();
        differences.stream()
                .limit(MOST_LINES)
                .map(each -> line(
                        each.row(),
                        Fired.inWords(each.kind().name()),
                        cellByCell(each, each.before(), Cell::before),
                        cellByCell(each, each.after(), Cell::after)))
                .forEach(lines::add);
        if (differences.size() > MOST_LINES) {
            var more = "and " + (differences.size() - MOST_LINES) + " more";
            lines.add(line("…", more, "Follow the link above", "to see them all"));
        }
        return lines;
    }

    private static Map<String, String> line(String row, String what, String before, String after) {
        return Map.of("row", row, "what", what, "before", before, "after", after);
    }

    /** A sentence may round what a cell says, and of a moved row it says the same twice: the cells say it all. */
    private static String cellByCell(Difference one, String sentence, Function<Cell, String> side) {
        var cells = one.cells().stream()
                .map(cell -> cell.label() + ": " + (side.apply(cell).isEmpty() ? "empty" : side.apply(cell)))
                .collect(Collectors.joining("; "));
        if (sentence.isEmpty()) {
            return "–";
        }
        // A case has a dozen facts, and whoever approves looks for the one that changed.
        if (one.isCase()) {
            return cells.isEmpty() ? sentence : cells;
        }
        return cells.isEmpty() ? sentence : sentence + " [" + cells + "]";
    }

    private static Map<String, String> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private String names(RuleChange change) {
        return change.editors().stream().map(this::name).collect(Collectors.joining(" and "));
    }

    private String name(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    private static String json(Map<String, Object> shown) {
        try {
            return JSON.writeValueAsString(shown);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
