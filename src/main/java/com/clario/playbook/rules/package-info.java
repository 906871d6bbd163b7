/** Decides by tables the managers own: rule sets, their versions, and every decision with its reasons. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"access", "engine"})
package com.clario.playbook.rules;
