package com.clario.playbook.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.TestCall;
import com.clario.playbook.access.key.ApiKey.Scope;
import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each model needs before it goes live, and what happens without it. */
@PlaybookTest
class LaunchModelsTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Launches launches;

    @Autowired
    ReferralCodes codes;

    @Autowired
    ApiKeys keys;

    @LocalServerPort
    int port;

    private LocalDate today;

    @BeforeEach
    void today(@Autowired BusinessDays days) {
        today = days.today();
    }

    @Test
    void aResellerGoesLiveWithATrainedTeam() {
        var pawoon = launching("Pawoon", PartnerType.POS, Model.RESELLER);
        assertThat(pawoon.openTasks()).containsExactly("announcePartnership", "trainPartnerTeam");

        announce(pawoon);
        refused(() -> train(pawoon, today.plusDays(1)), "Trained on: ");
        train(pawoon, today);
        closeGaps(pawoon, support());

        assertThat(pawoon.variable("goLive", "shown").toString()).contains("2 people on", "by Sari");
        goLive(pawoon);
        var training = launches.get(pawoon.code()).training();
        assertThat(training.names()).containsExactly("Rina, sales", "Tono, support");
        assertThat(training.on()).isEqualTo(today);
        assertThat(training.material()).isEqualTo("The sales deck");
        assertThat(training.trainer()).isEqualTo("Sari");
        assertThat(pawoon.passed("partnershipLive")).isTrue();
        assertThat(pawoon.timeline()).anyMatch(line -> line.startsWith("Partner's team trained on"));
    }

    @Test
    void aResellerTrainedLaterIsAGapUntilItIsDone() {
        var pawoon = launching("Pawoon", PartnerType.POS, Model.RESELLER);
        announce(pawoon);
        pawoon.complete("sari", "trainPartnerTeam", Map.of("trainingDecision", "LATER"));
        assertThat(pawoon.variable("closeGaps", "shown").toString()).contains("RDY-03", "RDY-07", "RESELLER");

        refused(() -> closeGaps(pawoon, Map.of("trainees", "Rina")), "Trained on: choose a date.");
        var fields = new HashMap<>(support());
        fields.putAll(training(today));
        closeGaps(pawoon, fields);

        assertThat(launches.get(pawoon.code()).training().people()).isEqualTo(2);
        assertThat(pawoon.openTasks()).containsExactly("goLive");
    }

    @Test
    void anIntegrationGoesLiveOnceATestActivityWasTraced() {
        var accurate = launching("Accurate", PartnerType.ACCOUNTING, Model.INTEGRATION);
        assertThat(accurate.openTasks()).containsExactly("announcePartnership", "connectIntegration");
        announce(accurate);
        refused(() -> connect(accurate, "CONNECTED"), "Result: no test activity has come in with a live key yet.");

        var key = keys.issue(accurate.code(), Scope.ACTIVITY, null);
        refused(() -> connect(accurate, "CONNECTED"), "Result: no test activity has come in with a live key yet.");
        assertThat(TestCall.with(port, key.text()).report("test-1").statusCode())
                .isEqualTo(201);
        connect(accurate, "CONNECTED");
        closeGaps(accurate, support());
        assertThat(accurate.variable("goLive", "shown").toString())
                .contains("test-1, came with key " + key.key().id());
        goLive(accurate);

        assertThat(launches.get(accurate.code()).connection().activity()).isEqualTo("test-1");
        assertThat(launches.isLive(accurate.code())).isTrue();
        assertThat(accurate.timeline())
                .contains("Integration tested: activity test-1 came through with key "
                        + key.key().id());
    }

    @Test
    void anIntegrationDoesNotGoLiveOnAKeyThatHasEndedSince() {
        var zahir = launching("Zahir", PartnerType.ACCOUNTING, Model.INTEGRATION);
        announce(zahir);
        var key = keys.issue(zahir.code(), Scope.ACTIVITY, null);
        TestCall.with(port, key.text()).report("test-1");
        connect(zahir, "CONNECTED");
        closeGaps(zahir, support());
        keys.revoke(zahir.code(), key.key().id(), "Leaked");

        refused(() -> goLive(zahir), "The rules have not found this launch ready as it stands now");
        zahir.complete("maya", "goLive", Map.of("goLiveDecision", "CHECK"));
        assertThat(zahir.variable("closeGaps", "shown").toString()).contains("RDY-05", "RDY-08");

        refused(
                () -> closeGaps(zahir, Map.of("connectionDecision", "CONNECTED")),
                "Result: no test activity has come in with a live key yet.");
        var next = keys.issue(zahir.code(), Scope.ACTIVITY, null);
        TestCall.with(port, next.text()).report("test-2");
        closeGaps(zahir, Map.of("connectionDecision", "CONNECTED"));
        goLive(zahir);

        assertThat(launches.get(zahir.code()).connection().key())
                .isEqualTo(next.key().id());
        assertThat(zahir.ended()).isTrue();
    }

    @Test
    void anIntegrationMayGoOnUntestedAndIsHeldByTheRules() {
        var jurnal = launching("Jurnal", PartnerType.ACCOUNTING, Model.INTEGRATION);
        announce(jurnal);
        connect(jurnal, "LATER");

        assertThat(jurnal.variable("closeGaps", "shown").toString()).contains("RDY-08", "RDY-05");
        assertThat(jurnal.timeline()).contains("Integration not tested yet");
    }

    @Test
    void aReferralGoesLiveWithACodeOfItsOwn() {
        var one = launching("Consultants", PartnerType.CHANNEL, Model.REFERRAL);
        assertThat(one.openTasks()).containsExactly("announcePartnership", "issueReferralCode");
        var proposed = one.variable("issueReferralCode", "referralCode").toString();
        var text = one.variable("issueReferralCode", "referralText").toString();
        assertThat(proposed).matches("CONS-[A-Z2-9]{4}");
        assertThat(text).contains(proposed, codes.link(proposed));

        announce(one);
        refused(() -> refer(one, "CONS-9999", text), "it does not name the code CONS-9999");
        refer(one, proposed, text);
        closeGaps(one, support());
        goLive(one);

        assertThat(codes.of(one.code())).hasValueSatisfying(code -> {
            assertThat(code.code()).isEqualTo(proposed);
            assertThat(code.issuedBy()).isEqualTo("sari");
        });
        assertThat(one.passed("partnershipLive")).isTrue();

        var other = launching("Consultants", PartnerType.CHANNEL, Model.REFERRAL);
        refused(
                () -> refer(other, proposed, text),
                "Referral code: " + proposed + " was given to somebody before; choose another.");
    }

    @Test
    void aRevokedReferralCodeIsAGapThatCanBeClosed() {
        var one = launching("Advisers", PartnerType.CHANNEL, Model.REFERRAL);
        announce(one);
        var proposed = one.variable("issueReferralCode", "referralCode").toString();
        refer(one, proposed, "Name " + proposed);
        house.getBean(Credentials.class).revoke(one.code(), "Printed wrong");
        closeGaps(one, support());

        assertThat(one.variable("closeGaps", "shown").toString()).contains("RDY-06");
        var next = one.variable("closeGaps", "referralCode").toString();
        assertThat(next).isNotEqualTo(proposed);
        closeGaps(one, Map.of("referralCode", next, "referralText", "Name " + next));

        assertThat(one.openTasks()).containsExactly("goLive");
    }

    @Test
    void launchesAgainWithoutLosingTheFirst() {
        var moka = launching("Moka", PartnerType.POS, Model.RESELLER);
        announce(moka);
        train(moka, today);
        closeGaps(moka, support());
        goLive(moka);

        house.getBean(JdbcClient.class)
                .sql("update playbook.partnership set model = 'WHITE_LABEL' where code = ?")
                .param(moka.code())
                .update();
        moka.only("launch");
        assertThat(moka.openTasks()).containsExactly("announcePartnership", "approveBrand");
        assertThat(launches.of(moka.code())).hasValueSatisfying(second -> {
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.model()).isEqualTo(Model.WHITE_LABEL);
            assertThat(second.liveOn()).isEmpty();
            assertThat(second.support().mail()).isEqualTo("care@partner.example");
        });
        assertThat(launches.liveSince(moka.code())).contains(today);
        assertThat(launches.isLive(moka.code())).isTrue();

        announce(moka);
        moka.complete("sari", "approveBrand", Map.of("brandName", "Moka Analytics", "brandDecision", "YES"));
        assertThat(moka.variable("goLive", "shown").toString()).contains("Live before, since");
        moka.complete("maya", "goLive", Map.of("goLiveDecision", "STOP", "goLiveNote", "Not yet"));
        assertThat(launches.all(moka.code()))
                .extracting(Launch::model)
                .containsExactly(Model.WHITE_LABEL, Model.RESELLER);
        assertThat(launches.isLive(moka.code())).isTrue();
        assertThat(house.getBean(Partnerships.class).get(moka.code()).open()).isTrue();
    }

    private CaseRun launching(String name, PartnerType type, Model model) {
        var one = CaseRun.of(house, name, type, model);
        SignedTerms.of(house, one.code(), today.minusDays(30));
        return one.only("launch");
    }

    private void announce(CaseRun one) {
        one.complete(
                "sari",
                "announcePartnership",
                Map.of(
                        "announcement", "Here it is",
                        "announcedOn", today.toString(),
                        "announcedWhere", "Their news page"));
    }

    private static void train(CaseRun one, LocalDate on) {
        var fields = training(on);
        fields.put("trainingDecision", "HELD");
        one.complete("sari", "trainPartnerTeam", fields);
    }

    private static Map<String, Object> training(LocalDate on) {
        return new HashMap<>(Map.of(
                "trainees", "Rina, sales\nTono, support",
                "trainedOn", on.toString(),
                "trainingMaterial", "The sales deck",
                "trainer", "Sari"));
    }

    private static void connect(CaseRun one, String decision) {
        one.complete("sari", "connectIntegration", Map.of("connectionDecision", decision));
    }

    private static void refer(CaseRun one, String code, String text) {
        one.complete("sari", "issueReferralCode", Map.of("referralCode", code, "referralText", text));
    }

    private static Map<String, Object> support() {
        return Map.of("supportName", "Their care", "supportMail", "care@partner.example");
    }

    private static void closeGaps(CaseRun one, Map<String, ?> given) {
        var fields = new HashMap<String, Object>(given);
        fields.put("gapsNote", "Put right");
        one.complete("sari", "closeGaps", fields);
    }

    private void goLive(CaseRun one) {
        one.complete("maya", "goLive", Map.of("goLiveDecision", "GO", "liveOn", today.toString()));
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
