package com.clario.playbook.optimize.action;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.action.Action.Kind;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.Said;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a review says of open actions and what it promises anew; nothing overdue is passed over. */
@Component
@Transactional
public class FollowUp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STILL_OPEN = "OPEN";

    private final Actions actions;
    private final ActionOwners owners;
    private final Partnerships partnerships;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;

    FollowUp(
            Actions actions,
            ActionOwners owners,
            Partnerships partnerships,
            People people,
            Timeline timeline,
            BusinessDays days) {
        this.actions = actions;
        this.owners = owners;
        this.partnerships = partnerships;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
    }

    /** One row of the review form: an open action and what became of it. */
    record Answer(String which, String became, String newDue, String why) {

        boolean says(Kind kind) {
            return kind.name().equals(became);
        }

        boolean stays() {
            return became == null || became.isBlank() || became.equals(STILL_OPEN);
        }
    }

    /** One row of the review form: something promised. */
    record Promise(String action, String owner, String due) {}

    /** Settles what a review says of the open actions and adds what it promises; answers with how many of each. */
    public String settle(Review review, String actionResults, String newActions) {
        var answers = List.of(read(actionResults, Answer[].class));
        var code = review.partnership();
        requireOnce(answers);
        var settled = answers.stream().filter(answer -> settle(review, answer)).count();
        requireNothingOverdue(code);
        var promises = List.of(read(newActions, Promise[].class));
        promises.forEach(promise -> add(review, promise));
        return settled + " open action" + (settled == 1 ? "" : "s") + " settled, " + promises.size() + " new";
    }

    private static void requireOnce(List<Answer> answers) {
        var seen = new HashSet<String>();
        answers.forEach(answer -> {
            if (!seen.add(answer.which())) {
                throw new Refusal("Open actions: one of them is answered twice; answer each once.");
            }
        });
    }

    private boolean settle(Review review, Answer answer) {
        var action = actions.held(review.partnership(), id(answer.which()));
        if (answer.stays()) {
            return stays(action, answer);
        }
        if (!action.open()) {
            if (answer.says(Kind.DONE)) {
                return false;
            }
            throw new Refusal("“" + action.action() + "” is " + action.state() + " already. Reload the task.");
        }
        if (answer.says(Kind.MOVED)) {
            return move(review, action, answer);
        }
        if (answer.says(Kind.DROPPED)) {
            actions.change(action, Kind.DROPPED, null, why("Reason for dropping", action, answer), review.id());
            return true;
        }
        actions.change(action, Kind.DONE, null, blankAsNull(answer.why()), review.id());
        return true;
    }

    private static boolean stays(Action action, Answer answer) {
        if (answer.newDue() != null && !answer.newDue().isBlank()) {
            throw new Refusal(
                    "What became of it: “" + action.action() + "” has a new date, so choose that it is moved.");
        }
        return false;
    }

    private boolean move(Review review, Action action, Answer answer) {
        var due = from(days.today(), "New date", answer.newDue());
        actions.change(action, Kind.MOVED, due, why("Reason for moving", action, answer), review.id());
        return true;
    }

    private static String why(String field, Action action, Answer answer) {
        if (answer.why() == null || answer.why().isBlank()) {
            throw new Refusal(field + ": say why, for “" + action.action() + "”.");
        }
        return Said.text(field, answer.why(), 300);
    }

    private void requireNothingOverdue(String code) {
        actions.open(code).stream()
                .filter(action -> action.overdue(days.today()))
                .findFirst()
                .ifPresent(action -> {
                    throw new Refusal("Open actions: “" + action.action() + "” was due on " + Shown.day(action.due())
                            + ". Say that it is done, moved to a new date or dropped.");
                });
    }

    private void add(Review review, Promise promise) {
        var owner = owners.chosen(review.partnership(), promise.owner());
        actions.add(
                review.id(),
                Said.text("Action", promise.action(), 200),
                owner.person(),
                owner.name(),
                from(days.today(), "Due", promise.due()));
    }

    private static LocalDate from(LocalDate today, String field, String written) {
        var due = BusinessDays.read(field, written);
        if (due.isBefore(today)) {
            throw new Refusal(field + ": " + Shown.day(due) + " has passed already; choose a day from today on.");
        }
        return due;
    }

    /** Marks an action as done between two reviews; its reminders stop. */
    void done(String code, long id) {
        var partnership = partnerships.get(code);
        var action = actions.held(code, id);
        var me = people.current();
        if (!me.id().equals(action.person()) && !me.id().equals(partnership.owner())) {
            people.requireOneOf(Groups.PARTNERSHIPS, Groups.MANAGERS);
        }
        if (!action.open()) {
            throw new Refusal("“" + action.action() + "” is " + action.state() + " already.");
        }
        actions.change(action, Kind.DONE, null, null, null);
        timeline.add(code, MonthlyReview.STAGE, "Action done: " + action.line(), null);
    }

    private static long id(String which) {
        try {
            return Long.parseLong(which);
        } catch (NumberFormatException unreadable) {
            throw new Refusal("Open actions: choose an action of the list.", unreadable);
        }
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : Said.text("Note", text, 300);
    }

    private static <T> T read(String rows, Class<T> kind) {
        try {
            return JSON.readValue(rows == null || rows.isBlank() ? "[]" : rows, kind);
        } catch (JsonProcessingException broken) {
            throw new Refusal("The list of actions cannot be read. Reload the task and enter it again.", broken);
        }
    }
}
