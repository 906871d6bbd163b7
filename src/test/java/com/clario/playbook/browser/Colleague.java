package com.clario.playbook.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/** A person at a screen: signs in, opens pages, and finds tasks in Tasklist. */
final class Colleague {

    private static final double PATIENCE = 60_000;

    private final Page page;
    private final String base;

    Colleague(Browser browser, String base, String name) {
        this.base = base;
        page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1400, 1000)
                        .setLocale("en-GB"))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(base + "/login");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(name);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    Page open(String path) {
        page.navigate(base + path);
        return page;
    }

    Page page() {
        return page;
    }

    /** Finds a task in the team's list by its name, claims it and opens its form. */
    TaskForm take(String task) {
        page.navigate(base + "/camunda/app/tasklist/default/");
        page.locator(".task-filters").getByText("My team's").first().click();
        var entry = page.locator(".tasks-list .task")
                .filter(new Locator.FilterOptions().setHasText(task))
                .first();
        waitFor(entry);
        entry.click();
        var claim = page.locator(".task-card .claim").first();
        claim.waitFor();
        claim.click();
        page.locator(".task-card .reset-assignee, .task-card .unclaim").first().waitFor();
        page.locator(".fjs-form").waitFor();
        return new TaskForm(page, task);
    }

    /** Keeps what the person sees as a picture, at a desk and on a phone. */
    void picture(String name) {
        shoot(name, 1400, 1000);
        shoot(name, 400, 850);
        page.setViewportSize(1400, 1000);
    }

    private void shoot(String name, int width, int height) {
        page.setViewportSize(width, height);
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
    }

    /** Tasklist asks for its list now and then; a person would press reload. */
    private void waitFor(Locator entry) {
        for (int reloads = 0; reloads < 20 && !entry.isVisible(); reloads++) {
            page.waitForTimeout(1_000);
            page.reload();
            page.locator(".tasks-list").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            page.waitForTimeout(1_000);
        }
        entry.waitFor();
    }
}
