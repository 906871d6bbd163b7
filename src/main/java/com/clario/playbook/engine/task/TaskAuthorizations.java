package com.clario.playbook.engine.task;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;

/** Whoever may work on a task may also hand it back or to a colleague of the same group. */
class TaskAuthorizations extends DefaultAuthorizationProvider {

    @Override
    protected Permission[] getRuntimePermissions(boolean specificVariablePermission) {
        var permissions = new ArrayList<>(List.of(super.getRuntimePermissions(specificVariablePermission)));
        permissions.add(TaskPermissions.TASK_ASSIGN);
        return permissions.toArray(Permission[]::new);
    }
}
