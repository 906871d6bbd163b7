package com.clario.playbook.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each group what the Tasklist needs, and administrators the engine; tasks bring their own rights along. */
@Component
class FirstRights {

    private final AuthorizationService rights;

    FirstRights(AuthorizationService rights) {
        this.rights = rights;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void give() {
        for (var group : Groups.WORKING) {
            give(group, Resources.APPLICATION, "tasklist", ACCESS);
            give(group, Resources.PROCESS_DEFINITION, ANY, READ, READ_HISTORY);
            give(group, Resources.FILTER, ANY, READ);
            give(group, Resources.USER, ANY, READ);
            give(group, Resources.GROUP, ANY, READ);
        }
        for (var resource : Resources.values()) {
            give(Groups.ADMINS, resource, ANY, ALL);
        }
    }

    /** Only ever creates: what an administrator has changed stays so. */
    private void give(String group, Resource resource, String id, Permission... permissions) {
        var present = rights.createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (present > 0) {
            return;
        }
        var grant = rights.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        rights.saveAuthorization(grant);
    }
}
