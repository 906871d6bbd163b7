package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.clario.playbook.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/** A person at a screen: signs in, opens pages, and finds tasks in Tasklist. */
final class Colleague {

    private static int pictures = 10;

    private final Page page;
    private final Sight sight;
    private final String base;

    Colleague(Chromium chromium, String base, String name) {
        this.base = base;
        page = chromium.page();
        sight = new Sight(page);
        page.setDefaultTimeout(60_000);
        page.navigate(base + "/login");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(name);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    Page open(String path) {
        sight.atADesk();
        page.navigate(base + path);
        return page;
    }

    /** A step of the system may still be on its way; a person would press reload. */
    Page openUntilItSays(String path, String text) {
        open(path);
        for (int tries = 0; tries < 30 && page.getByText(text).count() == 0; tries++) {
            page.waitForTimeout(500);
            open(path);
        }
        return page;
    }

    Page page() {
        return page;
    }

    Sight sight() {
        return sight;
    }

    /** Opens a task by its address, as a link on our pages does; the one before it may be gone by now. */
    void look(String task, String name) {
        page.navigate("about:blank");
        sight.forget();
        open("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(page.locator(".task-card, .task-details").first()).containsText(name);
        page.locator(".fjs-form").waitFor();
        sight.settle();
    }

    /** Finds a task in the team's list by its name and claims it. */
    TaskForm take(String task) {
        return take(task, () -> awaitInList(task).click());
    }

    /** Comes to a task by the link on its case's page and claims it: other cases may have a task of that name, too. */
    TaskForm take(String partnership, String task) {
        return take(task, () -> {
            open("/partnerships/" + partnership);
            page.getByText(task).first().click();
        });
    }

    private TaskForm take(String task, Runnable choosing) {
        choosing.run();
        assertThat(page.locator(".task-card, .task-details").first()).containsText(task);
        page.locator(".fjs-form").waitFor();
        claim();
        return new TaskForm(page, task);
    }

    private void claim() {
        var claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first();
        page.locator("li.assignee").first().waitFor();
        sight.settle();
        if (claim.isVisible()) {
            claim.click();
            claim.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            sight.settle();
        }
    }

    /** Keeps what the person sees as a picture, at a desk and on a phone. */
    void picture(String name) {
        var file = pictures++ + "-" + name.toLowerCase().replaceAll("[^a-z0-9]+", "-");
        shoot(file, 400, 2600);
        shoot(file, 1400, 2600);
        page.setViewportSize(1400, 900);
    }

    private void shoot(String file, int width, int height) {
        page.setViewportSize(width, height);
        sight.settle();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("target", "screenshots", file + "-" + width + ".png")));
    }

    /** A step of the system may still be on its way; a person would press reload. */
    private Locator awaitInList(String task) {
        for (int tries = 1; tries <= 12; tries++) {
            open("/camunda/app/tasklist/default/");
            var entry = page.locator("ol.tasks-list li")
                    .filter(new Locator.FilterOptions().setHasText(task))
                    .first();
            try {
                page.getByText("My team's").first().click(new Locator.ClickOptions().setTimeout(10_000));
                entry.waitFor(new Locator.WaitForOptions().setTimeout(1_000 * Math.min(tries, 4)));
                return entry;
            } catch (TimeoutError notYet) {
                page.waitForTimeout(500);
            }
        }
        throw new AssertionError("Tasklist never shows " + task);
    }
}
