package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two managers at one draft: neither loses in silence what the other typed. */
@PlaybookTest
class EditorBrowserTests {

    private static final String PAGE = "/rules/outreach/approach/draft";
    private static final int REASON = 6;

    @Autowired
    List<RuleSet<?>> sets;

    @Autowired
    Drafts drafts;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    private RuleSet<?> set;

    @BeforeEach
    void openADraft() {
        set = sets.stream()
                .filter(each -> each.name().equals("outreach/approach"))
                .findFirst()
                .orElseThrow();
        discardIt();
        people.actAs("rizal", () -> drafts.open(set));
    }

    @AfterEach
    void discardIt() {
        people.actAs("rizal", () -> {
            drafts.find(set).ifPresent(draft -> drafts.discard(set, draft.revision()));
            return null;
        });
    }

    @Test
    void aManagerPutsHerChangesIntoAColleagues() {
        try (var chromium = Chromium.open()) {
            var maya = new Colleague(chromium, "http://127.0.0.1:" + port, "maya");
            var page = maya.open(PAGE);
            assertThat(page.locator("[data-part=status]")).hasAttribute("data-kind", "saved");
            rizalTypes(Map.of("APP-01", "Of Rizal", "APP-02", "Of Rizal, too"));

            type(page, 1, "Of Maya, instead");
            assertThat(page.locator("[data-part=overtaken]")).isVisible();
            type(page, 2, "Of Maya");
            maya.picture("draft overtaken");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put my changes into theirs"))
                    .click();

            assertThat(page.locator("[data-part=gave] li"))
                    .hasText("APP-02, Reason: theirs was Of Rizal, too, yours is Of Maya, instead");
            assertThat(page.locator("[data-part=status]")).hasAttribute("data-kind", "saved");
            maya.picture("draft merged");
            assertThat(reasons()).startsWith("Of Rizal", "Of Maya, instead", "Of Maya");
            assertThat(draft().editors()).containsExactly("maya", "rizal");
            page.getByText("Discard the draft").click();
            page.getByText("Discard it").click();
            page.waitForURL(url -> !url.endsWith("/draft"));
            assertThat(drafts.find(set)).isEmpty();
        }
    }

    @Test
    void whoseAnswerIsLostIsNotTakenForAColleague() {
        try (var chromium = Chromium.open()) {
            var maya = new Colleague(chromium, "http://127.0.0.1:" + port, "maya");
            var page = maya.open(PAGE);
            assertThat(page.locator("[data-part=status]")).hasAttribute("data-kind", "saved");
            loseTheNextAnswer(page);

            type(page, 1, "Typed before");
            assertThat(page.locator("[data-part=status]")).containsText("the server cannot be reached");
            assertThat(reasons()).contains("Typed before");
            type(page, 2, "Typed after");

            assertThat(page.locator("[data-part=status]")).hasAttribute("data-kind", "saved");
            assertThat(page.locator("[data-part=overtaken]")).isHidden();
            assertThat(reasons()).contains("Typed before", "Typed after");
            page.keyboard().press("Control+z");
            page.keyboard().press("Control+z");
            assertThat(page.locator("[data-act=undo]")).isDisabled();
            assertThat(page.locator("[data-part=status]")).hasAttribute("data-kind", "saved");
            assertThat(reasons()).doesNotContain("Typed before", "Typed after");
            rizalTypes(Map.of("APP-01", "Of Rizal"));
            type(page, 1, "Of Maya");
            assertThat(page.locator("[data-part=overtaken-by]")).containsText("Rizal");
        }
    }

    /** The server saves, but nobody hears of it. */
    private static void loseTheNextAnswer(Page page) {
        var lost = new AtomicBoolean();
        page.route("**/draft", route -> {
            if (route.request().method().equals("PUT") && lost.compareAndSet(false, true)) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
    }

    private void rizalTypes(Map<String, String> reasons) {
        var lines = draft().sheet().rows("approach").stream()
                .map(line -> {
                    var cells = new ArrayList<>(line);
                    cells.set(REASON, reasons.getOrDefault(line.get(0), line.get(REASON)));
                    return List.copyOf(cells);
                })
                .toList();
        people.actAs(
                "rizal",
                () -> drafts.save(
                        set,
                        draft().revision(),
                        new Sheet(Map.of("approach", lines), draft().sheet().cases())));
    }

    private static void type(Page page, int row, String reason) {
        page.locator("#cell-approach-" + row + "-" + REASON).click();
        page.keyboard().press("Enter");
        page.keyboard().press("Control+A");
        page.keyboard().type(reason);
        page.keyboard().press("Shift+Enter");
    }

    private Draft draft() {
        return drafts.find(set).orElseThrow();
    }

    private List<String> reasons() {
        return draft().sheet().rows("approach").stream()
                .map(line -> line.get(REASON))
                .toList();
    }
}
