/** Stage 3: tries the product with a few customers and judges the trial. */
@ApplicationModule(
        displayName = "Pilot",
        allowedDependencies = {
            "partnership",
            "partnership :: page",
            "partnership :: pause",
            "partner",
            "document",
            "partner :: person",
            "document",
            "rules",
            "rules::table",
            "access",
            "engine"
        })
package com.clario.playbook.pilot;

import org.springframework.modulith.ApplicationModule;
