package com.clario.playbook.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.outreach.FollowUpFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Whoever approves sees what the change would have done, also where every verdict stays. */
@PlaybookTest
@TestPropertySource(properties = "playbook.test=rules")
class BackTestOnTheFormTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    RuleSet<FollowUpFacts> followUp;

    @Autowired
    Rules rules;

    @Autowired
    Drafts drafts;

    @Autowired
    RuleChanges changes;

    @Autowired
    People people;

    @Test
    void saysBothCountsAndListsEveryDecisionThatMoves() {
        rules.decide(followUp, new FollowUpFacts("COLD", "POS"), "kopi-8");
        rules.decide(followUp, new FollowUpFacts("WARM", "POS"), "kopi-9");

        var change = people.actAs("maya", () -> {
            var draft = drafts.open(followUp);
            var saved = drafts.save(followUp, draft.revision(), patient(draft.sheet()));
            return changes.submit(followUp, saved.revision(), "They take longer to answer", null);
        });
        var shown = CaseRun.known(house, change.key())
                .runJobs()
                .variable("approveRuleChange", "shown")
                .toString();

        assertThat(shown)
                .contains("0 of 2 recorded decisions would have another verdict; 1 would keep theirs")
                .contains("\"moves\":[{", "kopi-8", "Days of silence after the last 10 → 12", "FUP-03 says otherwise")
                .contains("Sums: Follow-ups 2, Days between 5, Days of silence after the last 12")
                .doesNotContain("kopi-9", "daysOfSilence");
        people.actAs("maya", () -> {
            changes.withdraw(followUp);
            return null;
        });
    }

    private static Sheet patient(Sheet sheet) {
        return new Sheet(
                Map.of("follow-up", changed(sheet.rows("follow-up"), "10", "12")),
                changed(
                        sheet.cases(),
                        "followUps=2 daysBetween=5 daysOfSilence=10",
                        "followUps=2 daysBetween=5 daysOfSilence=12"));
    }

    private static List<List<String>> changed(List<List<String>> lines, String old, String now) {
        return lines.stream()
                .map(line ->
                        line.stream().map(cell -> cell.equals(old) ? now : cell).toList())
                .toList();
    }
}
