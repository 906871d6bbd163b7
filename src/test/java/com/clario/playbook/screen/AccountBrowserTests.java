package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.PlaybookTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator without a mouse adds a person, who then chooses a password by keys alone. */
@PlaybookTest
class AccountBrowserTests {

    private static final String OWN = "tea at half past four";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @AfterEach
    void colleagueLeaves() {
        identity.deleteUser("nina");
    }

    @Test
    void aPersonIsAddedAndChoosesAPasswordByKeysAlone() {
        try (var chromium = Chromium.open()) {
            var admin = new Colleague(chromium, house(), "admin");
            var secret = add(admin);
            admin.sight().isFitToShow("account-added");
            admin.open("/people/nina/leave");
            admin.sight().isFitToShow("account-leave");
            admin.open("/people");
            admin.sight().isFitToShow("account-people");

            var page = chromium.page();
            var sight = new Sight(page);
            choose(page, secret);
            sight.isFitToShow("account-chosen");
        }
    }

    private String add(Colleague admin) {
        var page = admin.page();
        walkTo(page, page.getByRole(AriaRole.BUTTON, named("Signed in as Administrator")));
        press(page, "Enter", "ArrowDown", "ArrowDown");
        assertThat(page.getByRole(AriaRole.LINK, named("People"))).isFocused();
        press(page, "Enter");
        assertThat(page.locator("h1")).hasText("People");

        walkTo(page, page.getByRole(AriaRole.LINK, named("Add a person")));
        press(page, "Enter");
        type(page, "Signs in as", "nina");
        type(page, "First name", "Nina");
        type(page, "Last name", "Test");
        type(page, "Mail", "nina");
        walkTo(page, page.getByLabel("Legal"));
        press(page, "Space");
        press(page, "Enter");
        assertThat(page.locator(".invalid-feedback")).containsText("Mail: write one address");
        admin.sight().forget();
        admin.sight().isFitToShow("account-refused");
        admin.sight().atADesk();
        walkTo(page, page.getByLabel("Mail"));
        press(page, "End");
        page.keyboard().type("@clario.example");
        press(page, "Enter");
        assertThat(page.locator("h1")).hasText("Nina Test");
        return page.getByLabel("The one-time password").inputValue();
    }

    private void choose(Page page, String secret) {
        page.navigate(house() + "/partners");
        assertThat(page.getByLabel("Name")).isFocused();
        page.keyboard().type("nina");
        press(page, "Tab");
        page.keyboard().type(secret);
        press(page, "Enter");
        page.waitForURL(Pattern.compile(".*/account"));
        assertThat(page.locator("main")).containsText("Choose one of your own");

        type(page, "Old password", secret);
        type(page, "New password", OWN);
        type(page, "New password again", OWN);
        press(page, "Enter");
        assertThat(page.locator("[role=status]")).containsText("Your password is changed.");
        page.navigate(house() + "/partners");
        assertThat(page.locator("h1")).hasText("Partners");
        page.navigate(house() + "/account");
    }

    private static void type(Page page, String label, String text) {
        walkTo(page, page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().type(text);
    }

    /** Goes on with Tab until the place has the focus, as somebody does who sees no pointer. */
    private static void walkTo(Page page, Locator place) {
        place.waitFor();
        for (var steps = 0; steps < 60; steps++) {
            if ((boolean) place.evaluate("one => one === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No way to " + place);
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private String house() {
        return "http://127.0.0.1:" + port;
    }
}
