package com.clario.playbook.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProgrammeTests {

    private static final LocalDate START = LocalDate.of(2026, 2, 1);
    private static final Gate CONFIRMED = new Gate("The founders", START, null);
    private static final List<ProgrammeYear> YEARS = List.of(
            new ProgrammeYear(1, "Founder", null, null, null, null),
            new ProgrammeYear(2, "Partnerships lead", 2, 3, new BigDecimal("20.0"), null),
            new ProgrammeYear(4, null, 5, 5, null, 40));

    @Test
    void tellsTheYearFromTheStart() {
        var programme = running();

        assertThat(programme.yearOn(START.minusDays(1))).isZero();
        assertThat(programme.yearOn(START)).isEqualTo(1);
        assertThat(programme.yearOn(LocalDate.of(2027, 1, 31))).isEqualTo(1);
        assertThat(programme.yearOn(LocalDate.of(2027, 2, 1))).isEqualTo(2);
        assertThat(programme.yearOn(LocalDate.of(2033, 2, 1))).isEqualTo(8);
        assertThat(planned().yearOn(START)).isZero();
    }

    @Test
    void takesFromTheYearBeforeWhatAYearLeavesOut() {
        assertThat(running().in(1).partnerships()).isEmpty();
        assertThat(running().in(2).partnerships()).isEqualTo("2–3");
        assertThat(running().in(3))
                .isEqualTo(new ProgrammeYear(3, "Partnerships lead", 2, 3, new BigDecimal("20"), null));
        assertThat(running().in(7))
                .isEqualTo(new ProgrammeYear(7, "Partnerships lead", 5, 5, new BigDecimal("20"), 40));
        assertThat(running().in(7).partnerships()).isEqualTo("5");
    }

    @Test
    void runsOnlyWithAStartAndTheConfirmedFit() {
        refused(() -> programme(ProgrammeStatus.RUNNING, null, CONFIRMED), "Start of year 1: choose the day");
        refused(() -> programme(ProgrammeStatus.RUNNING, START, Gate.UNCONFIRMED), "Confirmed by: the programme runs");
        refused(() -> programme(null, START, CONFIRMED), "Status: choose");
    }

    @Test
    void asksWhoConfirmedTheFitAndWhen() {
        refused(() -> new Gate(" ", START, null), "Confirmed by: say who");
        refused(() -> new Gate("Maya", null, null), "Confirmed on: choose the day");
        refused(() -> new Gate(null, null, "Figures"), "Confirmed by: a note");
        assertThat(new Gate(" ", null, "").confirmed()).isFalse();
    }

    @Test
    void refusesTargetsThatCannotBe() {
        refused(() -> new ProgrammeYear(2, null, 3, 2, null, null), "Active partnerships to in year 2: it must not be");
        refused(() -> new ProgrammeYear(2, null, 3, null, null, null), "give both ends");
        refused(
                () -> new ProgrammeYear(2, null, -1, 2, null, null),
                "Active partnerships from in year 2: give a whole");
        refused(() -> new ProgrammeYear(2, null, null, null, new BigDecimal("101"), null), "from 0 to 100");
        refused(() -> new ProgrammeYear(2, null, null, null, new BigDecimal("0.25"), null), "at most one decimal");
    }

    @Test
    void tellsWhatIsOtherwiseThanBefore() {
        assertThat(running().since(planned()))
                .extracting(Programme.Change::what)
                .containsExactly("Status", "Start of year 1", "Product-market fit");
        assertThat(running().since(planned()).get(0)).isEqualTo(new Programme.Change("Status", "Planned", "Running"));
        assertThat(running().since(running())).isEmpty();
    }

    @Test
    void isBehindOnlyWhereFewerAreActiveThanTheYearAsksFor() {
        assertThat(new Standing(running(), 2, running().in(2), 1).behind()).isTrue();
        assertThat(new Standing(running(), 2, running().in(2), 2).behind()).isFalse();
        assertThat(new Standing(running(), 1, running().in(1), 0).behind()).isFalse();
        assertThat(new Standing(running(), 2, running().in(2), 1).activeInWords())
                .isEqualTo("1 of 2–3");
    }

    private static Programme running() {
        return programme(ProgrammeStatus.RUNNING, START, CONFIRMED);
    }

    private static Programme planned() {
        return programme(ProgrammeStatus.PLANNED, null, Gate.UNCONFIRMED);
    }

    private static Programme programme(ProgrammeStatus status, LocalDate start, Gate gate) {
        return new Programme(1, null, null, "Why", status, "High", start, gate, YEARS);
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
