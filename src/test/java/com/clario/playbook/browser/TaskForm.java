package com.clario.playbook.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** A form in Tasklist, filled field by field as a person does. */
final class TaskForm {

    private final Page page;
    private final String task;

    TaskForm(Page page, String task) {
        this.page = page;
        this.task = task;
    }

    /** Types into a text, number or date field. */
    TaskForm fill(String label, String text) {
        field(label).fill(text);
        field(label).press("Tab");
        return this;
    }

    /** Picks one of the answers of a question. */
    TaskForm choose(String question, String answer) {
        group(question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** Opens a list of choices and picks one. */
    TaskForm select(String label, String choice) {
        field(label).click();
        page.locator(".fjs-dropdownlist-item")
                .getByText(choice, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    TaskForm tick(String question, List<String> answers) {
        answers.forEach(answer -> group(question).getByLabel(answer).check());
        return this;
    }

    /** Sends the form and waits until Tasklist has taken it. */
    void complete() {
        page.locator("button:has-text('Complete')").click();
        page.getByText("Task completed")
                .or(page.getByText("The task has been successfully completed"))
                .first()
                .waitFor();
    }

    private Locator field(String label) {
        return page.locator(".fjs-form").getByLabel(label).first();
    }

    private Locator group(String question) {
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHasText(question))
                .first();
    }
}
