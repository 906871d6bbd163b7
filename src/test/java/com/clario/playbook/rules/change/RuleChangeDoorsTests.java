package com.clario.playbook.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.EngineDoors;
import com.clario.playbook.access.Groups;
import com.clario.playbook.rules.change.RuleChange.State;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Whoever wrote some of a change does not bring it into force, by whichever door of the engine. */
@TestPropertySource(properties = "playbook.test=rules")
class RuleChangeDoorsTests extends EngineDoors {

    private static final String APPROVE = "{\"variables\":{\"approvalDecision\":{\"value\":\"APPROVE\"}}}";

    private Changing changing;
    private CaseRun run;
    private int before;

    @BeforeEach
    void mayaAndRizalWroteAChange() {
        identity.createMembership("lina", Groups.MANAGERS);
        changing = Changing.anew(house);
        before = changing.versions().size();
        run = changing.type("rizal", "A word of Rizal")
                .type("maya", "A word of Maya " + UUID.randomUUID())
                .submitted("maya", null);
    }

    @AfterEach
    void linaIsNoManager() {
        identity.deleteMembership("lina", Groups.MANAGERS);
    }

    @ParameterizedTest
    @CsvSource({
        "maya, POST, complete, 400",
        "maya, POST, submit-form, 400",
        "maya, POST, claim, 400",
        "maya, POST, assignee, 400",
        "maya, POST, bpmnError, 403",
        "maya, POST, bpmnEscalation, 403",
        "maya, POST, resolve, 403",
        "maya, POST, delegate, 403",
        "maya, PUT, variables/contentId, 403",
        "maya, PUT, localVariables/notFor, 403",
        "rizal, POST, complete, 400",
        "rizal, POST, submit-form, 400",
        "rizal, POST, claim, 400",
        "sari, POST, complete, 403",
        "sari, POST, submit-form, 403"
    })
    void closeOnWhoWroteSomeOfItAndOnWhoIsNoManager(String person, String method, String door, int status) {
        var body = List.of("claim", "assignee", "delegate").contains(door)
                ? "{\"userId\":\"" + person + "\"}"
                : method.equals("PUT") ? "{\"value\":\"x\",\"type\":\"String\"}" : APPROVE;

        var answer = as(person).call(method, "/task/" + task() + "/" + door, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maya", "rizal"})
    void closeOnBeingGivenTheTaskByAColleague(String author) {
        var answer = as("lina").call("POST", "/task/" + task() + "/assignee", "{\"userId\":\"" + author + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("somebody who wrote nothing of what it is about");
        nothingHappened();
    }

    @Test
    void standOpenToAnotherManager() {
        var answer = as("lina").call("POST", "/task/" + task() + "/submit-form", APPROVE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(changing.newest().state()).isEqualTo(State.APPROVED);
        assertThat(changing.versions()).hasSize(before + 1);
        assertThat(changing.versions().get(0).approvedBy()).isEqualTo("lina");
    }

    /** Even where the drawing is led past its task, our own table says who wrote what. */
    @Test
    void areLockedByOurOwnTableToo() {
        var approvals = house.getBean(Approvals.class);
        var change = changing.newest();

        for (var author : List.of("maya", "rizal")) {
            assertThat(Changing.refusal(() -> house.getBean(com.clario.playbook.access.People.class)
                            .actAs(author, () -> approvals.approve(change.id(), change.sha256(), ""))))
                    .contains("You wrote some of this change");
        }
        nothingHappened();
    }

    private String task() {
        return task(run.code());
    }

    private void nothingHappened() {
        assertThat(run.openTasks()).containsExactly("approveRuleChange");
        assertThat(changing.newest().state()).isEqualTo(State.SUBMITTED);
        assertThat(changing.versions()).hasSize(before);
    }
}
