package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.identify.FitFacts;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.RuleChange;
import com.clario.playbook.rules.change.RuleChanges;
import com.clario.playbook.rules.draft.Drafts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A manager without a mouse: what was changed in Excel comes into the draft, is mended and submitted by keys alone. */
@PlaybookTest
@TestPropertySource(properties = "playbook.test=rules")
class KeyboardBrowserTests {

    private static final int LINES = 20;
    private static final int LEFT = 14;
    private static final List<String> BLOCK =
            List.of("Rests on", "Points for us", "Points for them", "Where it comes from", "Reason");

    @Autowired
    RuleSet<FitFacts> fit;

    @Autowired
    Drafts drafts;

    @Autowired
    RuleChanges changes;

    @LocalServerPort
    int port;

    private Page page;
    private RuleGrid grid;

    @Test
    void aBlockFromExcelIsPastedMendedAndSubmittedByKeysAlone() {
        try (var chromium = Chromium.open()) {
            var maya = new Colleague(chromium, "http://127.0.0.1:" + port, "maya");
            page = maya.page();
            grid = new RuleGrid(page);
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            openTheDraft();
            var before = points();
            pasteOver("FIT-01", excel(before));
            assertThat(page.locator("[data-part=told]")).hasText("Pasted 20 × 5 cells.");
            faultsAreMarked();
            maya.picture("pasted with two faults");

            mendByTheLink();
            mendInTheGrid();
            assertThat(faults()).isHidden();
            press("Control+z");
            assertThat(faults()).containsText("One thing needs mending");
            assertThat(cell("FIT-07", "Rests on")).hasText("The \"shops\"");
            press("Control+y");
            assertThat(faults()).isHidden();
            assertThat(points()).isEqualTo(with(before, "The playbook, read anew"));
            maya.picture("pasted and mended");

            submit();
            maya.picture("submitted by keys");
            assertThat(changes.open(fit).orElseThrow()).satisfies(change -> {
                assertThat(change.state()).isEqualTo(RuleChange.State.SUBMITTED);
                assertThat(change.reason()).isEqualTo("Said as we say it");
            });
        }
    }

    private void openTheDraft() {
        walkTo("Tab", link("Rules"));
        press("Enter");
        walkTo("Tab", link("How well a candidate fits us, and we them"));
        press("Enter");
        walkTo("Tab", button("Change these rules"));
        press("Enter");
        walkTo("Tab", cell("FIT-01", "Row"));
    }

    private void pasteOver(String row, String block) {
        press("End");
        for (var steps = 1; steps < BLOCK.size(); steps++) {
            press("ArrowLeft");
        }
        assertThat(cell(row, BLOCK.get(0))).isFocused();
        page.evaluate("text => navigator.clipboard.writeText(text)", block);
        press("Control+v");
    }

    private void faultsAreMarked() {
        assertThat(faults()).containsText("2 things need mending");
        assertThat(faults()).containsText("FIT-03, Points for us");
        assertThat(faults()).containsText("FIT-07, Rests on");
        assertThat(page.locator("[aria-invalid=true]")).hasCount(2);
        assertThat(cell("FIT-03", "Points for us")).hasAttribute("aria-invalid", "true");
        assertThat(cell("FIT-07", "Rests on")).hasAttribute("aria-invalid", "true");
    }

    private void mendByTheLink() {
        press("Escape");
        walkTo("Shift+Tab", button("FIT-03, Points for us"));
        press("Enter");
        assertThat(cell("FIT-03", "Points for us")).isFocused();
        page.keyboard().type("5");
        press("Enter");
        assertThat(faults()).containsText("One thing needs mending");
    }

    /** From the cell below the one that was mended, in a list that finds what begins with the letters. */
    private void mendInTheGrid() {
        List.of("ArrowDown", "ArrowDown", "ArrowDown", "ArrowLeft").forEach(this::press);
        assertThat(cell("FIT-07", "Rests on")).isFocused();
        assertThat(page.locator("[data-part=fault]")).not().isEmpty();
        page.keyboard().type("M");
        press("Enter");
        assertThat(cell("FIT-07", "Rests on")).hasText("Merchants");
    }

    private void submit() {
        press("Escape");
        walkTo("Shift+Tab", link("Submit for approval"));
        press("Enter");
        walkTo("Tab", page.getByLabel("Reason"));
        page.keyboard().type("Said as we say it");
        walkTo("Tab", button("Submit"));
        press("Enter");
        assertThat(page.locator("main")).containsText("A change by Maya Kusuma waits for another manager.");
    }

    /** Two cells went wrong; Excel quotes a cell that holds a line break, and doubles the quotation marks in it. */
    private static String excel(List<List<String>> points) {
        var lines = with(points, "\"The playbook,\nread anew\"");
        lines.get(2).set(LEFT + 1, "five");
        lines.get(6).set(LEFT, "\"The \"\"shops\"\"\"");
        return lines.stream()
                .limit(LINES)
                .map(line -> String.join("\t", line.subList(LEFT, LEFT + BLOCK.size())))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** The rows with other words on where the first twenty come from. */
    private static List<List<String>> with(List<List<String>> points, String source) {
        var lines = points.stream().<List<String>>map(ArrayList::new).toList();
        lines.stream().limit(LINES).forEach(line -> line.set(LEFT + 3, source));
        return lines;
    }

    private List<List<String>> points() {
        return drafts.find(fit).orElseThrow().sheet().rows("points");
    }

    /** Goes on with a key until the place has the focus, as somebody does who sees no pointer. */
    private void walkTo(String key, Locator place) {
        place.waitFor();
        for (var steps = 0; steps < 80; steps++) {
            if ((boolean) place.evaluate("one => one === document.activeElement")) {
                return;
            }
            press(key);
        }
        throw new AssertionError(
                "No way by " + key + " to " + place + ", only to " + page.evaluate("document.activeElement.outerHTML"));
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private Locator faults() {
        return page.locator("[data-part=faults]");
    }

    private Locator cell(String row, String heading) {
        return grid.cell(row, heading);
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
