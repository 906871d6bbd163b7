package com.clario.playbook.bench;

import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import java.util.List;
import java.util.function.Function;

/** Who takes part. */
public enum Contender {
    LOOP("Java loop, written by hand", JavaLoop::new),
    PLAYBOOK("Partnership Playbook (Drools)", PlaybookRules::new),
    KIE_DMN("kie-dmn", KieDmn::new),
    CAMUNDA_JUEL("Camunda DMN, legacy JUEL", CamundaDmn::legacy),
    CAMUNDA_FEEL("Camunda DMN, FEEL as shipped", CamundaDmn::shipped);

    private final String title;
    private final Function<Rows, Engine<?>> publish;

    Contender(String title, Function<Rows, Engine<?>> publish) {
        this.title = title;
        this.publish = publish;
    }

    String title() {
        return title;
    }

    /** From rows as a manager approved them to an engine that decides. */
    Engine<?> publish(List<List<String>> lines) {
        return publish.apply(Gate.pass(Sample.TABLE, lines));
    }
}
