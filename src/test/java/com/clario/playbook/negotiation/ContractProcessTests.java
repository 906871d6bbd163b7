package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.PartnershipSteps;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlaybookTest
class ContractProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    TermsVersions versions;

    @Autowired
    ContractReviews reviews;

    @Autowired
    NegotiationSteps steps;

    @Autowired
    PartnershipSteps partnershipSteps;

    @Autowired
    Documents documents;

    @Autowired
    People people;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @AfterEach
    void sendDewiHome() {
        identity.deleteUser("dewi");
    }

    @Test
    void startsWithOurTemplateButNeverWithShareOrPrice() {
        var deal = Deal.withMoka(house, "contract");

        assertThat(deal.run.variable("proposeTerms", "product")).isEqualTo("Moka Analytics powered by Clario");
        assertThat(deal.run.variable("proposeTerms", "collects")).isEqualTo("PARTNER");
        assertThat(deal.run.variable("proposeTerms", "supportHours")).isEqualTo(24);
        assertThat(deal.run.variable("proposeTerms", "partnerShare")).isNull();
        assertThat(deal.run.variable("proposeTerms", "price")).isNull();
    }

    @Test
    void comesBackForEachChangeAndIsApprovedAsItsNewVersion() {
        var deal = Deal.withMoka(house, "contract").propose().askForChanges("Answer within 12 hours.");

        assertThat(statuses(deal)).containsExactly(Status.CHANGES_ASKED);
        assertThat(shown(deal, "proposeTerms")).contains("Lina Hartono", "Answer within 12 hours.");
        assertThat(deal.run.variable("proposeTerms", "partnerShare")).isEqualTo("70");
        assertThat(deal.run.variable("proposeTerms", "price")).isEqualTo(200_000);

        deal.propose("sari", Map.of("supportHours", 12));

        assertThat(shown(deal, "reviewContract")).contains("answers within 24 hours", "answers within 12 hours");
        deal.approve();

        assertThat(statuses(deal)).containsExactly(Status.APPROVED, Status.CHANGES_ASKED);
        assertThat(reviews.changeRequests(deal.code())).isOne();
        assertThat(deal.run.timeline()).contains("Legal asks for changes to version 1 (change request 1)");
        assertThat(documents.of(deal.code())).hasSize(2).allMatch(document -> document.kind()
                .equals("CONTRACT_DRAFT"));
        assertThat(reviews.reviews(deal.code()).get(0).contractSha256())
                .isEqualTo(documents.of(deal.code()).get(0).sha256());
        assertThat(deal.run.drawing("contract")).hasPassed("contractApproved");
    }

    @Test
    void asksAManagerWhereTermsLeaveThePolicy() {
        var deal = Deal.withMoka(house, "contract").propose("sari", Map.of("partnerShare", "75"));

        assertThat(deal.run.openTasks()).containsExactly("approveException");
        assertThat(shown(deal, "approveException")).contains("TRM-02", "75 %");
        answer(deal, "maya", "GRANT");

        assertThat(latest(deal).exception().by()).isEqualTo("maya");
        assertThat(statuses(deal)).containsExactly(Status.EXCEPTION_GRANTED);
        deal.approve();
        assertThat(deal.run.drawing("contract")).hasPassed("contractApproved");
    }

    @Test
    void takesTermsBackThatAManagerDoesNotAllow() {
        var deal = Deal.withMoka(house, "contract").propose("sari", Map.of("partnerShare", "75"));
        answer(deal, "maya", "REVISE");

        assertThat(statuses(deal)).containsExactly(Status.SENT_BACK);
        assertThat(deal.run.openTasks()).containsExactly("proposeTerms");
        assertThat(shown(deal, "proposeTerms")).contains("Maya Kusuma", "Stay within what we can pay");
    }

    @Test
    void endsWhenLegalRejects() {
        var deal = Deal.withMoka(house, "contract").propose();
        deal.run.complete("lina", "reviewContract", Map.of("reviewDecision", "REJECT", "reviewComment", "Not lawful"));

        assertThat(statuses(deal)).containsExactly(Status.REJECTED);
        assertThat(deal.run.drawing("contract")).hasPassed("contractRejected");
    }

    @Test
    void isApprovedOnlyClauseByClause() {
        var deal = Deal.withMoka(house, "contract").propose();

        refuses(
                deal,
                Map.of(
                        "clauses",
                        List.of("PARTIES", "SCOPE", "MONEY", "DATA", "EXIT", "LAW"),
                        "reviewDecision",
                        "APPROVE"),
                "Clauses you checked: all seven are needed to approve; still open: Liability.");
        refuses(
                deal,
                Map.of("clauses", Deal.CLAUSES, "reviewDecision", "CHANGES"),
                "Comment: say what has to change, or why you reject.");
        assertThat(statuses(deal)).containsExactly(Status.WITHIN_POLICY);
    }

    @Test
    void isNeverApprovedByWhoProposedIt() {
        arrive(Groups.PARTNERSHIPS, Groups.LEGAL);
        var deal = Deal.withMoka(house, "contract").propose("dewi", Map.of());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deal.run.complete(
                        "dewi", "reviewContract", Map.of("clauses", Deal.CLAUSES, "reviewDecision", "APPROVE")))
                .withMessageContaining("somebody else in legal");
        assertThat(deal.run.openTasks()).containsExactly("reviewContract");
        assertCannotBeSigned(deal);
    }

    @Test
    void isNotPassedByABpmnError() {
        var deal = Deal.withMoka(house, "contract").propose();
        var review =
                tasks.createTaskQuery().processInstanceBusinessKey(deal.code()).singleResult();

        assertThatThrownBy(() -> people.actAs("lina", () -> {
                    tasks.handleBpmnError(review.getId(), "approved");
                    return null;
                }))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Propagation of bpmn error approved failed")
                .rootCause()
                .hasMessageContaining("no error handler was defined");
        assertThat(statuses(deal)).containsExactly(Status.WITHIN_POLICY);
        assertThat(deal.run.drawing("contract")).hasNotPassed("contractApproved");
        assertCannotBeSigned(deal);
    }

    @Test
    void isNoExceptionForWhoAsksForIt() {
        arrive(Groups.PARTNERSHIPS, Groups.MANAGERS);
        var deal = Deal.withMoka(house, "contract").propose("dewi", Map.of("partnerShare", "75"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answer(deal, "dewi", "GRANT"))
                .withMessageContaining("another manager");
    }

    @Test
    void isDraftedOncePerVersion() {
        var deal = Deal.withMoka(house, "contract").propose();
        steps.draftContract(deal.code());

        assertThat(documents.of(deal.code())).hasSize(1);
    }

    @Test
    void asksAManagerWhenExclusivityCollides() {
        var jurnal = Deal.withAccountant(house, "negotiation");
        jurnal.propose("sari", Map.of("partnerShare", "15", "exclusive", "YES"))
                .grant()
                .toTheEnd();
        var zahir = Deal.withAccountant(house, "contract").propose("sari", Map.of("partnerShare", "15"));

        assertThat(statuses(zahir)).containsExactly(Status.EXCEPTION_NEEDED);
        assertThat(latest(zahir).check().collidesWith()).containsExactly(jurnal.code());
        assertThat(shown(zahir, "approveException")).contains("TRM-08", jurnal.code());
        partnershipSteps.close(jurnal.code(), "notAgreed");
        answer(zahir, "maya", "REVISE");
        zahir.propose("sari", Map.of("partnerShare", "15"));
        assertThat(latest(zahir).status()).isEqualTo(Status.WITHIN_POLICY);
    }

    /** Closing a case gives nobody notice: what is signed goes on binding both. */
    @Test
    void seesTheExclusivityOfACaseThatAManagerClosed() {
        var jurnal = Deal.withAccountant(house, "negotiation");
        jurnal.propose("sari", Map.of("partnerShare", "15", "exclusive", "YES"))
                .grant()
                .toTheEnd();
        partnershipSteps.close(jurnal.code(), Partnership.CLOSED);

        var zahir = Deal.withAccountant(house, "contract").propose("sari", Map.of("partnerShare", "15"));

        assertThat(latest(zahir).check().collidesWith()).containsExactly(jurnal.code());
    }

    private void assertCannotBeSigned(Deal deal) {
        deal.upload();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        steps.recordSignature(deal.code(), "SIGNED", "Rina Halim", "Andi Pratama", "2026-11-23", null))
                .withMessageContaining("another person in legal");
        assertThat(versions.signed(deal.code())).isEmpty();
    }

    private void refuses(Deal deal, Map<String, Object> review, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deal.run.complete("lina", "reviewContract", review))
                .withMessage(sentence);
    }

    private void answer(Deal deal, String person, String decision) {
        deal.run.complete(
                person,
                "approveException",
                Map.of("exceptionDecision", decision, "exceptionReason", "Stay within what we can pay"));
    }

    private void arrive(String... groups) {
        var dewi = identity.newUser("dewi");
        dewi.setFirstName("Dewi");
        dewi.setLastName("Lestari");
        identity.saveUser(dewi);
        List.of(groups).forEach(group -> identity.createMembership("dewi", group));
    }

    private String shown(Deal deal, String step) {
        return String.valueOf(deal.run.variable(step, "shown"));
    }

    private TermsVersion latest(Deal deal) {
        return versions.latest(deal.code()).orElseThrow();
    }

    private List<Status> statuses(Deal deal) {
        return versions.versions(deal.code()).stream().map(TermsVersion::status).toList();
    }
}
