package com.clario.playbook.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.Round.Choice;
import com.clario.playbook.identify.Round.Ranked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LATER = TODAY.plusMonths(1);
    private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");

    @Test
    void ranksByPointsThenValueToUsThenWhoWaitsLongestThenCode() {
        var ranked = Round.inOrder(List.of(
                candidate("f", 90, 50, MONDAY, true),
                candidate("e", 40, 20, MONDAY, false),
                candidate("d", 40, 20, MONDAY, false),
                candidate("c", 40, 20, MONDAY.minusSeconds(60), false),
                candidate("b", 40, 30, MONDAY, false),
                candidate("a", 50, 10, MONDAY, false)));

        assertThat(ranked).extracting(Ranked::partnership).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(ranked).extracting(Ranked::place).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void picksDeclinesAndParksTheRest() {
        var decided = round("a", "b", "c", "d", "e")
                .choose(new Choice(List.of("a", "b", "c"), List.of("d"), LATER, null, "Not now"), TODAY);

        assertThat(decided)
                .extracting(Ranked::choice)
                .containsExactly("SELECTED", "SELECTED", "SELECTED", "DECLINED", "PARKED");
        assertThat(decided).extracting(Ranked::parkedUntil).containsExactly(null, null, null, null, LATER);
    }

    @Test
    void refusesTwoPicksOfFourWithoutAReason() {
        refused(round("a", "b", "c", "d"), choice(List.of("a", "b"), LATER, " "), "Pick three to five candidates");
        assertThat(round("a", "b", "c", "d").choose(choice(List.of("a", "b"), LATER, "Only two are ready"), TODAY))
                .hasSize(4);
    }

    @Test
    void takesFewerPicksWhereFewerWait() {
        assertThat(round("a", "b").choose(choice(List.of("a", "b"), null, null), TODAY))
                .hasSize(2);
        refused(round("a", "b"), choice(List.of("a"), LATER, null), "Pick all 2 who wait");
    }

    @Test
    void refusesSixPicksWithoutAReason() {
        var six = List.of("a", "b", "c", "d", "e", "f");
        refused(round("a", "b", "c", "d", "e", "f"), choice(six, null, null), "for picking 6");
    }

    @Test
    void refusesWhatContradictsItself() {
        var round = round("a", "b", "c");
        var all = List.of("a", "b", "c");
        refused(round, new Choice(all, List.of("a"), null, null, "x"), "both picked and declined");
        refused(round, choice(List.of("a", "b", "z"), LATER, "x"), "z is not in this round");
        refused(round, new Choice(all, List.of("z"), null, null, "x"), "z is not in this round");
        refused(round, new Choice(List.of("a", "b"), List.of("c"), null, null, null), "for picking 2");
    }

    @Test
    void asksForAReasonBeforeItDeclinesAnybody() {
        var choice = new Choice(List.of("a", "b", "c"), List.of("d"), null, null, null);
        refused(round("a", "b", "c", "d"), choice, "say why d is declined");
    }

    @Test
    void parksOnlyUntilADayToCome() {
        var round = round("a", "b", "c", "d");
        refused(round, choice(List.of("a", "b", "c"), null, null), "Park the others until: give a date");
        refused(round, choice(List.of("a", "b", "c"), TODAY, null), "choose a day after today");
        refused(round, choice(List.of("a", "b", "c"), TODAY.plusYears(1).plusDays(1), null), "a day within a year");
    }

    @Test
    void wakesAtOnceWhoMustBeResearchedAgain() {
        var round = round(candidate("a", 9, 9, MONDAY, false), candidate("old", 9, 9, MONDAY, true));

        assertThat(round.choose(choice(List.of("a"), null, null), TODAY))
                .extracting(Ranked::parkedUntil)
                .containsExactly(null, TODAY);
        refused(round, choice(List.of("a", "old"), null, null), "old cannot be picked");
    }

    @Test
    void isDecidedOnce() {
        var decided = new Round(1, TODAY, TODAY, "Maya", null, List.of());
        refused(decided, choice(List.of(), null, null), "already decided");
    }

    private static void refused(Round round, Choice choice, String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> round.choose(choice, TODAY))
                .withMessageContaining(words);
    }

    private static Choice choice(List<String> picks, LocalDate parkUntil, String reason) {
        return new Choice(picks, List.of(), parkUntil, null, reason);
    }

    private static Round round(String... codes) {
        return round(Stream.of(codes)
                .map(code -> candidate(code, 50, 20, MONDAY, false))
                .toArray(Ranked[]::new));
    }

    private static Round round(Ranked... candidates) {
        return new Round(1, TODAY, null, null, null, List.of(candidates));
    }

    private static Ranked candidate(String code, int points, int us, Instant since, boolean researchAgain) {
        return new Ranked(code, code, 1, points, us, 20, "STRONG", since, 1, researchAgain, null, null);
    }
}
