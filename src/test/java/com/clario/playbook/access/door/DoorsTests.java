package com.clario.playbook.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.engine.ReviewDrawing;
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
class DoorsTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    ReviewDrawing review;
    String process;
    String task;

    @BeforeEach
    void startReview() {
        review = ReviewDrawing.start(engine);
        process = review.process();
        task = review.task();
    }

    @AfterEach
    void remove() {
        review.remove();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/partnerships/moka-1",
                "/rules",
                "/camunda/app/tasklist/",
                "/nowhere",
                "/h2-console",
                "/actuator/env"
            })
    void opensNothingToStrangers(String path) {
        var answer = visitor().get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @Test
    void answersStrangersAtTheEngineWith401() {
        assertThat(visitor().call("GET", "/task", null).statusCode()).isEqualTo(401);
        assertThat(visitor().call("POST", "/task", "{}").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/engine", "/rest/task", "/nowhere", "/actuator/env"})
    void hasNoOtherDoors(String path) {
        assertThat(visitor().as("admin").get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void tellsWhetherItLives() {
        assertThat(visitor().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/setup/{engine}/user/create",
        "GET,  /camunda/app/admin/{engine}/setup/",
        "POST, /camunda/api/engine/engine/{engine}/deployment/create",
        "POST, /camunda/api/engine/engine/{engine}/deployment/1/redeploy",
        "DELETE, /camunda/api/engine/engine/{engine}/deployment/1",
        "POST, /camunda/api/engine/engine/{engine}/process-definition/key/review/start",
        "POST, /camunda/api/engine/engine/{engine}/process-definition/key/review/submit-form",
        "POST, /camunda/api/engine/engine/{engine}/user/create",
        "PUT,  /camunda/api/engine/engine/{engine}/user/sari/profile",
        "PUT,  /camunda/api/engine/engine/{engine}/user/sari/credentials",
        "POST, /camunda/api/engine/engine/{engine}/user/sari/unlock",
        "DELETE, /camunda/api/engine/engine/{engine}/user/admin",
        "POST, /camunda/api/engine/engine/{engine}/group/create",
        "PUT,  /camunda/api/engine/engine/{engine}/group/camunda-admin/members/sari",
        "DELETE, /camunda/api/engine/engine/{engine}/group/camunda-admin/members/admin",
        "DELETE, /camunda/api/engine/engine/{engine}/group/camunda-admin",
        "POST, /camunda/api/engine/engine/{engine}/identity/verify"
    })
    void closesToEverybodyAdministratorsIncluded(String method, String path) {
        var named = path.replace("{engine}", engine.getName());
        assertThat(visitor().as("admin").callAnything(method, named, "{}").statusCode())
                .isEqualTo(403);
        assertThat(visitor().callAnything(method, named, "{}").statusCode()).isIn(302, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/{task}/bpmnError",
        "POST, /task/{task}/bpmnEscalation",
        "POST, /task/{task}/delegate",
        "POST, /task/{task}/resolve",
        "PUT, /task/{task}",
        "DELETE, /task/{task}",
        "POST, /task/create",
        "PUT, /task/{task}/variables/verdict",
        "POST, /task/{task}/variables",
        "DELETE, /task/{task}/variables/verdict",
        "PUT, /task/{task}/localVariables/verdict",
        "POST, /task/{task}/localVariables",
        "POST, /task/{task}/identity-links",
        "POST, /process-instance/{process}/modification",
        "POST, /process-instance/{process}/variables",
        "PUT, /process-instance/{process}/variables/verdict",
        "DELETE, /process-instance/{process}",
        "POST, /process-instance/delete",
        "PUT, /process-instance/{process}/suspended",
        "GET, /process-instance",
        "POST, /execution/{process}/signal",
        "POST, /execution/{process}/localVariables",
        "POST, /message",
        "POST, /signal",
        "POST, /modification/execute",
        "POST, /migration/execute",
        "POST, /filter/create",
        "PUT, /filter/1",
        "DELETE, /filter/1",
        "POST, /authorization/create",
        "POST, /user/create",
        "PUT, /user/sari/profile",
        "PUT, /user/sari/credentials",
        "PUT, /group/legal/members/sari",
        "POST, /identity/verify",
        "GET, /job",
        "PUT, /job/1/retries",
        "POST, /job/1/execute",
        "POST, /external-task/fetchAndLock",
        "GET, /history/variable-instance",
        "POST, /history/task",
        "GET, /metrics",
        "GET, /deployment",
        "POST, /batch"
    })
    void leavesTheEngineToAdministrators(String method, String path) {
        var named = path.replace("{task}", task).replace("{process}", process);
        assertThat(visitor().as("lina").call(method, named, "{}").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin"})
    void leavesTheOtherApplicationsToAdministrators(String application) {
        var path = "/camunda/app/" + application + "/" + engine.getName() + "/";
        assertThat(visitor().as("maya").get(path).statusCode()).isEqualTo(403);
        assertThat(visitor().as("admin").get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sari", "lina", "maya", "fitri", "admin"})
    void showsEverybodyTheFourLists(String person) {
        var visitor = visitor().as(person);
        assertThat(visitor.openTasklist().statusCode()).isEqualTo(200);
        var lists = visitor.call("GET", "/filter?itemCount=false&resourceType=Task&maxResults=100", null);
        assertThat(lists.body()).contains("My tasks", "My team's", "Due this week", "Overdue");
        for (var filter : engine.getFilterService().createFilterQuery().list()) {
            var answer = visitor.call("POST", "/filter/" + filter.getId() + "/list?firstResult=0&maxResults=15", "{}");
            assertThat(answer.statusCode()).as(filter.getName() + answer.body()).isEqualTo(200);
        }
    }

    @Test
    void letsAGroupDoItsTaskAndNobodyElse() {
        var stranger = visitor().as("sari");
        assertThat(stranger.call("GET", "/task/" + task, null).statusCode()).isIn(403, 404);
        assertThat(stranger.call("POST", "/task/" + task + "/complete", "{}").statusCode())
                .isEqualTo(403);
        assertThat(stranger.call("POST", "/task/" + task + "/claim", "{\"userId\":\"lina\"}")
                        .statusCode())
                .isEqualTo(403);
        var claimed = stranger.call("POST", "/task/" + task + "/claim", "{\"userId\":\"sari\"}");
        assertThat(claimed.statusCode()).isEqualTo(400);
        assertThat(claimed.body()).contains("This task can only be given to somebody of the group it is for.");

        var lina = visitor().as("lina");
        for (var read :
                new String[] {"", "/form", "/deployed-form", "/form-variables", "/comment", "/identity-links"}) {
            assertThat(lina.call("GET", "/task/" + task + read, null).statusCode())
                    .as(read)
                    .isEqualTo(200);
        }
        var definition = engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getProcessDefinitionId();
        assertThat(lina.call("GET", "/process-definition/" + definition + "/xml", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(lina.call("GET", "/history/user-operation?taskId=" + task + "&maxResults=50", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(lina.call("POST", "/task/" + task + "/claim", "{\"userId\":\"lina\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(lina.call("POST", "/task/" + task + "/comment/create", "{\"message\":\"mine\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(lina.call("POST", "/task/" + task + "/unclaim", null).statusCode())
                .isEqualTo(204);
        assertThat(lina.call("POST", "/task/" + task + "/assignee", "{\"userId\":\"lina\"}")
                        .statusCode())
                .isEqualTo(204);
        var done = lina.call(
                "POST", "/task/" + task + "/submit-form", "{\"variables\":{\"verdict\":{\"value\":\"APPROVE\"}}}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    @Test
    void letsAdministratorsDoNobodysTask() {
        var admin = visitor().as("admin");
        var approval = "{\"variables\":{\"verdict\":{\"value\":\"APPROVE\"}}}";
        for (var door : new String[] {"/complete", "/submit-form"}) {
            assertThat(admin.call("POST", "/task/" + task + door, approval).statusCode())
                    .isEqualTo(403);
        }
        var skipped = admin.call("POST", "/task/" + task + "/bpmnError", "{\"errorCode\":\"skip\"}");
        assertThat(skipped.statusCode()).isEqualTo(403);
        for (var door : new String[] {"/claim", "/assignee", "/delegate"}) {
            var taken = admin.call("POST", "/task/" + task + door, "{\"userId\":\"admin\"}");
            assertThat(taken.statusCode()).isEqualTo(400);
            assertThat(taken.body()).contains("only be given to somebody of the group it is for");
        }
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .taskUnassigned()
                        .count())
                .isOne();
    }

    private Visitor visitor() {
        return new Visitor(port, engine.getName());
    }
}
