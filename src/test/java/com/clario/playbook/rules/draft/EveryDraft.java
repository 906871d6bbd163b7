package com.clario.playbook.rules.draft;

import static com.clario.playbook.rules.draft.DraftDesk.APPROACH;
import static com.clario.playbook.rules.draft.DraftDesk.FIT;
import static com.clario.playbook.rules.draft.DraftDesk.edited;
import static com.clario.playbook.rules.draft.DraftDesk.proven;
import static com.clario.playbook.rules.draft.DraftDesk.shipped;
import static com.clario.playbook.rules.draft.DraftDesk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.clario.playbook.AtTheSameMoment;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Entry;
import com.clario.playbook.rules.version.Content;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.access.AccessDeniedException;

/** What holds for drafts on every database. */
abstract class EveryDraft {

    private static final String OVERTAKEN = "has saved this draft since you read it";

    abstract DraftDesk desk();

    private Drafts drafts() {
        return desk().drafts();
    }

    private Draft open() {
        return desk().as("maya", () -> drafts().open(FIT));
    }

    private Draft save(String person, Draft read, Sheet sheet) {
        return desk().as(person, () -> drafts().save(FIT, read.revision(), sheet));
    }

    private static Sheet points(Sheet sheet, String points) {
        return with(FIT, sheet, "FIT-01", "Points for us", points);
    }

    @Test
    void beginsWithTheVersionInForceAndItsCases() {
        var draft = open();

        assertThat(draft.baseVersion()).isEqualTo(1);
        assertThat(draft.startedBy()).isEqualTo("maya");
        assertThat(draft.editors()).isEmpty();
        assertThat(drafts().content(FIT, draft.sheet())).isEqualTo(shipped(FIT));
        assertThat(drafts().find(FIT)).contains(draft);
        assertThat(desk().as("rizal", () -> drafts().open(FIT))).isEqualTo(draft);
    }

    @Test
    void provesAVersionWithoutCasesByThoseThatShip() {
        desk().publish(FIT, 2, new Content(shipped(FIT).tables(), ""));

        assertThat(open().baseVersion()).isEqualTo(2);
        assertThat(open().sheet()).isEqualTo(Sheet.of(FIT, shipped(FIT)));
    }

    @Test
    void keepsWhatIsTypedRightOrWrong() {
        var draft = open();
        var typed = points(draft.sheet(), " \"); evil(); // \0 \n 🙂 ").tables();
        var sheet = proven(new Sheet(typed, draft.sheet().cases()), cases -> cases.add(List.of("half")));

        var saved = save("rizal", draft, sheet);

        assertThat(saved.sheet()).isEqualTo(sheet);
        assertThat(saved.revision()).isEqualTo(draft.revision() + 1);
        assertThat(saved.changedBy()).isEqualTo("rizal");
        assertThat(saved.editors()).containsExactly("rizal");
        assertThat(drafts().find(FIT)).contains(saved);
    }

    @Test
    void keepsHalfACharacterAsAQuestionMark() {
        var saved = save("maya", open(), points(open().sheet(), "\uD83D"));

        assertThat(saved.sheet()).isEqualTo(points(saved.sheet(), "?"));
    }

    @Test
    void tellsWhoeverIsOvertakenByWhomAndWhen() {
        var read = open();
        var theirs = save("rizal", read, points(read.sheet(), "30"));

        var overtaken = catchThrowableOfType(Overtaken.class, () -> save("maya", read, points(read.sheet(), "35")));

        assertThat(overtaken).hasMessageStartingWith("Rizal Pratama " + OVERTAKEN);
        assertThat(overtaken.who()).isEqualTo("rizal");
        assertThat(overtaken.at()).isEqualTo(theirs.changedAt());
        assertThat(overtaken.theirs()).isEqualTo(theirs);
        assertThat(drafts().find(FIT)).contains(theirs);
    }

    @Test
    void letsOneOfTwoSaveAtTheSameMoment() throws Exception {
        for (var round = 0; round < 20; round++) {
            var read = open();
            var mayas = points(read.sheet(), "M" + round);
            var rizals = points(read.sheet(), "R" + round);

            var outcomes = AtTheSameMoment.together(() -> save("maya", read, mayas), () -> save("rizal", read, rizals));

            assertThat(outcomes).containsOnlyOnce("done");
            assertThat(outcomes).filteredOn(each -> each.contains(OVERTAKEN)).hasSize(1);
            var won = outcomes.get(0).equals("done") ? mayas : rizals;
            assertThat(open().sheet()).isEqualTo(won);
            assertThat(open().revision()).isEqualTo(read.revision() + 1);
        }
        assertThat(desk().trail().newest(FIT.name(), 99, 99))
                .filteredOn(entry -> entry.act() == Act.EDITED)
                .hasSize(20);
    }

