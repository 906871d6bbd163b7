package com.clario.playbook.engine.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.ReviewDrawing;
import com.clario.playbook.engine.ReviewTestSteps;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@PlaybookTest
@TestPropertySource(properties = "playbook.tasklist.warm=true")
class TasklistTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    final List<String> refusedCalls = new ArrayList<>();
    ReviewDrawing review;

    @BeforeEach
    void startReview() {
        review = ReviewDrawing.start(engine);
    }

    @AfterEach
    void remove() {
        review.remove();
    }

    @Test
    void showsAndTakesATaskAndSaysWhyItIsRefused() {
        try (var chromium = Chromium.open()) {
            var page = chromium.page();
            page.onResponse(answer -> {
                if (answer.status() >= 400) {
                    refusedCalls.add(answer.status() + " " + answer.request().method() + " " + answer.url());
                }
            });
            try {
                walk(page);
            } catch (AssertionError | RuntimeException failed) {
                Chromium.keep(page, "tasklist-failed");
                throw failed;
            }
        }
    }

    @Test
    void offersNotEvenAdministratorsToMakeLists() {
        try (var chromium = Chromium.open()) {
            var page = chromium.page();
            signIn(page, "admin");
            page.getByText("My team's").first().click();
            assertThat(page.locator(".task-filters .task-filter.active")).containsText("My team's");
            assertThat(page.getByText("Create a filter")).hasCount(1);
            assertThat(page.getByText("Create a filter")).isHidden();
            assertThat(page.locator(".task-filter.active .glyphicon-pencil")).isHidden();
        }
    }

    private void walk(Page page) {
        signIn(page, "lina");
        openTask(page);
        assertThat(refusedCalls).isEmpty();
        offersOnlyWhatIsOpen(page);
        refuseAndTell(page);
        search(page);
        complete(page);
        signOut(page);
    }

    private void signIn(Page page, String person) {
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/" + engine.getName() + "/");
        Chromium.keep(page, "login");
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(person);
        page.getByRole(AriaRole.BUTTON).getByText("Sign in").click();
        for (var list : List.of("My tasks", "My team's", "Due this week", "Overdue")) {
            assertThat(page.getByText(list).first()).isVisible();
        }
    }

    private void openTask(Page page) {
        page.getByText("My team's").first().click();
        page.getByText("Review terms: Moka").first().click();
        page.getByText("Claim").first().click();
        assertThat(page.getByLabel("Approve")).isEnabled();
        Chromium.keep(page, "tasklist-form");
        for (var tab : List.of("History", "Diagram", "Description", "Form")) {
            page.locator("ul.nav-tabs li").getByText(tab).first().click();
            page.waitForTimeout(500);
        }
    }

    private void offersOnlyWhatIsOpen(Page page) {
        assertThat(page.locator(".task-card .due-date")).isHidden();
        assertThat(page.locator(".task-card .due-date .view-value")).containsText("in 3 days");
        for (var closed : List.of(
                ".followup-date",
                ".reset-due-date",
                ".actors .groups",
                "a[href*='/cockpit/']",
                ".task-filter.active .actions")) {
            assertThat(page.locator(closed)).hasCount(1);
            assertThat(page.locator(closed)).isHidden();
        }
    }

    private void refuseAndTell(Page page) {
        page.getByLabel("Approve").check();
        page.getByLabel("Note").fill("refuse");
        page.getByRole(AriaRole.BUTTON).getByText("Complete").click();
        assertThat(page.getByText("The proposer cannot approve these terms.")).isVisible();
        Chromium.keep(page, "tasklist-refusal");
    }

    private void search(Page page) {
        page.navigate(
                page.url().replaceFirst("#.*", "")
                        + "#/?searchQuery=%5B%7B%22type%22:%22taskNameLike%22,%22operator%22:%22like%22,%22value%22:%22Moka%22,%22name%22:%22%22%7D%5D&searchType=or");
        page.reload();
        page.getByText("My team's").first().click();
        assertThat(page.getByText("Review terms: Moka").first()).isVisible();
    }

    private void complete(Page page) {
        page.getByText("Review terms: Moka").first().click();
        page.getByLabel("Approve").check();
        page.getByLabel("Note").fill("fine");
        page.getByRole(AriaRole.BUTTON).getByText("Complete").click();
        assertThat(page.getByText("Review terms: Moka")).hasCount(0);
        assertThat(ReviewTestSteps.RECORDED).hasSize(1);
        assertThat(ReviewTestSteps.RECORDED.get(0)).startsWith("APPROVE").contains("fine");
    }

    private void signOut(Page page) {
        page.locator("li.account > a").click();
        page.locator("li.logout a").click();
        assertThat(page.getByRole(AriaRole.BUTTON).getByText("Sign in")).isVisible();
        assertThat(page.url()).contains("/login");
        Chromium.keep(page, "signed-out");
    }
}
