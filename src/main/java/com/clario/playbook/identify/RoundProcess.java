package com.clario.playbook.identify;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts a round, and tells each candidate's case what it decided. */
@Component
class RoundProcess {

    private static final String DRAWING = "prioritise";

    private final RuntimeService runtime;
    private final People people;
    private final Candidates candidates;

    RoundProcess(RuntimeService runtime, People people, Candidates candidates) {
        this.runtime = runtime;
        this.people = people;
        this.candidates = candidates;
    }

    void start() {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager starts a round.");
        }
        if (running()) {
            throw new Refusal("A round is already open: decide it in Tasklist before you start the next.");
        }
        if (candidates.waiting().isEmpty()) {
            throw new Refusal("Nobody waits for a round: research a candidate first.");
        }
        people.unchecked(() -> runtime.startProcessInstanceByMessage("identify.roundStarted"));
    }

    boolean running() {
        return people.unchecked(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(DRAWING)
                        .count()
                > 0);
    }

    /** Whether the case waits for a round, also while it is paused and cannot hear. */
    boolean waits(String partnership) {
        return runtime.createExecutionQuery()
                        .messageEventSubscriptionName("identify.roundDecided")
                        .processInstanceBusinessKey(partnership)
                        .count()
                > 0;
    }

    /** Whether the case still waited to hear it. */
    boolean tell(String partnership, String choice) {
        return !runtime.createMessageCorrelation("identify.roundDecided")
                .processInstanceBusinessKey(partnership)
                .setVariable("identifyOutcome", choice)
                .correlateAllWithResult()
                .isEmpty();
    }
}
