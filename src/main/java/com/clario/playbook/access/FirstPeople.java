package com.clario.playbook.access;

import static com.clario.playbook.access.Groups.ADMINS;
import static com.clario.playbook.access.Groups.FINANCE;
import static com.clario.playbook.access.Groups.LEGAL;
import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes sure that the groups, the administrator and, in the demo, the colleagues are there. */
@Component
@EnableConfigurationProperties(AccessSettings.class)
class FirstPeople {

    static final List<Colleague> DEMO = List.of(
            new Colleague("sari", "Sari", "Wijaya", PARTNERSHIPS),
            new Colleague("budi", "Budi", "Santoso", PARTNERSHIPS),
            new Colleague("lina", "Lina", "Hartono", LEGAL),
            new Colleague("maya", "Maya", "Kusuma", MANAGERS),
            new Colleague("rizal", "Rizal", "Pratama", MANAGERS),
            new Colleague("fitri", "Fitri", "Anggraini", FINANCE));

    private final IdentityService identity;
    private final AccessSettings settings;

    FirstPeople(IdentityService identity, AccessSettings settings) {
        this.identity = identity;
        this.settings = settings;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void arrive() {
        Groups.NAMES.forEach(this::group);
        if (settings.demo()) {
            DEMO.forEach(one -> person(one, one.id()));
            person(new Colleague(settings.admin(), "Administrator", "", ADMINS), settings.admin());
        } else if (settings.adminPassword() != null) {
            person(new Colleague(settings.admin(), "Administrator", "", ADMINS), settings.adminPassword());
        }
    }

    private void group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(name);
            group.setType(id.equals(ADMINS) ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    /** Only ever creates: a password changed or a group left later stays so. */
    private void person(Colleague colleague, String password) {
        if (identity.createUserQuery().userId(colleague.id()).count() > 0) {
            return;
        }
        var user = identity.newUser(colleague.id());
        user.setFirstName(colleague.firstName());
        user.setLastName(colleague.lastName());
        user.setEmail(colleague.id() + "@clario.example");
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(colleague.id(), colleague.group());
    }

    record Colleague(String id, String firstName, String lastName, String group) {}
}
