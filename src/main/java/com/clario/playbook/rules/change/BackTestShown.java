package com.clario.playbook.rules.change;

import com.clario.playbook.engine.Markdown;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.trial.BackTest;
import com.clario.playbook.rules.trial.BackTest.Flip;
import com.clario.playbook.rules.trial.BackTests;
import com.clario.playbook.rules.words.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the form of approval says of the back-test: both counts, and decision by decision what would come out otherwise. */
@Component
class BackTestShown {

    private static final int MOST_LINES = 200;

    private final ObjectProvider<BackTests> tests;

    BackTestShown(ObjectProvider<BackTests> tests) {
        this.tests = tests;
    }

    /** @param number the back-test's; null where none was made */
    Map<String, Object> of(RuleSet<?> set, Long number, Function<Instant, String> moment) {
        var all = tests.getIfAvailable();
        var test = all == null || number == null ? null : all.find(number).orElse(null);
        if (test == null) {
            return Map.of("backTest", "No back-test was made.", "flips", List.of(), "moves", List.of());
        }
        var answers = Answers.of(set);
        return Map.of(
                "backTest", said(test),
                "flips", lines(test.flips(), answers, moment),
                "moves", lines(test.moves(), answers, moment));
    }

    private static String said(BackTest test) {
        if (test.failed()) {
            return "The back-test came to no result: " + Markdown.literal(test.error());
        }
        if (test.total() == 0) {
            return "No decision was recorded yet by which the change could be tried.";
        }
        return test.flipped() + " of " + test.total() + " recorded decisions would have another verdict; "
                + test.moved() + " would keep theirs, but by other rows or with other sums or answers."
                + unreadable(test) + cut(test);
    }

    private static String unreadable(BackTest test) {
        if (test.unreadable() == 0) {
            return "";
        }
        var reasons = test.result().orElseThrow().unreadable().entrySet().stream()
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .collect(Collectors.joining("; "));
        return " " + test.unreadable() + " could not be judged any more: " + Markdown.literal(reasons) + ".";
    }

    private static String cut(BackTest test) {
        return Math.max(test.flipped(), test.moved()) > MOST_LINES
                ? " Of each the newest " + MOST_LINES + " are listed below."
                : "";
    }

    private static List<Map<String, String>> lines(
            List<Flip> flips, Answers answers, Function<Instant, String> moment) {
        return flips.stream()
                .limit(MOST_LINES)
                .map(flip -> Map.of(
                        "subject", flip.subject(),
                        "at", moment.apply(flip.at()),
                        "before", Fired.inWords(flip.before()),
                        "after", Fired.inWords(flip.after()),
                        "beside", orDash(answers.changed(flip.besideBefore(), flip.besideAfter())),
                        "rows", rows(flip)))
                .toList();
    }

    private static String rows(Flip flip) {
        return Stream.of(
                        flip.onlyBefore().stream().map(row -> row + " no longer fires"),
                        flip.onlyAfter().stream().map(row -> row + " fires"),
                        flip.otherwise().stream().map(row -> row + " says otherwise"))
                .flatMap(Function.identity())
                .collect(Collectors.joining(", "));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
