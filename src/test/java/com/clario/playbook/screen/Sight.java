package com.clario.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** What somebody has before their eyes, with what must hold of everything we show. */
final class Sight {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String DRAWING = ".pb-canvas:visible";
    private static final int DESK = 1400;
    private static final int PHONE = 400;
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** What a machine says when it has nothing to say. */
    private static final Pattern STUTTER =
            Pattern.compile("\\bundefined\\b|\\bnull\\b|\\bNaN\\b|\\[object |[$#]\\{|\\{\\{|\\?\\?|not supported");

    private static final String READ =
            """
            place => [document.querySelector(place).innerText]
              .concat([...document.querySelectorAll(`${place} input, ${place} textarea`)].map(field => field.value))
              .concat([...document.querySelectorAll(`${place} [title]`)].map(one => one.title))
              .concat([...document.querySelectorAll(`${place} [aria-label]`)].map(one => one.ariaLabel))
            """;

    /** What is hidden unless somebody pushes it sideways; a field of one line may be longer than its box. */
    private static final String CUT =
            """
            place => [...document.querySelectorAll(`${place} *`)]
              .filter(one => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
              .filter(one => getComputedStyle(one).overflowX !== 'visible')
              .filter(one => !one.matches('input, textarea, select, .fjs-select-display, .visually-hidden'))
              .map(one => one.className + ': ' + one.innerText.slice(0, 60))
            """;

    /** Nothing grows or moves for six frames in a row; a page that never rests is looked at all the same. */
    private static final String AT_REST =
            """
            () => document.fonts.ready.then(() => new Promise(done => {
              let before = '', still = 0, frames = 0;
              const look = () => {
                const now = [...document.querySelectorAll('body, main, .fjs-form')]
                  .map(one => JSON.stringify(one.getBoundingClientRect())).join();
                still = now === before ? still + 1 : 0;
                before = now;
                still < 6 && ++frames < 120 ? requestAnimationFrame(look) : done();
              };
              look();
            }))
            """;

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Sight(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            // A tab that was left asks for its icon from nowhere, which the browser forbids.
            if (message.type().equals("error") && !page.url().equals("about:blank")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Everything that is asked of a page of ours, at a desk and on a phone. */
    void isFitToShow(String name) {
        waitForDrawing();
        assertThat(page.locator("h1").count()).as("%s has one heading", name).isEqualTo(1);
        assertThat(page.locator("h1").innerText()).as("the heading of %s", name).isNotBlank();
        keep(name, DESK);
        everybodyCanUse(name);
        page.setViewportSize(PHONE, 800);
        if (page.locator(DRAWING).count() > 0) {
            page.reload();
            waitForDrawing();
        }
        keep(name, PHONE);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s fits a phone: %s stick out", name, sticksOut())
                .isLessThanOrEqualTo(PHONE);
        makesSense(name, "body");
    }

    /** What is asked of a form in Tasklist, whose own frame is not ours. */
    void isFormFitToShow(String name) {
        makesSense(name, ".fjs-form");
        whole(DESK);
        keep(name, DESK);
        whole(PHONE);
        keep(name, PHONE);
        var form = page.locator(".fjs-form").boundingBox();
        assertThat(form.x + form.width).as("%s fits a phone", name).isLessThanOrEqualTo(PHONE);
        assertThat((List<?>) page.evaluate(CUT, ".fjs-form"))
                .as("%s hides something on a phone", name)
                .isEmpty();
    }

    /** A form scrolls inside the Tasklist: the window grows until all of it can be seen. */
    private void whole(int width) {
        page.setViewportSize(width, 3000);
        settle();
        var bottom = (Number) page.evaluate("document.querySelector('.fjs-form').getBoundingClientRect().bottom");
        page.setViewportSize(width, bottom.intValue() + 160);
    }

    /** Before the page is opened: what is drawn once is drawn for this width. */
    void atADesk() {
        page.setViewportSize(DESK, 900);
    }

    /** Waits until what is on the screen stands still; a pause would be too long here and too short on a busy machine. */
    void settle() {
        waitForDrawing();
        page.evaluate(AT_REST);
    }

    private void waitForDrawing() {
        if (page.locator(DRAWING).count() > 0) {
            page.locator(DRAWING + " svg .djs-shape").first().waitFor();
        }
    }

    private void makesSense(String name, String place) {
        var text = page.evaluate(READ, place).toString();
        assertThat(STUTTER.matcher(text).results().map(found -> around(text, found.start())))
                .as("%s says what no person would", name)
                .isEmpty();
        assertThat(complaints).as("the browser complains about %s", name).isEmpty();
    }

    private static String around(String text, int place) {
        return text.substring(Math.max(0, place - 40), Math.min(text.length(), place + 40));
    }

    private void everybodyCanUse(String name) {
        var barriers = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getHelp() + ": " + rule.getNodes());
        assertThat(barriers).as("%s can be used by everybody", name).isEmpty();
    }

    private Object sticksOut() {
        return page.evaluate(
                """
                width => [...document.querySelectorAll('body *')]
                  .filter(one => one.getBoundingClientRect().right > width && !one.closest('.table-responsive'))
                  .slice(0, 5).map(one => one.tagName + '.' + one.className)
                """,
                PHONE);
    }

    private void keep(String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + width + ".png")));
    }

    void forget() {
        complaints.clear();
    }
}
