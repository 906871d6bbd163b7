package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.negotiation.standing.StandingApproval;
import com.clario.playbook.negotiation.standing.StandingApprovals;
import com.clario.playbook.pilot.Pilots;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Legal approves our standard referral terms once; later referrals go to the signature by themselves. */
@PlaybookTest
class StandingApprovalTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    TermsVersions versions;

    @Autowired
    ContractReviews reviews;

    @Autowired
    StandardTerms standard;

    @Autowired
    StandingApprovals approvals;

    @Autowired
    NegotiationSteps steps;

    @Autowired
    Pilots pilots;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void forgetApprovals() {
        identity.deleteMembership("lina", Groups.PARTNERSHIPS);
        approvals.all().stream()
                .filter(one -> !one.withdrawn())
                .forEach(one -> as("lina", () -> approvals.withdraw(one.id(), "End of a test")));
    }

    @Test
    void sparesLegalTheNextReferralAndItsPilot() {
        approveForAll("Boga");
        var rasa = Deal.withAdviser(house, "Rasa", "negotiation");
        assertThat(shown(rasa, "proposeTerms")).contains("Unchanged, these terms need no review", "Lina Hartono");
        rasa.proposeStandard("sari", "12.5");

        assertThat(latest(rasa).status()).isEqualTo(Status.APPROVED);
        assertThat(reviews.reviews(rasa.code())).isEmpty();
        assertThat(rasa.run.openTasks()).containsExactly("signContract");
        assertThat(shown(rasa, "signContract"))
                .contains("Approved in advance", "Lina Hartono", "No pilot", "TRM-31", "we owe Rasa Rp 18.750");
        assertThat(rasa.run.timeline()).contains("Contract of version 1 approved in advance", "No pilot needed");
        rasa.upload().sign(Map.of());

        assertThat(versions.signed(rasa.code())).isPresent();
        assertThat(pilots.of(rasa.code())).isEmpty();
        assertThat(rasa.run.passed("contractApprovedInAdvance")).isTrue();
        assertThat(rasa.run.passed("reviewContract")).isFalse();
        assertThat(rasa.run.passed("termsSigned")).isTrue();
        assertThat(newest().uses()).isOne();
        assertThat(approvals.uses(newest().id())).singleElement().satisfies(use -> assertThat(use.partnership())
                .isEqualTo(rasa.code()));
    }

    @Test
    void asksLegalWithoutOne() {
        var boga = Deal.withAdviser(house, "Boga", "negotiation").proposeStandard("sari", "15");

        assertThat(boga.run.openTasks()).containsExactly("reviewContract");
        assertThat(shown(boga, "reviewContract")).contains("\"standard\":true", "TRM-31");
        boga.approve();
        assertThat(boga.run.openTasks()).containsExactly("signContract");
        assertThat(boga.run.passed("pilot")).isFalse();
    }

    @Test
    void asksLegalForAnyOtherReferral() {
        approveForAll("Boga");

        var longer = Deal.withAdviser(house, "Rasa", "contract");
        longer.propose("sari", referral("Rasa", Map.of("durationMonths", 24, "pilotClause", "YES")));
        assertThat(longer.run.openTasks()).containsExactly("reviewContract");
        var renamed = Deal.withAdviser(house, "Rasa", "contract");
        renamed.propose("sari", referral("Rasa", Map.of("product", "Anything", "pilotClause", "YES")));
        assertThat(renamed.run.openTasks()).containsExactly("reviewContract");
        var dear = Deal.withAdviser(house, "Rasa", "contract").proposeStandard("sari", "25");
        assertThat(dear.run.openTasks()).containsExactly("approveException");
        dear.grant();
        assertThat(dear.run.openTasks()).containsExactly("reviewContract");
        assertThat(shown(dear, "reviewContract")).contains("\"standard\":false");
        assertThat(newest().uses()).isZero();
    }

    @Test
    void isGivenOnlyWithUnchangedStandardTerms() {
        var changed = Deal.withAdviser(house, "Boga", "contract");
        changed.propose("sari", referral("Boga", Map.of("noticeDays", 90, "pilotClause", "YES")));
        refusesForAll(changed, "APPROVE", "Standard terms: only unchanged standard referral terms");
        var moka = Deal.withMoka(house, "contract").propose();
        refusesForAll(moka, "APPROVE", "Standard terms: only unchanged standard referral terms");
        var standard = Deal.withAdviser(house, "Boga", "contract").proposeStandard("sari", "15");
        refusesForAll(standard, "REJECT", "Standard terms: they can be approved for all later partners only with");
        assertThat(approvals.all()).allMatch(StandingApproval::withdrawn);
        assertThat(latest(standard).status()).isEqualTo(Status.WITHIN_POLICY);
    }

    @Test
    void doesNotServeWhoGaveIt() {
        approveForAll("Boga");
        identity.createMembership("lina", Groups.PARTNERSHIPS);
        var rasa = Deal.withAdviser(house, "Rasa", "contract").proposeStandard("lina", "15");

        assertThat(rasa.run.openTasks()).containsExactly("reviewContract");
        assertThat(latest(rasa).status()).isEqualTo(Status.WITHIN_POLICY);
    }

    @Test
    void endsWithAnyOtherText() {
        approveForAll("Boga");
        jdbc.sql("update playbook.standing_approval set fingerprint = ? where id = ?")
                .params("0".repeat(64), newest().id())
                .update();

        var rasa = Deal.withAdviser(house, "Rasa", "contract").proposeStandard("sari", "15");
        assertThat(rasa.run.openTasks()).containsExactly("reviewContract");
        assertThat(standard.fingerprint()).hasSize(64).isEqualTo(standard.fingerprint());
    }

    @Test
    void endsWhenLegalWithdrawsItAlsoForContractsNotYetSigned() {
        approveForAll("Boga");
        var rasa = Deal.withAdviser(house, "Rasa", "negotiation").proposeStandard("sari", "15");
        as("lina", () -> approvals.withdraw(newest().id(), "The law has changed"));
        rasa.upload();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rasa.sign(Map.of()))
                .withMessageContaining("legal's standing approval of these standard terms no longer holds")
                .withMessageContaining("Back to the terms");
        rasa.sign(Map.of("signatureDecision", "AGAIN", "signatureNote", "Legal has to read it"));
        rasa.proposeStandard("sari", "15");
        assertThat(rasa.run.openTasks()).containsExactly("reviewContract");
        rasa.approve().upload().sign(Map.of());
        assertThat(versions.signed(rasa.code()).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void doesNotServeAnotherProposerByHandEither() {
        approveForAll("Boga");
        var rasa = Deal.withAdviser(house, "Rasa", "negotiation").proposeStandard("sari", "15");
        jdbc.sql("update playbook.terms_version set proposed_by = 'lina' where partnership = ?")
                .param(rasa.code())
                .update();
        rasa.upload();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> steps.recordSignature(rasa.code(), "SIGNED", "A", "B", "2026-11-23", null));
        assertThat(versions.signed(rasa.code())).isEmpty();
    }

    @Test
    void isWithdrawnByLegalAloneWithAReasonAndOnce() {
        approveForAll("Boga");
        var id = newest().id();

        refuses(() -> as("sari", () -> approvals.withdraw(id, "Why not")), "Only legal can withdraw");
        refuses(() -> as("lina", () -> approvals.withdraw(id, " ")), "Why: say in up to 1,000 characters");
        as("lina", () -> approvals.withdraw(id, "The law has changed"));
        refuses(() -> as("lina", () -> approvals.withdraw(id, "Again")), "This approval is withdrawn already.");
        assertThat(newest().withdrawal().why()).isEqualTo("The law has changed");
    }

    private void approveForAll(String partner) {
        var deal = Deal.withAdviser(house, partner, "contract").proposeStandard("sari", "15");
        deal.run.complete(
                "lina",
                "reviewContract",
                Map.of("clauses", Deal.CLAUSES, "reviewDecision", "APPROVE", "approveForAll", true));
        assertThat(newest().holdsFor(standard.fingerprint())).isTrue();
        assertThat(deal.run.timeline()).contains("Standard referral terms approved for all later partners");
    }

    private void refusesForAll(Deal deal, String decision, String sentence) {
        refuses(
                () -> deal.run.complete(
                        "lina",
                        "reviewContract",
                        Map.of(
                                "clauses",
                                Deal.CLAUSES,
                                "reviewDecision",
                                decision,
                                "reviewComment",
                                "As it is",
                                "approveForAll",
                                true)),
                sentence);
    }

    private static void refuses(Runnable deed, String sentence) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed::run).withMessageStartingWith(sentence);
    }

    private static Map<String, Object> referral(String partner, Map<String, Object> changed) {
        var fields = new HashMap<String, Object>(Map.of(
                "product", "Clario Analytics for " + partner,
                "collects", "US",
                "partnerShare", "15",
                "pilotClause", "NO"));
        fields.putAll(changed);
        return fields;
    }

    private StandingApproval newest() {
        return approvals.all().get(0);
    }

    private TermsVersion latest(Deal deal) {
        return versions.latest(deal.code()).orElseThrow();
    }

    private static String shown(Deal deal, String step) {
        return String.valueOf(deal.run.variable(step, "shown"));
    }

    private void as(String person, Runnable deed) {
        people.actAs(person, () -> {
            deed.run();
            return null;
        });
    }
}
