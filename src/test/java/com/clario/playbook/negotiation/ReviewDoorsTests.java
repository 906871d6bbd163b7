package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.EngineDoors;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.Groups;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.pilot.Trial;
import com.clario.playbook.pilot.letter.PilotLetters;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever proposed terms or planned a pilot reviews neither, by whichever door of the engine. */
class ReviewDoorsTests extends EngineDoors {

    @Autowired
    TermsVersions versions;

    @Autowired
    PilotLetters letters;

    @BeforeEach
    void sariIsALawyerToo() {
        identity.createMembership("sari", Groups.LEGAL);
    }

    @AfterEach
    void sariIsNoLawyer() {
        identity.deleteMembership("sari", Groups.LEGAL);
    }

    @ParameterizedTest
    @CsvSource({"complete, 400", "submit-form, 400", "bpmnError, 403", "bpmnEscalation, 403", "resolve, 403"})
    void closeOnTheProposerOfTerms(String door, int status) {
        var deal = Deal.withMoka(house, "contract").propose();
        var clauses = Deal.CLAUSES.stream().collect(Collectors.joining("\\\",\\\"", "[\\\"", "\\\"]"));

        var answer = sari().call(
                        "POST",
                        "/task/" + task(deal.code()) + "/" + door,
                        "{\"variables\":{"
                                + "\"clauses\":{\"type\":\"Json\",\"value\":\"" + clauses + "\"},"
                                + "\"reviewDecision\":{\"value\":\"APPROVE\"}}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (door.equals("submit-form")) {
            assertThat(answer.body()).contains("so somebody else in legal has to review them.");
        }
        assertThat(versions.latest(deal.code()).orElseThrow().status()).isEqualTo(Status.WITHIN_POLICY);
    }

    @ParameterizedTest
    @CsvSource({"submit-form, 400", "bpmnError, 403"})
    void closeOnThePlannerOfAPilot(String door, int status) {
        var deal = Deal.withMoka(house, "pilot");
        deal.run.complete("sari", "planPilot", Trial.plan(house, 12));

        var answer = sari().call(
                        "POST",
                        "/task/" + task(deal.code()) + "/" + door,
                        "{\"variables\":{\"letterDecision\":{\"value\":\"APPROVE\"}}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.body()).contains("so somebody else in legal has to review its letter.");
        }
        assertThat(letters.latest(deal.code()).orElseThrow().reviewed()).isFalse();
    }

    private Visitor sari() {
        return as("sari");
    }
}
