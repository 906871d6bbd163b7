package com.clario.playbook.partnership.closing;

import com.clario.playbook.access.People;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Ends what runs for a case: the walk by its own message, and with it all that it has called. */
@Component
class ClosingProcess {

    private final RuntimeService runtime;
    private final People people;

    ClosingProcess(RuntimeService runtime, People people) {
        this.runtime = runtime;
        this.people = people;
    }

    /** A walk that began on a drawing without this message is ended from outside. */
    void close(String partnership) {
        people.unchecked(() -> {
            runtime.createMessageCorrelation("partnership.closed")
                    .processInstanceBusinessKey(partnership)
                    .correlateAllWithResult();
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(partnership)
                    .rootProcessInstances()
                    .list()
                    .forEach(left -> runtime.deleteProcessInstance(left.getId(), "The case is closed"));
            return partnership;
        });
    }
}
