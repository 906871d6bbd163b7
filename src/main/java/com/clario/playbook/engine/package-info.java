/** The process engine: set up, closed by default, and fed with our drawings. */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {})
package com.clario.playbook.engine;

import org.springframework.modulith.ApplicationModule;
