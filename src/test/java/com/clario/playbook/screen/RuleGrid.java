package com.clario.playbook.screen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The grid of a draft as people find their way in it: by a row's name and a column's heading. */
final class RuleGrid {

    private static final String OPEN = ".pb-sheet:not([hidden]) ";

    private final Page page;

    RuleGrid(Page page) {
        this.page = page;
    }

    Locator cell(String row, String heading) {
        var headings = page.locator(OPEN + "thead tr:last-child th");
        headings.first().waitFor();
        var place = headings.allTextContents().indexOf(heading);
        if (place < 0) {
            throw new AssertionError("No column " + heading + " among " + headings.allTextContents());
        }
        return row(row).locator("[data-column='" + place + "']");
    }

    /** The row read back as a sentence, below it. */
    Locator sentence(String row) {
        return row(row).locator("xpath=following-sibling::tr[1]");
    }

    private Locator row(String name) {
        return page.locator(OPEN + "tr[data-row]")
                .filter(new Locator.FilterOptions().setHas(page.locator("th:text-is('" + name + "')")));
    }
}
