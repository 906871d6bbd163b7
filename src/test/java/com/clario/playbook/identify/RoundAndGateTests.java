package com.clario.playbook.identify;

import static com.clario.playbook.identify.ResearchForm.refused;
import static com.clario.playbook.identify.ResearchForm.strong;
import static com.clario.playbook.identify.ResearchForm.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.ReadyForPartners;
import com.clario.playbook.access.People;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.PartnershipSteps;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Stage;
import com.clario.playbook.programme.StartGate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A round on our tables: who may be picked, who has gone meanwhile, and on what ground somebody starts. */
@PlaybookTest
class RoundAndGateTests {

    private static final LocalDate LATER = LocalDate.now().plusDays(40);

    @Autowired
    ApplicationContext house;

    @Autowired
    Candidates candidates;

    @Autowired
    Rounds rounds;

    @Autowired
    Partnerships partnerships;

    @Autowired
    PartnershipSteps steps;

    @Autowired
    StartGate gate;

    @Autowired
    RuntimeService runtime;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyElseWaits(@Autowired JdbcClient jdbc) {
        jdbc.sql("update playbook.candidate set state = 'GONE'").update();
        jdbc.sql("update playbook.round set open_mark = null").update();
        ReadyForPartners.confirmed(house);
    }

    @AfterEach
    void readyAgain() {
        ReadyForPartners.confirmed(house);
    }

    @Test
    void asksForAReasonWhileNobodyHasConfirmedProductMarketFit() {
        ReadyForPartners.notConfirmed(house);
        var moka = waiting("Moka");
        var round = round();

        refused(() -> choose(round, List.of(moka), null), "Reason to start before product-market fit");
        assertThat(candidates.get(moka.code()).state()).isEqualTo("WAITING");
        assertThat(gate.permit(moka.code())).isEmpty();

        choose(round, List.of(moka), "Moka asked for it");
        assertThat(gate.permit(moka.code()).orElseThrow().reason()).isEqualTo("Moka asked for it");
        assertThat(moka.timeline()).contains("Starts before product-market fit is confirmed");
    }

    @Test
    void asksForNothingOnceItIsConfirmed() {
        var moka = waiting("Moka");

        choose(round(), List.of(moka), null);

        assertThat(gate.permit(moka.code()).orElseThrow().reason()).isNull();
        assertThat(moka.timeline()).doesNotContain("Starts before product-market fit is confirmed");
    }

    @Test
    void parksAndDeclinesWithoutOne() {
        ReadyForPartners.notConfirmed(house);
        var moka = waiting("Moka");

        choose(round(), new Round.Choice(List.of(), List.of(), LATER, null, "Not ready"));

        assertThat(candidates.get(moka.code()).state()).isEqualTo("PARKED");
    }

    @Test
    void picksNobodyWhileTheProgrammeIsStopped() {
        var moka = waiting("Moka");
        ReadyForPartners.stopped(house);

        refused(() -> choose(round(), List.of(moka), "All the same"), "The programme is stopped");
    }

    @Test
    void letsNobodyPassIdentifyWhomNoRoundHasPicked() {
        var moka = candidate("Moka").runJobs();

        refused(
                () -> transaction.executeWithoutResult(unit -> steps.enterStage(moka.code(), "outreach")),
                "no round has let it start");
        assertThat(partnerships.get(moka.code()).stage()).isEqualTo(Stage.IDENTIFY);
    }

    @Test
    void countsOnlyThoseWhoStillWait() {
        var five = Stream.of("Moka", "Pawoon", "Qasir", "Olsera", "Iseller")
                .map(this::waiting)
                .toList();
        var round = round();
        withdraw(five.get(1));
        assertThat(candidates.get(five.get(1).code()).state()).isEqualTo("GONE");

        refused(
                () -> choose(round, five.subList(0, 3), null),
                "Pick three to five candidates, or give the reason for picking 2. Pawoon, White-label no longer waits");

        choose(round, List.of(five.get(0), five.get(1), five.get(2), five.get(3)), null);
        assertThat(rounds.get(round).candidate(five.get(1).code()).choice()).isNull();
        assertThat(candidates.get(five.get(1).code()).state()).isEqualTo("GONE");
        assertThat(candidates.get(five.get(3).code()).state()).isEqualTo("SELECTED");
        assertThat(candidates.get(five.get(4).code()).state()).isEqualTo("PARKED");
    }