    @Test
    void givesBothTheSameDraftWhoBeginItAtTheSameMoment() throws Exception {
        for (var set : RuleSets.all()) {
            var outcomes = AtTheSameMoment.together(() -> desk().as("maya", () -> drafts().open(set)), () -> desk().as(
                            "rizal", () -> drafts().open(set)));

            assertThat(outcomes).containsExactly("done", "done");
            assertThat(desk().trail().newest(set.name(), 99, 99))
                    .extracting(Entry::act)
                    .containsExactly(Act.STARTED);
        }
    }

    @Test
    void leavesTheTransactionOfWhoeverBeginsSecondWhole() throws Exception {
        for (var set : RuleSets.all()) {
            var outcomes =
                    AtTheSameMoment.together(() -> beginsAndNotes("maya", set), () -> beginsAndNotes("rizal", set));

            assertThat(outcomes).containsExactly("done", "done");
            assertThat(desk().trail().newest(set.name(), 99, 99))
                    .filteredOn(entry -> entry.act() == Act.SUBMITTED)
                    .hasSize(2);
        }
    }

    private Object beginsAndNotes(String person, RuleSet<?> set) {
        return desk().as(person, () -> desk().transaction().execute(status -> {
            var draft = drafts().open(set);
            desk().trail().add(set.name(), person, Act.SUBMITTED, "", "", "Because");
            return draft;
        }));
    }

