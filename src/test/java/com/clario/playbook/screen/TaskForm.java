package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A form in Tasklist, filled field by field as a person does. */
final class TaskForm {

    private final Page page;
    private final String task;

    TaskForm(Page page, String task) {
        this.page = page;
        this.task = task;
    }

    /** Types into a text, number or date field. */
    TaskForm fill(String label, Object text) {
        var field =
                form().getByLabel(label).and(page.locator("input, textarea")).first();
        field.fill(text.toString());
        field.press("Tab");
        return this;
    }

    /** Types into the field of this step's own word, where two fields carry the same label. */
    TaskForm fillKey(String key, Object text) {
        var field = form().locator("input[id$='" + key + "']");
        field.fill(text.toString());
        field.press("Tab");
        return this;
    }

    /** Picks one of the answers of a question. */
    TaskForm choose(String question, String answer) {
        question(question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** Ticks boxes of a list of choices. */
    TaskForm tick(String question, String... answers) {
        for (var answer : answers) {
            question(question).getByLabel(answer).first().check();
        }
        return this;
    }

    /** Opens a list of choices and picks one. */
    TaskForm select(String label, String choice) {
        question(label).locator(".fjs-select-display, .fjs-input-group").first().click();
        page.locator(".fjs-dropdownlist-item")
                .getByText(choice, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    /** Sends the form; the task leaves the screen when it was taken. */
    void complete() {
        send();
        assertThat(page.locator(".fjs-form")).hasCount(0);
        assertThat(page.locator("ol.tasks-list li").filter(new Locator.FilterOptions().setHasText(task)))
                .hasCount(0);
    }

    /** Sends the form and reads the sentence that says why it was not taken. */
    void isRefused(String sentence) {
        send();
        assertThat(page.getByText(sentence).first()).isVisible();
    }

    /** What Tasklist said before may lie over the button: a person closes it. */
    private void send() {
        for (var notice : page.locator(".alert .close:visible").all()) {
            notice.click();
        }
        page.locator("button")
                .filter(new Locator.FilterOptions().setHasText("Complete"))
                .first()
                .click();
    }

    private Locator form() {
        return page.locator(".fjs-form");
    }

    private Locator question(String question) {
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label.fjs-form-field-label").getByText(question)))
                .last();
    }
}
