/** Activity: what partners and customers did, reported once and never changed. */
@ApplicationModule(
        displayName = "Activity",
        allowedDependencies = {"access :: key", "engine"})
package com.clario.playbook.activity;

import org.springframework.modulith.ApplicationModule;
