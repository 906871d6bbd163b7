/** The whole: whether we work with partners yet, since when, and what each year is to bring. */
@ApplicationModule(
        displayName = "Programme",
        allowedDependencies = {"access", "engine"})
package com.clario.playbook.programme;

import org.springframework.modulith.ApplicationModule;
