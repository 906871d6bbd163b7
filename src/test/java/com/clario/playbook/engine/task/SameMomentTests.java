package com.clario.playbook.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.engine.ReviewDrawing;
import com.clario.playbook.engine.ReviewTestSteps;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people press the same button. */
@PlaybookTest
class SameMomentTests {

    private static final String CHANGED =
            "\"message\":\"Somebody else changed this task at the same moment. Reload and try again.\"";
    private static final String DONE =
            "\"message\":\"This task is already done or no longer exists. Reload the list.\"";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    ReviewDrawing review;
    String process;
    String task;

    @BeforeEach
    void startReview() {
        engine.getIdentityService().createMembership("rizal", "legal");
        review = ReviewDrawing.start(engine);
        process = review.process();
        task = review.task();
    }

    @AfterEach
    void remove() {
        review.remove();
        engine.getIdentityService().deleteMembership("rizal", "legal");
    }

    /** With {@code together} each waits inside the step until the other is there too; without it they just hurry. */
    @ParameterizedTest
    @CsvSource({"complete, together", "submit-form, together", "complete, fast", "submit-form, fast"})
    void oneWinsAndTheOtherReadsWhy(String door, String note) {
        var lina = visitor("lina");
        var rizal = visitor("rizal");

        var first = CompletableFuture.supplyAsync(() -> finish(lina, door, note));
        var second = CompletableFuture.supplyAsync(() -> finish(rizal, door, note));
        var answers = List.of(first.join(), second.join());

        assertThat(answers)
                .as(() -> answers.stream().map(HttpResponse::body).toList().toString())
                .extracting(HttpResponse::statusCode)
                .containsExactlyInAnyOrder(204, 400);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 400)
                .allSatisfy(slower -> assertThat(slower.body()).containsAnyOf(CHANGED, DONE));
        isRecordedOnce();
    }

    private void isRecordedOnce() {
        var history = engine.getHistoryService();
        assertThat(ReviewTestSteps.RECORDED).hasSize(1);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(process)
                        .activityId("recordReview")
                        .count())
                .isOne();
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(process)
                        .count())
                .isOne();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(process)
                        .completed()
                        .count())
                .isOne();
    }

    private HttpResponse<String> finish(Visitor person, String door, String note) {
        var fields = "{\"verdict\":{\"value\":\"APPROVE\"},\"note\":{\"value\":\"" + note + "\"}}";
        return person.call("POST", "/task/" + task + "/" + door, "{\"variables\":" + fields + "}");
    }

    private Visitor visitor(String person) {
        return new Visitor(port, engine.getName()).as(person);
    }
}
