package com.clario.playbook.screen;

import com.clario.playbook.CaseRun;
import com.clario.playbook.access.People;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChanges;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Rizal changes the reason of a row, which changes no verdict, and submits it to Maya. */
final class ChangedRules {

    private ChangedRules() {}

    static void submitted(ApplicationContext house) {
        change(house, "outreach/approach");
    }

    static void sentBack(ApplicationContext house) {
        change(house, "outreach/follow-up")
                .complete(
                        "maya",
                        "approveRuleChange",
                        Map.of("approvalDecision", "SEND_BACK", "approvalComment", "Say whom it concerns"));
    }

    private static CaseRun change(ApplicationContext house, String name) {
        var set = house.getBeansOfType(RuleSet.class).values().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var key = house.getBean(People.class).actAs("rizal", () -> {
            return house.getBean(RuleChanges.class)
                    .submit(set, edit(house.getBean(Drafts.class), set), "Partners ask what we mean", null)
                    .key();
        });
        return CaseRun.known(house, key).runJobs();
    }

    private static long edit(Drafts drafts, RuleSet<?> set) {
        var draft = drafts.open(set);
        var table = set.tables().get(0).name();
        var tables = new HashMap<>(draft.sheet().tables());
        List<List<String>> lines = new ArrayList<>(tables.get(table));
        var row = new ArrayList<>(lines.get(0));
        row.set(row.size() - 1, "Said more clearly than before");
        lines.set(0, row);
        tables.put(table, lines);
        return drafts.save(
                        set, draft.revision(), new Sheet(tables, draft.sheet().cases()))
                .revision();
    }
}
