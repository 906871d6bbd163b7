/** Stage 3: tries the product with a few customers and judges the trial. */
@ApplicationModule(
        displayName = "Pilot",
        allowedDependencies = {
            "partnership",
            "partnership :: page",
            "partnership :: pause",
            "partner",
            "partner :: person",
            "document",
            "document :: signing",
            "rules",
            "rules::table",
            "access",
            "engine"
        })
package com.clario.playbook.pilot;

import org.springframework.modulith.ApplicationModule;
