package com.clario.playbook.launch;

import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The launch on the case page: what is prepared, and the go-live. */
@Component
@Order(30)
class LaunchSection implements CaseSection {

    private final Launches launches;

    LaunchSection(Launches launches) {
        this.launches = launches;
    }

    @Override
    public String template() {
        return "launch/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        return launches.of(partnership.code());
    }
}
