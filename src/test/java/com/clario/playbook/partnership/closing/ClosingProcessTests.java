package com.clario.playbook.partnership.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.AnyTime;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PlaybookTest
class ClosingProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Closings closings;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Timeline timeline;

    @Autowired
    BusinessDays days;

    AnyTime moka;

    @BeforeEach
    void somebodyNew() {
        moka = AnyTime.with(house, "Moka");
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "identify, Identify", "round, Identify", "outreach, Outreach",
        "pilot, Negotiation", "launch, Launch", "live, Optimize"
    })
    void endsACaseWhereverItStands(String place, String stage) {
        moka.at(place).close("Moka was bought by a rival");

        hasEnded("Closed in " + stage);
    }

    @ParameterizedTest
    @CsvSource({"round, Identify", "pilot, Negotiation", "live, Optimize"})
    void endsAPausedCase(String place, String stage) {
        moka.at(place).pause(10).close("Moka was bought by a rival");

        hasEnded("Closed in " + stage + ", while paused");
        assertThat(moka.run.passed("pauseDropped")).isTrue();
    }

    @Test
    void endsACaseWhosePauseOnlyJustBeginsOrEnds() {
        moka.researching().call(10);
        moka.close("No more");
        hasEnded("Closed in Identify, while paused");

        somebodyNew();
        moka.researching().pause(3).forward(3);
        house.getBean(org.camunda.bpm.engine.ManagementService.class)
                .executeJob(moka.job("pauseIsOver").getId());
        moka.close("No more");
        hasEnded("Closed in Identify");
    }

    @Test
    void endsACaseThatRunsWithoutItsWalk() {
        moka.run.only("pilot");

        moka.close("No more");

        hasEnded("Closed in Identify");
    }

    @Test
    void lastsOnlyWithTheTickWhereTermsBindUs() {
        moka.live();
        assertThat(closings.binding(moka.run.code())).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("Version 1 of the terms is signed and binds us until"));

        refused("x", false, "Signed terms: tick that you know");
        assertThat(moka.partnership().open()).isTrue();
        assertThat(moka.run.timeline()).noneMatch(line -> line.startsWith("Closed in"));

        moka.close("They stopped paying");
        hasEnded("Closed in Optimize");
    }

    @Test
    void refusesWhoMayNotAndWhatHasNoReason() {
        moka.researching();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> moka.as("sari", () -> closings.close(moka.run.code(), "x", true)));
        refused(" ", true, "Why: say why");
        refused("x".repeat(1001), true, "at most 1,000 characters");
        assertThat(moka.partnership().open()).isTrue();

        moka.close("Enough");
        refused("Once more", true, "has ended already: closed by a manager");
        assertThat(moka.run.timeline())
                .filteredOn(line -> line.startsWith("Partnership ended"))
                .hasSize(1);
    }

    private void hasEnded(String line) {
        var ended = moka.partnership();
        assertThat(ended.outcome()).isEqualTo("closed");
        assertThat(ended.endedOn()).isEqualTo(days.today());
        assertThat(ended.paused()).isFalse();
        assertThat(partnerships.visits(ended.code())).allMatch(visit -> visit.leftOn() != null);
        assertThat(moka.run.timeline()).contains(line).first().isEqualTo("Partnership ended: closed by a manager");
        assertThat(timeline.lastReason(ended.code())).isPresent();
        assertThat(moka.run.openTasks()).isEmpty();
        assertThat(moka.drawings()).isEmpty();
        assertThat(moka.history()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.getEndTime()).isNotNull();
            assertThat(one.getState())
                    .isIn(
                            HistoricProcessInstance.STATE_COMPLETED,
                            HistoricProcessInstance.STATE_INTERNALLY_TERMINATED,
                            HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED);
        });
    }

    private void refused(String why, boolean accepted, String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> moka.as("maya", () -> closings.close(moka.run.code(), why, accepted)))
                .withMessageContaining(words);
    }
}