    @Test
    void neverLetsAnOldPageSaveOverANewDraft() {
        var read = open();
        desk().as("rizal", () -> drafts().discard(FIT, read.revision()));

        assertThatThrownBy(() -> save("maya", read, points(read.sheet(), "30")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Rizal Pratama has ended this draft");
        assertThat(drafts().find(FIT)).isEmpty();

        var fresh = open();
        assertThatThrownBy(() -> save("maya", read, points(read.sheet(), "30"))).isInstanceOf(Overtaken.class);
        assertThat(drafts().find(FIT)).contains(fresh);
    }

    @Test
    void discardsWithoutADraftInSilence() {
        desk().as("maya", () -> drafts().discard(FIT, 1));

        assertThat(desk().trail().newest(FIT.name(), 99, 99)).isEmpty();
    }

    static Stream<String> others() {
        return Stream.of("sari", "nobody");
    }

    @ParameterizedTest
    @MethodSource("others")
    void isForManagersOnly(String person) {
        var draft = open();

        for (Runnable deed : List.<Runnable>of(
                () -> drafts().open(FIT),
                () -> drafts().save(FIT, draft.revision(), points(draft.sheet(), "30")),
                () -> drafts().discard(FIT, draft.revision()),
                () -> drafts().restart(FIT, 1, draft.revision()))) {
            assertThatThrownBy(() -> desk().as(person, deed)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(deed::run).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(drafts().find(FIT)).contains(draft);
    }

    @Test
    void refusesTooMuchAndKeepsWhatWasSaved() {
        var draft = open();
        var sheet = draft.sheet();
        var row = sheet.rows("points").get(0);

        assertRefused(
                draft,
                edited(sheet, "points", lines -> lines.addAll(Collections.nCopies(300, row))),
                "Table points has 328 rows and may have at most 300");
        assertRefused(draft, points(sheet, "9".repeat(1001)), "Table points has 1001 characters in row 1, column");
        assertRefused(
                draft,
                edited(sheet, "vetoes", lines -> lines.add(Collections.nCopies(61, ""))),
                "Table vetoes has 61 cells in row");
        assertRefused(
                draft,
                proven(sheet, cases -> cases.addAll(Collections.nCopies(500, cases.get(0)))),
                "The table of cases has 521 cases and may have at most 500");
        assertRefused(draft, edited(sheet, "Queries", lines -> lines.add(row)), "Queries is no table");
    }

    private void assertRefused(Draft draft, Sheet sheet, String sentence) {
        assertThatThrownBy(() -> save("maya", draft, sheet))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(sentence)
                .hasMessageEndingWith("Nothing was saved, and what was saved before is as it was");
        assertThat(drafts().find(FIT)).contains(draft);
    }

    @Test
    void countsAsItsEditorsThoseWhoLedToItsCells() {
        var begun = open();
        var mayas = save("maya", begun, points(begun.sheet(), "30"));
        var both = save("rizal", mayas, points(mayas.sheet(), "35"));
        assertThat(both.editors()).containsExactly("maya", "rizal");
        var undone = save("rizal", both, mayas.sheet());
        assertThat(undone.editors()).containsExactly("maya");

        // Whatever Maya took over of his while it stood there, nobody can tell.
        var again = save("rizal", undone, with(FIT, undone.sheet(), "FIT-02", "Points for us", "7"));
        var after = save("maya", again, points(again.sheet(), "31"));
        var his = cell(begun.sheet(), "FIT-02");
        assertThat(save("rizal", after, with(FIT, after.sheet(), "FIT-02", "Points for us", his))
                        .editors())
                .containsExactly("maya", "rizal");
        assertThat(save("rizal", drafts().find(FIT).orElseThrow(), begun.sheet())
                        .editors())
                .isEmpty();
    }

    private static String cell(Sheet sheet, String row) {
        var at = FIT.tables().get(0).labels().indexOf("Points for us");
        return sheet.rows("points").stream()
                .filter(line -> line.get(0).equals(row))
                .findFirst()
                .orElseThrow()
                .get(at);
    }

    @Test
    void rollsBackWithADraftOfOldRows() {
        var newer = points(Sheet.of(FIT, shipped(FIT)), "30");
        desk().publish(FIT, 2, drafts().content(FIT, newer));

        var draft = desk().as("maya", () -> drafts().restart(FIT, 1, 0));

        assertThat(draft.sheet()).isEqualTo(Sheet.of(FIT, shipped(FIT)));
        assertThat(draft.baseVersion()).isEqualTo(2);
        assertThat(draft.editors()).containsExactly("maya");
        assertThat(desk().trail().newest(FIT.name(), 99, 99)).first().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(Act.ROLLED_BACK);
            assertThat(entry.changes()).containsExactly("Version 2 → A draft with the rows of version 1");
        });
    }

    @Test
    void rollsBackOverNobodyElsesWork() {
        var theirs = save("rizal", open(), points(open().sheet(), "30"));

        assertThatThrownBy(() -> desk().as("maya", () -> drafts().restart(FIT, 1, theirs.revision())))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is a draft with changes of Rizal Pratama. Discard it first, or go on with it");
        assertThat(drafts().find(FIT)).contains(theirs);

        var own = desk().as("rizal", () -> drafts().restart(FIT, 1, theirs.revision()));
        assertThat(own.sheet()).isEqualTo(Sheet.of(FIT, shipped(FIT)));
        assertThat(own.revision()).isGreaterThan(theirs.revision());
        assertThat(own.editors()).containsExactly("rizal");
    }

    @Test
    void doesNothingWithADraftThatSomebodySavedSinceItWasRead() {
        var read = open();
        var theirs = save("rizal", read, points(read.sheet(), "30"));

        for (Runnable deed : List.<Runnable>of(
                () -> drafts().discard(FIT, read.revision()),
                () -> drafts().restart(FIT, 1, read.revision()),
                () -> drafts().restart(FIT, 1, 0),
                () -> drafts().read(FIT, read.revision()),
                () -> drafts().hold(FIT, read.revision()))) {
            assertThatThrownBy(() -> desk().as("rizal", deed))
                    .isInstanceOf(Overtaken.class)
                    .hasMessageStartingWith("Rizal Pratama " + OVERTAKEN + ". Nothing was done");
        }
        assertThat(drafts().find(FIT)).contains(theirs);
    }

    @Test
    void refusesToRollBackToWhatIsNotThereOrHadOtherColumns() {
        desk().publish(APPROACH, 2, new Content(Map.of("approach", "APP-04,true,COLD,Fewer columns\n"), ""));

        assertThatThrownBy(() -> desk().as("maya", () -> drafts().restart(APPROACH, 7, 0)))
                .hasMessage("There is no version 7 of this rule set");
        assertThatThrownBy(() -> desk().as("maya", () -> drafts().restart(APPROACH, 2, 0)))
                .hasMessageContaining("was written for other columns");
    }

    @Test
    void leavesATrailOfEveryAct() {
        var draft = open();
        var second = save("rizal", draft, points(draft.sheet(), "30"));
        save("rizal", second, second.sheet());
        desk().as("maya", () -> drafts().discard(FIT, second.revision()));

        assertThat(desk().trail().newest(FIT.name(), 99, 99))
                .extracting(Entry::who, Entry::act, Entry::changes)
                .containsExactly(
                        tuple("maya", Act.DISCARDED, List.of("FIT-01 Points for us: 30 → 25")),
                        tuple("rizal", Act.EDITED, List.of("FIT-01 Points for us: 25 → 30")),
                        tuple("maya", Act.STARTED, List.of("A draft from version 1")));
    }

    @Test
    void rememberEveryIdThatAnyDraftHasUsed() {
        var line = List.of("FIT-29", "POS");
        var added = save("maya", open(), edited(open().sheet(), "points", lines -> lines.add(line)));
        var half = save("maya", added, edited(added.sheet(), "points", lines -> lines.set(28, List.of("half"))));
        desk().as("maya", () -> drafts().discard(FIT, half.revision()));

        assertThat(drafts().usedIds(FIT)).contains("FIT-01", "FIT-29").doesNotContain("half");
        assertThat(drafts().usedIds(APPROACH)).isEmpty();
    }
}
