package com.clario.playbook.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.ReviewDrawing;
import com.clario.playbook.engine.ReviewTestSteps;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlaybookTest
class TaskFormTests {

    @Autowired
    ProcessEngine engine;

    ReviewDrawing review;
    Task task;

    @BeforeEach
    void startReview() {
        review = ReviewDrawing.start(engine);
        task = task(review.process());
    }

    @AfterEach
    void remove() {
        engine.getIdentityService().clearAuthentication();
        review.remove();
    }

    @Test
    void givesStepsWhatTheFormDeclares() {
        complete(Map.of(
                "verdict",
                "APPROVE",
                "share",
                70.5,
                "customers",
                12,
                "note",
                "fine",
                "approved",
                true,
                "day",
                "2026-12-01",
                "clauses",
                List.of("price", "notice"),
                "contacts",
                List.of(Map.of("name", "Rina", "level", 1))));

        assertThat(ReviewTestSteps.RECORDED)
                .containsExactly(Arrays.asList(
                        "APPROVE",
                        "70.5",
                        12,
                        "fine",
                        true,
                        "2026-12-01",
                        "[\"price\",\"notice\"]",
                        "[{\"name\":\"Rina\",\"level\":1}]",
                        null));
    }

    @Test
    void givesStepsNothingForWhatWasLeftOpen() {
        complete(Map.of("verdict", "APPROVE"));
        assertThat(ReviewTestSteps.RECORDED)
                .containsExactly(Arrays.asList("APPROVE", null, null, null, false, null, null, null, null));
    }

    @Test
    void readsListsInEveryWrapping() {
        complete(Variables.createVariables()
                .putValue("verdict", "APPROVE")
                .putValueTyped(
                        "clauses",
                        Variables.serializedObjectValue("[\"price\"]")
                                .serializationDataFormat("application/json")
                                .objectTypeName("java.util.ArrayList<java.lang.String>")
                                .create()));
        assertThat(ReviewTestSteps.RECORDED.get(0)).contains("[\"price\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verdict   | MAYBE      | “Verdict” does not offer that choice.",
                "verdict   |            | “Verdict” is missing.",
                "share     | 101        | “Partner's share” must be at most 100.",
                "share     | 1.005      | “Partner's share” may have at most 2 decimals.",
                "share     | much       | “Partner's share” must be a number.",
                "share     | 1e999999   | “Partner's share” must be a number.",
                "customers | 9          | “Customers” must be at least 10.",
                "customers | 21         | “Customers” must be at most 20.",
                "customers | 12.5       | “Customers” must be a whole number.",
                "customers | 12.000     | “Customers” must be a whole number.",
                "share     | 70.500     | “Partner's share” may have at most 2 decimals.",
                "day       | 31.12.2026 | “Day” must be a date such as 2026-01-31.",
                "day       | 2026-02-30 | “Day” must be a date such as 2026-01-31.",
                "approved  | yes        | “I have read it” must be yes or no.",
                "clauses   | price      | “Clauses” must be a list of choices.",
                "contacts  | Rina       | “Contacts” must be a list of rows.",
                "goldenKey | 1          | This form has no field “goldenKey”."
            })
    void refusesInOneSentence(String key, String value, String sentence) {
        var fields = new HashMap<String, Object>(Map.of("verdict", "APPROVE"));
        fields.put(key, value);
        refuses(fields, sentence);
    }

    @Test
    void refusesTextThatIsTooLong() {
        refuses(Map.of("verdict", "APPROVE", "note", "x".repeat(4001)), "“Note” may have at most 4000 characters.");
    }

    @Test
    void refusesTextThatCannotBeStored() {
        refuses(Map.of("verdict", "APPROVE", "note", "a\u0000b"), "“Note” holds characters that cannot be stored.");
    }

    @Test
    void refusesTheWrongKindOfValue() {
        refuses(Map.of("verdict", "APPROVE", "note", 5), "“Note” must be text.");
        refuses(
                Map.of("verdict", "APPROVE", "note", new java.util.Date()),
                "“note” holds something this form cannot take.");
        refuses(
                Variables.createVariables()
                        .putValue("verdict", "APPROVE")
                        .putValueTyped(
                                "note",
                                Variables.fileValue("a.txt").file(new byte[1]).create()),
                "“note” holds something this form cannot take.");
    }

    @Test
    void checksEveryRow() {
        refuses(
                Map.of("verdict", "APPROVE", "contacts", List.of(Map.of("name", "Rina"), Map.of("level", 1))),
                "Row 2 of “Contacts”: “Name” is missing.");
        refuses(
                Map.of("verdict", "APPROVE", "contacts", List.of(Map.of("name", "Rina", "role", "owner"))),
                "Row 1 of “Contacts”: This form has no field “role”.");
        var rows = IntStream.range(0, 101)
                .mapToObj(row -> Map.of("name", "n" + row))
                .toList();
        refuses(Map.of("verdict", "APPROVE", "contacts", rows), "“Contacts” may have at most 100 rows.");
    }

    @Test
    void requiresAHiddenFieldOnlyWhereItIsShown() {
        refuses(Map.of("verdict", "CHANGE"), "“What should change” is missing.");
        complete(Map.of("verdict", "CHANGE", "reason", "the price"));
        assertThat(ReviewTestSteps.RECORDED.get(0)).endsWith("the price");
    }