    /** Whoever is first, the other one finds a case it can say something true about. */
    @Test
    void decidesARoundWhileSomebodyWithdraws() throws Exception {
        for (int times = 0; times < 5; times++) {
            nobodyElseWaits(house.getBean(JdbcClient.class));
            var moka = waiting("Moka");
            var round = round();
            var together = new CountDownLatch(1);
            var both = Executors.newFixedThreadPool(2);
            var deeds = new ArrayList<java.util.concurrent.Future<Throwable>>();
            deeds.add(both.submit(() -> {
                together.await();
                return catchThrowable(() ->
                        choose(round, new Round.Choice(List.of(moka.code()), List.of(), LATER, null, "The only one")));
            }));
            deeds.add(both.submit(() -> {
                together.await();
                return catchThrowable(() -> withdraw(moka));
            }));
            together.countDown();
            for (var deed : deeds) {
                assertThat(deed.get()).isNull();
            }
            both.shutdown();

            assertThat(partnerships.get(moka.code()).open()).isFalse();
            assertThat(candidates.waiting()).isEmpty();
            var picked =
                    "SELECTED".equals(rounds.get(round).candidate(moka.code()).choice());
            assertThat(candidates.get(moka.code()).state()).isEqualTo(picked ? "SELECTED" : "GONE");
            assertThat(gate.permit(moka.code()).isPresent()).isEqualTo(picked);
        }
    }

    @Test
    void judgesAnAdviserByLeadsAndTrustAndAsksForNoInterface() {
        var adviser = CaseRun.of(house, "Adviser", PartnerType.CHANNEL, Model.REFERRAL)
                .only("identify");
        var fields = with(with(strong(), "merchants", 40), "leads", 12);
        fields.remove("api");
        refused(() -> adviser.complete("sari", "researchCandidate", fields), "“Their clients follow their advice”");

        adviser.complete("sari", "researchCandidate", with(fields, "trusted", "YES"));

        var judged = candidates.get(adviser.code());
        assertThat(judged.fit()).isEqualTo("STRONG");
        assertThat(judged.valueToUs()).isEqualTo(5 + 15 + 20 / 2 + 10 / 2 + 5);
        assertThat(adviser.timeline()).contains("Researched: 5 of 9 answers have a source");
    }

    @Test
    void asksAPosForItsInterfaceButNotForLeads() {
        var moka = candidate("Moka").only("identify");
        var fields = strong();
        fields.remove("api");

        refused(() -> moka.complete("sari", "researchCandidate", fields), "“Technical interface”");
        moka.complete("sari", "researchCandidate", strong());
        assertThat(candidates.get(moka.code()).fit()).isEqualTo("STRONG");
    }

    private CaseRun candidate(String name) {
        return CaseRun.of(house, name, PartnerType.POS, Model.WHITE_LABEL);
    }

    private CaseRun waiting(String name) {
        return candidate(name).only("identify").complete("sari", "researchCandidate", strong());
    }

    private long round() {
        var id = rounds.begin();
        rounds.rank(id);
        return id;
    }

    private void choose(long round, List<CaseRun> picks, String earlyReason) {
        choose(
                round,
                new Round.Choice(picks.stream().map(CaseRun::code).toList(), List.of(), LATER, earlyReason, null));
    }

    private void choose(long round, Round.Choice choice) {
        people.actAs("maya", () -> {
            rounds.choose(round, choice);
            return null;
        });
    }

    private void withdraw(CaseRun one) {
        transaction.executeWithoutResult(unit -> {
            steps.close(one.code(), "notAFit");
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(one.code()).list().stream()
                    .filter(running -> running.getRootProcessInstanceId().equals(running.getId()))
                    .forEach(running -> runtime.deleteProcessInstance(running.getId(), "withdrawn"));
        });
    }
}
