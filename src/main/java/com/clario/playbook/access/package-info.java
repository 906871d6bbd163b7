/** People and roles: who they are, how they sign in, what they may reach. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"engine", "engine :: account"})
package com.clario.playbook.access;

import org.springframework.modulith.ApplicationModule;
