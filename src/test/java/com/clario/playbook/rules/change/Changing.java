package com.clario.playbook.rules.change;

import com.clario.playbook.CaseRun;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Entry;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change of the rules of approach in a test, from the first cell to its end. */
final class Changing {

    static final Map<String, Object> APPROVE = Map.of("approvalDecision", "APPROVE");

    private static final int VERDICT = 4;
    private static final int REASON = 6;

    final ApplicationContext house;
    final RuleSet<?> set;
    final RuleChanges changes;
    private final Drafts drafts;
    private final People people;

    private Changing(ApplicationContext house) {
        this.house = house;
        this.set = house.getBeansOfType(RuleSet.class).values().stream()
                .filter(each -> each.name().equals("outreach/approach"))
                .findFirst()
                .orElseThrow();
        this.changes = house.getBean(RuleChanges.class);
        this.drafts = house.getBean(Drafts.class);
        this.people = house.getBean(People.class);
    }

    /** Nobody has changed anything yet that is still open. */
    static Changing anew(ApplicationContext house) {
        var changing = new Changing(house);
        var runtime = house.getBean(RuntimeService.class);
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("ruleChange")
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "another test"));
        house.getBean(JdbcClient.class)
                .sql("update playbook.rule_change set open_mark = null, state = 'WITHDRAWN' where state <> 'ACTIVE'")
                .update();
        changing.people.actAs("maya", () -> {
            changing.drafts
                    .find(changing.set)
                    .ifPresent(draft -> changing.drafts.discard(changing.set, draft.revision()));
            return null;
        });
        return changing;
    }

    /** Another reason for the row that says whom we may mail, which changes no verdict. */
    Changing type(String person, String reason) {
        return edit(
                person,
                sheet -> new Sheet(
                        Map.of("approach", with(sheet.tables().get("approach"), "APP-04", REASON, reason)),
                        sheet.cases()));
    }

    /** Another verdict for that row; its case does not expect it. */
    Changing typeVerdict(String person, String verdict) {
        return edit(
                person,
                sheet -> new Sheet(
                        Map.of("approach", with(sheet.tables().get("approach"), "APP-04", VERDICT, verdict)),
                        sheet.cases()));
    }

    /** Another verdict in the case of a cold mail. */
    Changing expect(String person, String verdict) {
        return edit(person, sheet -> new Sheet(sheet.tables(), with(sheet.cases(), "A cold mail", VERDICT, verdict)));
    }

    /** A draft that says what is in force. */
    Draft open(String person) {
        return people.actAs(person, () -> drafts.open(set));
    }

    Draft rollBack(String person, int version) {
        return people.actAs(person, () -> drafts.restart(set, version, 0));
    }

    Changing edit(String person, UnaryOperator<Sheet> deed) {
        return people.actAs(person, () -> {
            var draft = drafts.open(set);
            drafts.save(set, draft.revision(), deed.apply(draft.sheet()));
            return this;
        });
    }

    private static List<List<String>> with(List<List<String>> lines, String first, int column, String text) {
        return lines.stream()
                .map(line -> {
                    var cells = new ArrayList<>(line);
                    if (line.get(0).equals(first)) {
                        cells.set(column, text);
                    }
                    return List.copyOf(cells);
                })
                .toList();
    }

    boolean hasDraft() {
        return drafts.find(set).isPresent();
    }

    RuleChange submit(String person, Instant from) {
        return submit(person, drafts.find(set).map(Draft::revision).orElse(0L), "Partners asked for it", from);
    }

    RuleChange submit(String person, long revision, String reason, Instant from) {
        return people.actAs(person, () -> changes.submit(set, revision, reason, from));
    }

    /** The drawing of a submitted change, as far as it comes without people. */
    CaseRun submitted(String person, Instant from) {
        return CaseRun.known(house, submit(person, from).key()).runJobs();
    }

    void withdraw(String person) {
        people.actAs(person, () -> {
            changes.withdraw(set);
            return null;
        });
    }

    RuleChange callOff(String person, int version) {
        return people.actAs(person, () -> {
            house.getBean(CallOffs.class).callOff(set, version, "Too early");
            return newest();
        });
    }

    RuleChange newest() {
        return changes.all(set).get(0);
    }

    List<Version> versions() {
        return house.getBean(Rules.class).versions(set);
    }

    /** The acts on these rules since the draft was begun, oldest first. */
    List<Act> acts() {
        var acts = new ArrayList<Act>();
        for (Entry entry : house.getBean(Trail.class).newest(set.name(), 99, 99)) {
            if (entry.act() == Act.STARTED) {
                break;
            }
            acts.add(0, entry.act());
        }
        return acts;
    }

    static String refusal(Runnable deed) {
        try {
            deed.run();
            return "done";
        } catch (RuntimeException thrown) {
            return Refusal.in(thrown).map(Refusal::getMessage).orElse(thrown.toString());
        }
    }
}
