package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.draft.Drafts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The keys of the grid do what those of Excel do, and a block from Excel comes in as it was meant. */
@PlaybookTest
class GridBrowserTests {

    private static final int INCIDENTS = 5;
    private static final int EXTENDED = 7;
    private static final int VERDICT = 8;
    private static final int REASON = 10;

    @Autowired
    List<RuleSet<?>> sets;

    @Autowired
    Drafts drafts;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    private RuleSet<?> set;
    private Chromium chromium;
    private Colleague maya;
    private Page page;

    @BeforeEach
    void openADraft() {
        set = sets.stream()
                .filter(each -> each.name().equals("negotiation/pilot"))
                .findFirst()
                .orElseThrow();
        discardIt();
        people.actAs("rizal", () -> drafts.open(set));
        chromium = Chromium.open();
        maya = new Colleague(chromium, "http://127.0.0.1:" + port, "maya");
        page = maya.open("/rules/negotiation/pilot/draft");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    @AfterEach
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
        discardIt();
    }

    private void discardIt() {
        people.actAs("rizal", () -> {
            drafts.find(set).ifPresent(draft -> drafts.discard(set, draft.revision()));
            return null;
        });
    }

    @Test
    void anArrowKeepsWhatIsTypedAndGoesOn() {
        cell(0, INCIDENTS).click();
        press("5", "ArrowDown", "6", "ArrowRight");
        assertThat(cell(1, INCIDENTS + 1)).isFocused();
        press("7", "Home");
        assertThat(cell(1, 0)).isFocused();
        cell(0, EXTENDED).click();
        page.keyboard().type("tidak");
        press("ArrowDown");
        page.keyboard().type("ya");
        press("ArrowRight", "e", "ArrowUp");
        assertThat(cell(0, VERDICT)).isFocused();

        assertThat(saved(0)).startsWith("PLT-01").containsSequence("5", "", "false", "FAILED");
        assertThat(saved(1)).startsWith("PLT-02").containsSequence("6", "7", "true", "EXTEND");
    }

    @Test
    void f2GoesOnWithWhatIsThere() {
        var reason = saved(0).get(REASON);
        cell(0, REASON).click();
        press("F2", "!", "ArrowLeft", "?", "Alt+Enter", "Enter");
        assertThat(cell(1, REASON)).isFocused();
        press("x", "F2", "ArrowLeft", "y", "Escape");
        press("Control+ArrowUp", "Enter", "End", "Backspace", "Control+Enter");
        assertThat(cell(0, REASON)).isFocused();

        assertThat(saved(0).get(REASON)).isEqualTo(reason + "?");
        assertThat(saved(1).get(REASON)).startsWith("Active use and satisfaction");
    }

    @Test
    void enterGoesBackToWhereTheTabsBegan() {
        cell(0, 1).click();
        press("1", "Tab", "2", "Tab", "3", "Enter");
        assertThat(cell(1, 1)).isFocused();
        press("Shift+Enter");
        assertThat(cell(0, 1)).isFocused();
        press("Control+ArrowRight");
        assertThat(cell(0, 3)).isFocused();
        press("Control+ArrowRight");
        assertThat(cell(0, INCIDENTS)).isFocused();
        press("Control+End");
        assertThat(cell(5, REASON)).isFocused();
        press("x", "Enter");
        assertThat(cell(5, REASON)).isFocused();
        assertThat(told()).hasText("This is the last row. Ctrl+Enter adds one.");

        assertThat(saved(0)).containsSequence("PLT-01", "1", "2", "3", "", "3");
    }

    @Test
    void anEmptiedTableStillTakesEveryKey() {
        cell(0, INCIDENTS).click();
        press("Control+a", "Control+Delete");
        assertThat(page.locator("#sheet-judgement .pb-grid")).isFocused();
        maya.picture("emptied table");
        press("Control+z");
        assertThat(cell(5, REASON)).isVisible();
        press("Control+a", "Control+c", "Control+Delete", "Control+v");
        assertThat(told()).hasText("Pasted 6 × 11 cells. 6 rows were added.");
        assertThat(saved(5)).startsWith("PLT-06").hasSize(11);
        press("Control+a", "Control+Delete", "Control+Enter");
        assertThat(cell(0, 1)).isFocused();
        press("9", "Enter");

        assertThat(saved(0).get(0)).matches("PLT-(0[7-9]|1\\d)");
        assertThat(saved(0).get(1)).isEqualTo("9");
    }

    @Test
    void aBlockFromExcelComesInAsItWasMeant() {
        cell(4, REASON).click();
        paste("\"two\nlines \"\r\n\"with\ta tab\"\r\nin a row of its own\r\n\r\n");
        assertThat(told()).hasText("Pasted 3 × 1 cells. One row was added.");
        maya.picture("pasted beyond the last row");

        assertThat(saved(4).get(REASON)).isEqualTo("two lines");
        assertThat(saved(5).get(REASON)).isEqualTo("with a tab");
        assertThat(saved(6).get(0)).matches("PLT-(0[7-9]|1\\d)");
        assertThat(saved(6).get(REASON)).isEqualTo("in a row of its own");
        assertThat(lines()).hasSize(7);
    }

    @Test
    void aBlockThatDoesNotFitIsSaidSoAndChangesNothing() {
        cell(0, REASON).click();
        paste(String.join("\r\n", Collections.nCopies(301, "a reason")));
        assertThat(told())
                .hasText("A table may have at most 300 rows: there is room for 294 more, and this needs 295."
                        + " Nothing was changed.");
        paste("x".repeat(301));
        assertThat(page.locator("[data-part=faults]")).containsText("may have at most 300 characters");
        paste("x".repeat(1001));
        assertThat(page.locator("[data-part=status]"))
                .containsText("has 1001 characters in row 1, column Reason; a cell may have at most 1000");
        press("Control+z", "Control+z");
        assertThat(page.locator("[data-part=faults]")).isHidden();

        assertThat(saved(0).get(REASON)).startsWith("Three serious incidents");
    }

    private void press(String... keys) {
        List.of(keys).forEach(page.keyboard()::press);
    }

    private void paste(String block) {
        page.evaluate("text => navigator.clipboard.writeText(text)", block);
        press("Control+v");
    }

    private Locator cell(int row, int column) {
        return page.locator("#cell-judgement-" + row + "-" + column);
    }

    private Locator told() {
        return page.locator("[data-part=told]");
    }

    /** The line as the server has it, as soon as the page says that nothing is left to save. */
    private List<String> saved(int row) {
        assertThat(page.locator("[data-part=status]")).hasAttribute("data-kind", "saved");
        return lines().get(row);
    }

    private List<List<String>> lines() {
        return drafts.find(set).orElseThrow().sheet().rows("judgement");
    }
}
