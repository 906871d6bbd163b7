package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.Chromium;
import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChanges;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Two managers change a rule before our eyes, and the next candidate is judged by it. A house of its own. */
@AtTheScreen
@TestPropertySource(properties = {"playbook.demo.cases=true", "playbook.test=rules on screen"})
class RuleChangeBrowserTests {

    private static final String FIT = "/rules/identify/fit";
    private static final String TASK = "Approve rule change: How well a candidate fits us, and we them, change 1";

    /** What the shipped cases give between 40 and 50 points to us. */
    private static final List<String> OTHERWISE = List.of(
            "One merchant short of 20000",
            "Accurate: many books and an open API",
            "A small adviser whose word counts, leads not proven",
            "A penalty without proof counts in full");

    @Autowired
    ApplicationContext house;

    @Autowired
    RuleSet<FitFacts> fit;

    @Autowired
    RuleChanges changes;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    @Test
    void aManagerChangesAThresholdAndAnotherBringsItIntoForce() {
        try (var chromium = Chromium.open()) {
            var maya = new Colleague(chromium, base(), "maya");
            editTheThreshold(maya);
            acceptWhatComesOutOtherwise(maya);
            lookAtTheFlips(maya);
            submit(maya);
            var change =
                    CaseRun.known(house, changes.open(fit).orElseThrow().key()).runJobs();
            isRefused(maya, change);
            approve(new Colleague(chromium, base(), "rizal"));
            change.fire("effectiveDateReached");
            judgeTheNextCandidate(new Colleague(chromium, base(), "sari"));
            readTheOverview(maya);
        }
    }

    private void editTheThreshold(Colleague maya) {
        var page = maya.open(FIT);
        button(page, "Change these rules").click();
        tab(page, "Verdict").click();
        var grid = new RuleGrid(page);
        assertThat(grid.sentence("FIT-42")).containsText("at least 40");
        var cell = grid.cell("FIT-42", "Points for us from");
        cell.dblclick();
        page.locator(".pb-field").fill("50");
        grid.cell("FIT-43", "Reason").click();
        assertThat(cell).hasText("50");
        assertThat(grid.sentence("FIT-42")).containsText("at least 50");
        assertThat(page.locator("[data-part=status]")).containsText("Saved");
        assertThat(proof(page)).containsText("17 of 21 cases come out as they expect");
        maya.picture("draft with another threshold");
    }

    private void acceptWhatComesOutOtherwise(Colleague maya) {
        var page = maya.page();
        for (var name : OTHERWISE) {
            button(page, "This is what I want: " + name).click();
            assertThat(page.getByText("Case “" + name + "” now expects what the draft says."))
                    .isVisible();
        }
        assertThat(proof(page)).containsText("21 of 21 cases come out as they expect");
    }

    private void lookAtTheFlips(Colleague maya) {
        var page = maya.page();
        link(page, "Back-test").click();
        button(page, "Start the back-test").click();
        var flips = page.locator("#flips");
        assertThat(flips.locator("tbody tr")).hasCount(5);
        assertThat(flips).containsText("Strong → Possible: 5");
        assertThat(flips.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("qasir-1")))
                .containsText("no longer FIT-42");
        maya.picture("back-test of the threshold");
    }

    private void submit(Colleague maya) {
        var page = maya.page();
        link(page, "Back to the draft").click();
        link(page, "Submit for approval").click();
        page.getByLabel("Reason").fill("Forty points let through whom the round then parked");
        maya.picture("submit the threshold");
        button(page, "Submit").click();
        assertThat(page.locator("main")).containsText("A change by Maya Kusuma waits for another manager.");
        maya.picture("rules with a change that waits");
    }

    /** Even by the address of the task: who wrote it cannot take it on, and so gets no button to complete it. */
    private void isRefused(Colleague maya, CaseRun change) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(change.code())
                .singleResult();
        maya.look(task.getId(), TASK);
        maya.page()
                .getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(maya.page()
                        .getByText("can only be given to somebody who wrote nothing of what it is about")
                        .first())
                .isVisible();
        assertThat(maya.page()
                        .locator("button:enabled:visible")
                        .filter(new Locator.FilterOptions().setHasText("Complete")))
                .hasCount(0);
        maya.picture("an author may not approve");
    }

    private void approve(Colleague rizal) {
        var form = rizal.take(TASK);
        var shown = rizal.page().locator(".fjs-form");
        for (var part : List.of(
                "Forty points let through whom the round then parked",
                "FIT-42",
                "All 21",
                "5 of 8 recorded decisions would have another verdict",
                "qasir-1",
                "FIT-42 no longer fires")) {
            assertThat(shown).containsText(part);
        }
        rizal.picture("approve rule change");
        form.choose("Decision", "Approve: these rows become the next version").complete();
    }

    /** Moka without a sponsor brings us 45 points: enough until a moment ago. */
    private void judgeTheNextCandidate(Colleague sari) {
        sari.take("Research: Moka")
                .choose("A named person there sponsors it", "No")
                .complete();
        CaseRun.known(house, "moka-1").runJobs();
        var decision =
                sari.open("/partnerships/moka-1").locator("#decisions details").first();
        assertThat(decision).containsText("Possible");
        assertThat(decision).containsText("by version 2 of the rules");
        assertThat(decision).containsText("FIT-43");
        sari.picture("judged by the new version");
    }

    private void readTheOverview(Colleague maya) {
        var line = maya.open("/rules")
                .locator("li")
                .filter(new Locator.FilterOptions().setHasText("How well a candidate fits"));
        assertThat(line).containsText("Version 2 since");
        assertThat(line).containsText("by Maya Kusuma, approved by Rizal Pratama");
        maya.picture("rules after the change");
        var page = maya.open(FIT);
        assertThat(page.locator("main")).containsText("Forty points let through whom the round then parked");
        maya.picture("version 2 of the fit");
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private static Locator proof(Page page) {
        return page.locator("[data-part=proof]");
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
