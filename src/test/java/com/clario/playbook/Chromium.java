package com.clario.playbook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of this machine; without one, browser tests skip themselves unless PLAYBOOK_BROWSER=required. */
public final class Chromium implements AutoCloseable {

    /** Milliseconds; a busy machine needs them for the Tasklist's four megabytes of script. */
    private static final int PATIENCE = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    public static Chromium open() {
        var found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "required".equals(System.getenv("PLAYBOOK_BROWSER"))) {
            throw new IllegalStateException("There is no Chromium in /usr/bin, and PLAYBOOK_BROWSER requires one.");
        }
        assumeTrue(found.isPresent(), "no Chromium on this machine");
        return new Chromium(found.get());
    }

    /** A new visitor: cookies are not shared with other pages. */
    public Page page() {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 900))
                .newPage();
    }

    /** Keeps what can be seen under target/screenshots, for people to look at. */
    public static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
