package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.pilot.Pilot;
import com.clario.playbook.pilot.Pilots;
import com.clario.playbook.pilot.Trial;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class NegotiationProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    TermsVersions versions;

    @Autowired
    Pilots pilots;

    @Autowired
    JdbcClient jdbc;

    LocalDate today;

    @BeforeEach
    void beginTheDay(@Autowired BusinessDays days) {
        today = days.today();
    }

    @Test
    void endsWithSignedTermsThatNeverChange() {
        var deal = negotiation().readyToSign().upload().sign(Map.of());

        var signed = versions.signed(deal.code()).orElseThrow();
        assertThat(signed.signature().partner()).isEqualTo("Rina Halim");
        assertThat(signed.signature().recordedBy()).isEqualTo("sari");
        assertThat(signed.validFrom()).isEqualTo(today);
        assertThat(signed.validTo()).isEqualTo(today.plusMonths(12).minusDays(1));
        assertThat(versions.inForce(deal.code(), today)).contains(signed);
        assertThat(versions.inForce(deal.code(), today.minusDays(1))).isEmpty();
        assertThat(versions.inForce(deal.code(), today.plusMonths(12))).isEmpty();
        assertThat(deal.run.drawing("negotiation")).hasPassed("termsSigned");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> versions.move(signed, Status.SUPERSEDED))
                .withMessageContaining("never changes");
    }

    @Test
    void endsWhereLegalRejects() {
        var deal = negotiation().propose();
        deal.run.complete("lina", "reviewContract", Map.of("reviewDecision", "REJECT", "reviewComment", "Not lawful"));

        assertThat(deal.run.drawing("negotiation")).hasPassed("contractRejected");
        assertThat(pilots.of(deal.code())).isEmpty();
        assertThat(deal.run.ended()).isTrue();
    }

    @Test
    void endsWithAFailedPilot() {
        var deal = negotiation().propose().approve().pilot(1);

        assertThat(deal.run.drawing("negotiation")).hasPassed("pilotFailed");
        assertThat(deal.run.ended()).isTrue();
    }

    @Test
    void endsWithoutAPilotLetter() {
        var rejected = negotiation().propose().approve();
        rejected.run
                .complete("sari", "planPilot", Trial.plan(house, 12))
                .complete(
                        "lina",
                        "reviewPilotLetter",
                        Map.of("letterDecision", "REJECT", "letterComment", "Nobody can consent"));

        assertThat(pilots.of(rejected.code()).orElseThrow().started()).isFalse();
        assertThat(rejected.run.passed("pilotLetterNotAgreed")).isTrue();
        assertThat(rejected.run.passed("signature")).isFalse();
        assertThat(rejected.run.ended()).isTrue();
    }

    @Test
    void endsWhereAManagerStopsItAfterThePilot() {
        var deal = negotiation().propose().approve().pilot(10);

        assertThat(String.valueOf(deal.run.variable("signOffPilot", "shown"))).contains("PLT-02", "10 of 12");
        deal.signOff("STOP");

        assertThat(pilots.of(deal.code()).orElseThrow().signOff().decision()).isEqualTo(Pilot.SignOff.STOPPED);
        assertThat(deal.run.drawing("negotiation")).hasPassed("pilotStopped");
        assertThat(deal.run.ended()).isTrue();
    }

    @Test
    void endsUnsignedWithANote() {
        var deal = negotiation().readyToSign();
        refusesToSign(deal, Map.of("signatureDecision", "NOT_SIGNED"), "Note: say why it was not signed.");
        deal.sign(Map.of("signatureDecision", "NOT_SIGNED", "signatureNote", "Moka was sold"));

        assertThat(versions.latest(deal.code()).orElseThrow().status()).isEqualTo(Status.NOT_SIGNED);
        assertThat(deal.run.drawing("negotiation")).hasPassed("notSigned");
    }

    @Test
    void asksForTheSignedCopyWhoSignedAndWhen() {
        var deal = negotiation().propose().upload().approve().pilot(10).signOff("SIGN_OFF");

        refusesToSign(
                deal,
                Map.of(),
                "Upload the signed copy of version 1 as “Signed contract” first; a file from before"
                        + " legal's approval does not count.");
        deal.upload();
        refusesToSign(deal, Map.of("signatoryPartner", " "), "Signed for the partner by: fill it in.");
        refusesToSign(deal, Map.of("signedOn", today.plusDays(1).toString()), "Signed on: this day is still to come.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> deal.sign(Map.of("signedOn", today.minusDays(1).toString())))
                .withMessageStartingWith("Signed on: legal approved this version only later");
        assertThat(versions.signed(deal.code())).isEmpty();
        deal.sign(Map.of());
        assertThat(versions.signed(deal.code())).isPresent();
    }

    @Test
    void waitsForThePilotBeforeTheFirstSignature() {
        var deal = Deal.withMoka(house, "contract").propose().approve();
        deal.run.only("signature");
        deal.upload();

        refusesToSign(deal, Map.of(), "The contract cannot be signed yet: a manager has to sign off the pilot first.");
    }

    @Test
    void doesNotTakeTheProposersOwnApproval() {
        var deal = negotiation().readyToSign().upload();
        jdbc.sql("update playbook.contract_review set reviewed_by = 'sari' where partnership = ?")
                .param(deal.code())
                .update();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deal.sign(Map.of()))
                .withMessageContaining("another person in legal has to approve exactly this version");
    }

    @Test
    void replacesSignedTermsFromTheNextDayOn() {
        var deal = negotiation().readyToSign().upload().sign(Map.of());
        deal.run.only("contract");
        deal.propose("sari", Map.of("partnerShare", "65")).approve();
        deal.run.only("signature");
        refusesToSign(
                deal,
                Map.of(),
                "Upload the signed copy of version 2 as “Signed contract” first; a file from before"
                        + " legal's approval does not count.");
        deal.upload().sign(Map.of());

        assertThat(versions.inForce(deal.code(), today).orElseThrow().number()).isOne();
        assertThat(versions.inForce(deal.code(), today.plusDays(1))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(versions.versions(deal.code()))
                .extracting(TermsVersion::validTo)
                .last()
                .isEqualTo(today);
    }

    private Deal negotiation() {
        return Deal.withMoka(house, "negotiation");
    }

    private static void refusesToSign(Deal deal, Map<String, Object> changed, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deal.sign(changed))
                .withMessage(sentence);
    }
}
