package com.clario.playbook.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlaybookTest
class PilotProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Pilots pilots;

    @Autowired
    PilotProcess process;

    @Autowired
    SignOffs signOffs;

    @Autowired
    PilotSteps steps;

    @Autowired
    People people;

    @Autowired
    BusinessDays days;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    CaseRun run;

    @BeforeEach
    void begin() {
        run = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL).only("pilot");
    }

    @Test
    void passesWhenTheTargetsAreReached() {
        planned().fire("pilotTimeUp").complete("sari", "enterPilotResults", results(10, "4.5", 0));

        assertThat(pilot().verdict()).contains(PilotFacts.PASSED);
        assertThat(pilot().customers()).hasSize(12);
        assertThat(run.drawing("pilot")).hasPassed("pilotPassed");
        assertThat(run.timeline())
                .contains(
                        "Pilot judged: passed",
                        "Pilot planned: 12 customers for 30 days from " + Shown.day(days.today()));
    }

    @ParameterizedTest
    @CsvSource({
        "9, 30, You named 9 customers for 30 days: a pilot needs at least 10 customers; fewer prove nothing (PLN-01).",
        "21, 30, You named 21 customers for 30 days: a pilot has at most 20 customers; more is a launch (PLN-02)."
    })
    void refusesPlansThatProveNothing(int customers, int length, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> run.complete("sari", "planPilot", plan(customers)))
                .withMessage(sentence);
        assertThat(pilots.of(run.code())).isEmpty();
        assertThat(run.openTasks()).containsExactly("planPilot");
    }

    @Test
    void refusesAPlanThatIsTooShort() {
        var plan = plan(12);
        plan.put("days", 7);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> run.complete("sari", "planPilot", plan))
                .withMessageContaining("at least 14 days")
                .withMessageContaining("PLN-03");
    }

    @Test
    void neverMovesTheGoalOnceItRuns() {
        planned();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> steps.recordPilotPlan(
                        run.code(),
                        Trial.names(10),
                        days.today().toString(),
                        30,
                        1,
                        "1",
                        "Nothing",
                        "Anything",
                        "FREE"))
                .withMessageContaining("its plan is fixed");
    }

    @Test
    void endsWithTheFirstMomentAfterItsLastDay() {
        planned();

        assertThat(pilot().lastDay()).isEqualTo(days.today().plusDays(29));
        assertThat(timer()).isEqualTo(days.start(days.today().plusDays(30)));
    }

    @Test
    void isExtendedOnceAndThenFails() {
        planned().fire("pilotTimeUp").complete("sari", "enterPilotResults", results(6, "3.8", 0));

        assertThat(pilot().verdict()).contains(PilotFacts.EXTEND);
        assertThat(pilot().extended()).isTrue();
        var lastDay = days.today().plusDays(15);
        assertThat(pilot().lastDay()).isEqualTo(lastDay);
        assertThat(run.timeline()).contains("Pilot extended until " + Shown.day(lastDay));
        assertThat(timer()).isEqualTo(days.start(lastDay.plusDays(1)));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> steps.extendPilot(run.code()));

        run.fire("pilotTimeUp").complete("sari", "enterPilotResults", results(6, "3.8", 0));

        assertThat(pilot().verdict()).contains(PilotFacts.FAILED);
        assertThat(pilot().results()).hasSize(2);
        assertThat(run.drawing("pilot")).hasPassed("pilotFailed");
    }

    @Test
    void failsAfterSeriousIncidents() {
        planned().fire("pilotTimeUp").complete("sari", "enterPilotResults", results(12, "5", 3));

        assertThat(pilot().verdict()).contains(PilotFacts.FAILED);
        assertThat(run.drawing("pilot")).hasPassed("pilotFailed");
        assertThat(run.ended()).isTrue();
    }

    /** The second number is beyond any pilot: the form leaves the limit to the plan. */
    @ParameterizedTest
    @ValueSource(ints = {13, 21})
    void cannotHaveMoreActiveCustomersThanItHas(int active) {
        planned().fire("pilotTimeUp");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> run.complete("sari", "enterPilotResults", results(active, "4.5", 0)))
                .withMessage("Customers active at the end: the pilot had 12 customers; enter 0 to 12.");
    }

    @Test
    void endsEarlyWithAReason() {
        planned();
        as("maya", () -> process.endEarly(run.code(), "All twelve have answered"));

        assertThat(pilot().endedEarlyOn()).isEqualTo(days.today());
        assertThat(run.openTasks()).containsExactly("enterPilotResults");
        assertThat(run.timeline()).contains("Pilot ended early");
        assertThat(String.valueOf(run.variable("enterPilotResults", "shown"))).contains("was ended early");
    }

    @Test
    void isNotEndedWithoutAReasonOrByOthersOrTwice() {
        planned();

        refuses("sari", " ", "Why: fill it in.");
        refuses("lina", "Because", "Only partnerships or a manager can end a pilot early.");
        assertThat(run.openTasks()).isEmpty();
        as("sari", () -> process.endEarly(run.code(), "Done"));
        refuses("sari", "Again", "No pilot runs for Moka now, so there is none to end.");
    }

    @Test
    void isNotEndedBeforeItsFirstDay() {
        var plan = plan(12);
        plan.put("startsOn", days.today().plusDays(2).toString());
        run.complete("sari", "planPilot", plan);
        Trial.agree(house, run);

        refuses(
                "sari",
                "They like it already",
                "The pilot with Moka begins on " + Shown.day(days.today().plusDays(2))
                        + ": nothing can be judged before. If it is not wanted any more, a manager can close the case.");
        assertThat(pilot().endedEarlyOn()).isNull();
    }

    @Test
    void tellsTheManagerHowLittleOfItWasTried() {
        planned();
        as("sari", () -> process.endEarly(run.code(), "They like it already"));
        run.complete("sari", "enterPilotResults", results(12, "4.5", 0));

        assertThat(signOffs.show(run.code())).contains("Ended early", "1 day tried, 30 planned");
    }

    @Test
    void isNotEndedBeforeItIsPlanned() {
        refuses("sari", "Done", "No pilot runs for Moka now, so there is none to end.");
        assertThat(run.timeline()).doesNotContain("Pilot ended early");
    }

    private void refuses(String person, String why, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(person, () -> process.endEarly(run.code(), why)))
                .withMessage(sentence);
    }

    private void as(String person, Runnable deed) {
        people.actAs(person, () -> {
            deed.run();
            return null;
        });
    }

    private Pilot pilot() {
        return pilots.of(run.code()).orElseThrow();
    }

    private Date timer() {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(run.code())
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult()
                .getDuedate();
    }

    /** A pilot of twelve customers whose letter is agreed. */
    private CaseRun planned() {
        run.complete("sari", "planPilot", plan(12));
        return Trial.agree(house, run);
    }

    private Map<String, Object> plan(int customers) {
        return Trial.plan(house, customers);
    }

    private static Map<String, Object> results(int active, String satisfaction, int incidents) {
        return Map.of(
                "activeCustomers",
                active,
                "satisfaction",
                satisfaction,
                "seriousIncidents",
                incidents,
                "resultsNote",
                "They look at it every morning");
    }
}