    @Test
    void ignoresWhatIsOnlyShown() {
        complete(Map.of("verdict", "APPROVE", "partner", "Evil", "computed", 7));
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .variableName("partner")
                        .singleResult()
                        .getValue())
                .isEqualTo("Moka");
    }

    @Test
    void showsTheSameFormEmptyTheSecondTime() {
        complete(Map.of("verdict", "CHANGE", "reason", "the price", "note", "mine"));
        var second = task(task.getProcessInstanceId());
        assertThat(engine.getTaskService().getVariables(second.getId()))
                .doesNotContainKeys("verdict", "reason", "share", "contacts")
                .containsEntry("note", "from the step")
                .containsEntry("partner", "Moka");
    }

    @Test
    void leavesEverythingAsItWasWhenAStepRefuses() {
        refuses(Map.of("verdict", "APPROVE", "note", "refuse"), "The proposer cannot approve these terms.");
        assertThat(ReviewTestSteps.RECORDED).isEmpty();
        assertThat(task(task.getProcessInstanceId()).getId()).isEqualTo(task.getId());
        assertThat(engine.getTaskService().getVariables(task.getId())).doesNotContainKey("verdict");
    }

    @Test
    void saysWhenATaskIsDone() {
        complete(Map.of("verdict", "APPROVE"));
        refuses(Map.of("verdict", "APPROVE"), "This task is already done or no longer exists. Reload the list.");
    }

    @Test
    void checksEveryDoorOfTheJavaInterface() {
        var tasks = engine.getTaskService();
        Map<String, Object> wrong = Map.of("verdict", "MAYBE");
        Map<String, Object> unknown = Map.of("skipLegal", true);
        var sentence = "“Verdict” does not offer that choice.";
        assertThatThrownBy(() -> tasks.completeWithVariablesInReturn(task.getId(), wrong, true))
                .hasMessage(sentence);
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.getId(), wrong))
                .hasMessage(sentence);
        assertThatThrownBy(
                        () -> engine.getFormService().submitTaskFormWithVariablesInReturn(task.getId(), wrong, false))
                .hasMessage(sentence);
        assertThatThrownBy(() -> tasks.resolveTask(task.getId(), wrong)).hasMessage(sentence);
        assertThatThrownBy(() -> tasks.setVariable(task.getId(), "verdict", "MAYBE"))
                .hasMessage(sentence);
        assertThatThrownBy(() -> tasks.setVariablesLocal(task.getId(), wrong)).hasMessage(sentence);
        assertThatThrownBy(() -> tasks.setVariables(task.getId(), unknown)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.removeVariable(task.getId(), "partnershipId"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.handleBpmnError(task.getId(), "x", "y", unknown))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.handleEscalation(task.getId(), "x", unknown))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessage("“Verdict” is missing.");
        assertThatThrownBy(() -> engine.getFormService().submitStartForm("review", unknown))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void submitsAFormLikeACompletion() {
        engine.getFormService().submitTaskForm(task.getId(), Map.of("verdict", "APPROVE", "customers", 15L));
        assertThat(ReviewTestSteps.RECORDED.get(0)).contains(15);
    }

    @Test
    void showsAndTakesRemarksOnlyFromThoseWhoSeeTheTask() {
        var tasks = engine.getTaskService();
        engine.getIdentityService().setAuthentication("lina", List.of("legal"));
        var remark = tasks.createComment(task.getId(), null, "Clause 4 is new");
        assertThat(tasks.getTaskComments(task.getId())).hasSize(1);

        engine.getIdentityService().setAuthentication("sari", List.of("partnerships"));

        assertThatExceptionOfType(AuthorizationException.class)
                .isThrownBy(() -> tasks.createComment(task.getId(), null, "Never mind"));
        assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> tasks.getTaskComments(task.getId()));
        assertThatExceptionOfType(AuthorizationException.class)
                .isThrownBy(() -> tasks.getTaskComment(task.getId(), remark.getId()));
    }

    @Test
    void givesATaskOnlyToItsGroup() {
        var tasks = engine.getTaskService();
        engine.getIdentityService().setAuthentication("lina", List.of("legal"));
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "sari"))
                .hasMessage("This task can only be given to somebody of the group it is for.");
        tasks.claim(task.getId(), "lina");
        tasks.setAssignee(task.getId(), null);
        tasks.setAssignee(task.getId(), "lina");
        tasks.createComment(task.getId(), null, "looking at it");
        tasks.complete(task.getId(), Map.of("verdict", "APPROVE"));
        assertThat(ReviewTestSteps.RECORDED).hasSize(1);
    }

    @Test
    void forgetsWhoHasLeftTheGroup() {
        engine.getIdentityService().setAuthentication("lina", List.of("legal"));
        engine.getTaskService().claim(task.getId(), "lina");
        engine.getIdentityService().clearAuthentication();
        engine.getIdentityService().deleteMembership("lina", "legal");
        try {
            engine.getIdentityService().setAuthentication("lina", List.of());
            assertThatExceptionOfType(AuthorizationException.class)
                    .isThrownBy(() -> complete(Map.of("verdict", "APPROVE")));
        } finally {
            engine.getIdentityService().clearAuthentication();
            engine.getIdentityService().createMembership("lina", "legal");
        }
    }

    private void refuses(Map<String, Object> fields, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> complete(fields))
                .withMessage(sentence);
    }

    private void complete(Map<String, Object> fields) {
        engine.getTaskService().complete(task.getId(), fields);
    }

    private Task task(String process) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process)
                .singleResult();
    }
}
