package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.Chromium;
import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChanges;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A manager writes a reason with quotation marks, has it approved for a day to come, and calls it off. */
@AtTheScreen
@TestPropertySource(properties = "playbook.test=call off on screen")
class CallOffBrowserTests {

    private static final String FIT = "/rules/identify/fit";
    private static final String REASON = "\"Moka \"Analytics\"\", the partner's own";

    @Autowired
    ApplicationContext house;

    @Autowired
    RuleSet<FitFacts> fit;

    @Autowired
    RuleChanges changes;

    @LocalServerPort
    int port;

    @Test
    void aManagerCallsOffWhatWaitsForItsDay() {
        try (var chromium = Chromium.open()) {
            var maya = new Colleague(chromium, "http://127.0.0.1:" + port, "maya");
            writeTheReason(maya);
            submit(maya);
            CaseRun.known(house, changes.open(fit).orElseThrow().key())
                    .runJobs()
                    .complete("rizal", "approveRuleChange", Map.of("approvalDecision", "APPROVE"));
            callOff(maya);
        }
    }

    private void writeTheReason(Colleague maya) {
        var page = maya.open(FIT);
        button(page, "Change these rules");
        var grid = new RuleGrid(page);
        grid.cell("FIT-01", "Reason").dblclick();
        page.locator(".pb-field").fill(REASON);
        grid.cell("FIT-02", "Reason").click();
        assertThat(grid.cell("FIT-01", "Reason")).hasText(REASON);
        assertThat(page.locator("[data-part=status]")).containsText("Saved");
        assertThat(page.locator("[data-part=proof]")).containsText("cases come out as they expect");
        assertThat(page.locator("[data-part=faults]")).isHidden();
        assertThat(page.locator("[data-part=remarks]")).isEmpty();
        maya.picture("draft with quotation marks");
    }

    private void submit(Colleague maya) {
        var page = maya.open(FIT + "/submit");
        page.getByLabel("Reason").fill("Said in the partner's words");
        page.getByLabel("In force from").fill("2031-01-02T09:00");
        button(page, "Submit");
        assertThat(page.locator("main")).containsText("waits for another manager");
    }

    private void callOff(Colleague maya) {
        var page = maya.open(FIT);
        assertThat(page.locator("main")).containsText("Next: Version 2 from 2 Jan 2031, 09:00");
        page.getByText("Call it off").click();
        page.getByLabel("Why it is called off").fill("The partner \"changed\" its mind");
        maya.picture("a version to come is called off");
        button(page, "Call version 2 off");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version 2 is called off: it never comes into force.");
        assertThat(page.locator("#versions")).containsText("Called off by Maya Kusuma");
        assertThat(page.locator("#versions")).containsText("The partner \"changed\" its mind");
        assertThat(page.locator("main")).not().containsText("Next: Version 2");
        maya.picture("a version that was called off");
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
