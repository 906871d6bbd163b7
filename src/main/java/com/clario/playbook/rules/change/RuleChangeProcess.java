package com.clario.playbook.rules.change;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Starts the drawing of a rule change and moves it on from the desk. */
@Component
class RuleChangeProcess {

    private static final String DRAWING = "ruleChange";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final People people;

    RuleChangeProcess(RuntimeService runtime, TaskService tasks, People people) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.people = people;
    }

    void start(RuleChange change) {
        people.unchecked(
                () -> runtime.startProcessInstanceByKey(DRAWING, change.key(), Map.of("changeId", change.id())));
    }

    /** Answers the task of whoever mends, as its form would; who acts is who answers. */
    void mend(RuleChange change, String decision, String reason) {
        var task = people.unchecked(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(change.key())
                .taskDefinitionKey("mendRuleChange")
                .singleResult());
        if (task == null) {
            throw new Refusal("The change is on its way to whoever mends it. Try again in a moment.");
        }
        tasks.complete(task.getId(), Map.of("mendDecision", decision, "mendReason", reason));
    }

    /** Takes the question back that was put to another manager. */
    void withdraw(RuleChange change) {
        var heard = people.unchecked(() -> runtime.createMessageCorrelation("ruleChange.submissionWithdrawn")
                .processInstanceBusinessKey(change.key())
                .correlateAllWithResult());
        if (heard.isEmpty()) {
            throw new Refusal("The change is still being checked. Try again in a moment.");
        }
    }

    /** Its day need not be waited for any more. */
    void callOff(RuleChange change) {
        var heard = people.unchecked(() -> runtime.createMessageCorrelation("ruleChange.activationCalledOff")
                .processInstanceBusinessKey(change.key())
                .correlateAllWithResult());
        if (heard.isEmpty()) {
            throw new Refusal("The change does not wait for its day yet. Try again in a moment.");
        }
    }
}
