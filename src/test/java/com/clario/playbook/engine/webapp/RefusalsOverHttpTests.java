package com.clario.playbook.engine.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.engine.ReviewDrawing;
import com.clario.playbook.engine.ReviewTestSteps;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlaybookTest
class RefusalsOverHttpTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    ReviewDrawing review;
    String task;
    Visitor lina;

    @BeforeEach
    void startReview() {
        review = ReviewDrawing.start(engine);
        task = review.task();
        lina = new Visitor(port, engine.getName()).as("lina");
    }

    @AfterEach
    void remove() {
        review.remove();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void answersWithTheSentenceAlone(String door) {
        refuses(door, "\"verdict\":{\"value\":\"MAYBE\"}", "“Verdict” does not offer that choice.");
        refuses(door, "", "“Verdict” is missing.");
        refuses(door, approve("\"skipLegal\":{\"value\":true}"), "This form has no field “skipLegal”.");
        refuses(door, approve("\"customers\":{\"value\":9}"), "“Customers” must be at least 10.");
        refuses(door, approve("\"customers\":{\"value\":\"x\"}"), "“Customers” must be a number.");
        refuses(door, approve("\"note\":{\"value\":\"refuse\"}"), "The proposer cannot approve these terms.");
        refuses(
                door,
                approve("\"note\":{\"value\":\"" + "x".repeat(4001) + "\"}"),
                "“Note” may have at most 4000 characters.");
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isOne();
        assertThat(engine.getTaskService().getVariables(task)).doesNotContainKeys("verdict", "skipLegal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void saysThatATaskIsDone(String door) {
        var fields = "\"verdict\":{\"value\":\"APPROVE\"}";
        assertThat(send(door, fields).statusCode()).isEqualTo(204);
        refuses(door, fields, "This task is already done or no longer exists. Reload the list.");
    }

    @Test
    void takesListsTheWayTheTasklistSendsThem() {
        ReviewTestSteps.RECORDED.clear();
        var done = send(
                "submit-form",
                approve(
                        "\"clauses\":{\"value\":\"[\\\"price\\\"]\",\"type\":\"Json\"},"
                                + "\"contacts\":{\"value\":\"[{\\\"name\\\":\\\"Rina\\\",\\\"level\\\":2}]\",\"type\":\"Json\"},"
                                + "\"share\":{\"value\":70.25},\"day\":{\"value\":\"2026-12-01\"},\"partner\":{\"value\":\"Moka\"}"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(ReviewTestSteps.RECORDED.get(0))
                .contains("[\"price\"]", "[{\"name\":\"Rina\",\"level\":2}]", "70.25", "2026-12-01");
    }

    /** These doors are open to administrators only; what they put in is checked all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /resolve            | {\"variables\":{\"verdict\":{\"value\":\"MAYBE\"}}}",
                "PUT  | /variables/verdict  | {\"value\":\"MAYBE\"}",
                "PUT  | /localVariables/verdict | {\"value\":\"MAYBE\"}",
                "POST | /variables          | {\"modifications\":{\"verdict\":{\"value\":\"MAYBE\"}}}",
                "POST | /localVariables     | {\"modifications\":{\"verdict\":{\"value\":\"MAYBE\"}}}",
                "POST | /bpmnError          | {\"errorCode\":\"x\",\"variables\":{\"verdict\":{\"value\":\"MAYBE\"}}}"
            })
    void checksAdministratorsToo(String method, String door, String json) {
        engine.getIdentityService().createMembership("admin", "legal");
        try {
            var admin = new Visitor(port, engine.getName()).as("admin");
            var answer = admin.call(method, "/task/" + task + door, json);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("“Verdict” does not offer that choice.");
        } finally {
            engine.getIdentityService().deleteMembership("admin", "legal");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count"})
    void runsNoExpressionInsideAQuery(String door) {
        var query =
                "{\"orQueries\":[{\"dueAfterExpression\":\"${reviewTestSteps.recordReview('hacked','','','','','','','','')}\"}]}";
        ReviewTestSteps.RECORDED.clear();
        var answer = lina.call("POST", door + (door.endsWith("count") ? "" : "?maxResults=5"), query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(ReviewTestSteps.RECORDED).isEmpty();
    }

    @Test
    void runsNoExpressionInsideAQueryThatExtendsAFilter() {
        var filter = engine.getFilterService()
                .createFilterQuery()
                .filterName("My team's")
                .singleResult();
        var query = "{\"orQueries\":[{\"dueAfterExpression\":\"${''.getClass()}\"}]}";
        for (var door : new String[] {"/list?firstResult=0&maxResults=5", "/count", "/singleResult"}) {
            var answer = lina.call("POST", "/filter/" + filter.getId() + door, query);
            assertThat(answer.statusCode()).as(door + answer.body()).isEqualTo(400);
        }
    }

    @Test
    void keepsTheSearchForAnyOfSeveralThings() {
        var filter = engine.getFilterService()
                .createFilterQuery()
                .filterName("My team's")
                .singleResult();
        var search = "{\"orQueries\":[{\"nameLike\":\"%Moka%\",\"processInstanceBusinessKey\":\"none\"}]}";
        var found = lina.call("POST", "/filter/" + filter.getId() + "/list?firstResult=0&maxResults=15", search);
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains("Review terms: Moka");
    }

    private void refuses(String door, String fields, String sentence) {
        var answer = send(door, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":\"" + sentence + "\"");
    }

    private java.net.http.HttpResponse<String> send(String door, String fields) {
        return lina.call("POST", "/task/" + task + "/" + door, "{\"variables\":{" + fields + "}}");
    }

    private static String approve(String more) {
        return "\"verdict\":{\"value\":\"APPROVE\"}," + more;
    }
}
