package com.clario.playbook.pilot;

import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The pilot on the case page: its plan, its results and the sign-off. */
@Component
@Order(20)
class PilotSection implements CaseSection {

    private final Pilots pilots;

    PilotSection(Pilots pilots) {
        this.pilots = pilots;
    }

    @Override
    public String template() {
        return "pilot/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        return pilots.of(partnership.code());
    }
}
