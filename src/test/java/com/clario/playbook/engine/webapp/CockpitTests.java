package com.clario.playbook.engine.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.PlaybookTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@PlaybookTest
@TestPropertySource(properties = "playbook.tasklist.warm=true")
class CockpitTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Test
    void showsTheAdministratorTheDrawingsAndAsksForNothingThatIsClosed() {
        try (var chromium = Chromium.open()) {
            var page = chromium.page();
            var refusedCalls = new ArrayList<String>();
            page.onResponse(answer -> {
                if (answer.status() >= 400) {
                    refusedCalls.add(answer.status() + " " + answer.request().method() + " " + answer.url());
                }
            });
            signIn(page);
            for (var part : List.of("dashboard", "tasks", "processes")) {
                page.navigate(cockpit() + "#/" + part);
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            openDrawing(page);
            Chromium.keep(page, "cockpit");
            assertThat(refusedCalls).isEmpty();
        }
    }

    private void signIn(Page page) {
        page.navigate(cockpit());
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill("admin");
        page.getByRole(AriaRole.BUTTON).getByText("Sign in").click();
        page.waitForURL(address -> !address.contains("/login"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static void openDrawing(Page page) {
        page.getByText("Partnership", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.locator(".djs-container .djs-shape").first()).isVisible();
        for (var tab : List.of("Incidents", "Called Process Definitions", "Job Definitions", "Process Instances")) {
            page.locator("ul.nav-tabs li").getByText(tab).first().click();
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private String cockpit() {
        return "http://localhost:" + port + "/camunda/app/cockpit/" + engine.getName() + "/";
    }
}
