package com.clario.playbook.rules.desk;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChange;
import com.clario.playbook.rules.change.RuleChanges;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.table.Csv;
import com.clario.playbook.rules.version.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an address calls {@code draft}, {@code change-3} or by a version's number: the content it means, and its name in
 * words.
 */
@Component
public class Contents {

    public static final String DRAFT = "draft";

    private static final Pattern CHANGE = Pattern.compile("change-([0-9]{1,6})");

    private final Desk desk;
    private final Drafts drafts;
    private final RuleChanges changes;

    Contents(Desk desk, Drafts drafts, RuleChanges changes) {
        this.desk = desk;
        this.drafts = drafts;
        this.changes = changes;
    }

    /** Something to choose from. */
    public record Choice(String value, String words) {}

    /** The draft and the submitted change, if there are any, then all versions, the newest first. */
    public List<Choice> choices(RuleSet<?> set) {
        var choices = new ArrayList<Choice>();
        drafts.find(set).ifPresent(draft -> choices.add(new Choice(DRAFT, "The draft")));
        changes.open(set)
                .ifPresent(change -> choices.add(
                        new Choice("change-" + change.number(), "Change " + change.number() + " as submitted")));
        var inForce = desk.inForce(set).number();
        desk.versions(set)
                .forEach(version -> choices.add(new Choice(
                        Integer.toString(version.number()),
                        "Version " + version.number()
                                + (version.number() == inForce
                                        ? " (in force)"
                                        : version.isCalledOff()
                                                ? " (called off)"
                                                : " from " + desk.day(version.validFrom())))));
        return choices;
    }

    /** Through the gate: what is tried and back-tested. */
    public Content gated(RuleSet<?> set, String which) {
        return which.equals(DRAFT) ? drafts.content(set, draft(set)) : stored(set, which);
    }

    /** As it stands, right or wrong: what is compared. */
    public Content asItStands(RuleSet<?> set, String which) {
        return which.equals(DRAFT) ? raw(set, draft(set)) : stored(set, which);
    }

    /** What was submitted is frozen, as a version is. */
    private Content stored(RuleSet<?> set, String which) {
        return change(set, which)
                .map(RuleChange::content)
                .orElseGet(() -> desk.version(set, number(which)).content().proven(set));
    }

    /** The change an address means; empty where it means something else. */
    Optional<RuleChange> change(RuleSet<?> set, String which) {
        var change = CHANGE.matcher(which);
        if (!change.matches()) {
            return Optional.empty();
        }
        var number = Integer.parseInt(change.group(1));
        var found =
                changes.all(set).stream().filter(one -> one.number() == number).findFirst();
        return Optional.of(found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Sheet draft(RuleSet<?> set) {
        return drafts.find(set)
                .orElseThrow(() -> new Refusal("There is no draft of these rules."))
                .sheet();
    }

    /** Cells as they stand, as if they had passed the gate: only to lay them beside others. */
    public static Content raw(RuleSet<?> set, Sheet sheet) {
        Map<String, String> tables = new LinkedHashMap<>();
        set.tables().forEach(table -> tables.put(table.name(), csv(sheet.rows(table.name()))));
        var cases = CaseSheet.of(set);
        return new Content(tables, Csv.line(cases.names()) + csv(sheet.cases()));
    }

    private static String csv(List<List<String>> lines) {
        return lines.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static int number(String which) {
        if (!which.matches("[0-9]{1,6}")) {
            throw new Refusal("There is no version " + which + " of these rules.");
        }
        return Integer.parseInt(which);
    }
}
